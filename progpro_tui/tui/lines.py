"""Words broken into rows of a given width, never longer than the place they have."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.tui.safe import clipped

BETWEEN = " · "
"""What stands between names on one row."""


def wrapped(words: str, width: int, most: int) -> list[str]:
    """Words in rows of ``width`` cells, ``most`` rows at most: an ellipsis says that more was said."""
    width = max(1, width)
    rows = [row.plain.rstrip(" ") for row in Content(clean(words, lines=True)).wrap(width)]
    if len(rows) > most:
        rows = [*rows[: most - 1], clipped(f"{rows[most - 1]}…", width)] if most else []
    return rows


def packed(names: Iterable[str], width: int, most: int) -> list[str]:
    """Names side by side in rows of ``width`` cells, as many as ``most`` rows hold."""
    rows: list[str] = []
    for name in names:
        joined = f"{rows[-1]}{BETWEEN}{name}" if rows else ""
        if rows and Content(clean(joined)).cell_length <= width:
            rows[-1] = joined
        elif len(rows) == most:
            break
        else:
            rows.append(clipped(name, width))
    return rows
