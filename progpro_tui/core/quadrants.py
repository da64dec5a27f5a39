"""Four boxes: what is strong or not, what is wanted or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from progpro_tui.core.findings import Box, Entry, Quadrants
from progpro_tui.core.text import Words


def quadrants(
    names: Mapping[str, Words], placed: Sequence[tuple[Entry, bool | None, bool | None]]
) -> Quadrants:
    """Entries by whether they are strong and whether they are wanted; one part missing: in no box.

    ``names`` are those of the boxes ``both``, ``wanted``, ``strong`` and ``neither``.
    """

    def box(name: str, strong: bool, wanted: bool) -> Box:
        held = tuple(entry for entry, *parts in placed if parts == [strong, wanted])
        return Box(name, names[name], held)

    return Quadrants(
        both=box("both", True, True),
        wanted=box("wanted", False, True),
        strong=box("strong", True, False),
        neither=box("neither", False, False),
        left_out=sum(None in parts for _, *parts in placed),
    )
