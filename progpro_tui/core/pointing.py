"""A line of a file, and a mark below the column that something is said of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from progpro_tui.core.clean import clean

LEAST_ROOM = 10


@dataclass(frozen=True)
class Pointed:
    """Two rows: the line behind its number, and the mark behind a blank margin."""

    margin: str
    shown: str
    blank: str
    mark: str


def pointed(line: str, number: int, column: int, room: int, cells: Callable[[str], int]) -> Pointed:
    """A line within ``room`` cells, and a mark below the column, which counts from 1.

    ``cells`` says how wide words stand on a terminal.
    """
    margin = f"{number} │ "
    fits = max(LEAST_ROOM, room - len(margin))
    # Far along a long line, what stands before the place matters more than its beginning.
    start = max(0, column - 1 - fits * 2 // 3)
    shown = clean(line[start : start + fits])
    while cells(shown) > fits:
        shown = shown[:-1]
    before = cells(clean(line[start : column - 1]))
    return Pointed(margin, shown, " " * (len(margin) - 2) + "│ ", " " * before + "^")
