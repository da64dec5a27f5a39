"""Rows of words in cells: wrapped, never cut, with no-break spaces held."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.tui.safe import padded, safe

TEXT = 64
"""Running text is never wider."""


def rows_of(words: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """``words`` in rows of ``width`` cells; ``first`` begins the first row, ``indent`` the others."""
    # textwrap breaks at U+0020 only where told so: no-break spaces hold.
    return textwrap.wrap(
        clean(words),
        max(width, len(indent) + 8),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def paragraph(
    words: str, indent: str = "", first: str | None = None, width: int = TEXT
) -> Iterator[Content]:
    """A paragraph as content, row by row."""
    yield from (safe(row) for row in rows_of(words, width, indent, first))


def beside(columns: list[list[str]], widths: list[int], right: list[bool]) -> Iterator[str]:
    """Columns of rows side by side, each padded to its width, one cell apart."""
    for place in range(max(map(len, columns), default=0)):
        cells = [column[place] if place < len(column) else "" for column in columns]
        yield " ".join(map(padded, cells, widths, right)).rstrip(" ")
