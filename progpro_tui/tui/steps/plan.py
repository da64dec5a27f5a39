"""Where the cells of a step stand: in how many columns, and how high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.tui.keys import DIGIT_OF
from progpro_tui.tui.lines import wrapped

KEYS = "1234567890"
"""The digit keys in the order of what they choose."""

HIGHEST = 3
"""Rows of words in a cell: more than that is read in the sentence below."""

NARROW = 40
"""Columns below which cells are set close to their cursor."""


@dataclass(frozen=True)
class Cell:
    """What stands in one place: a head (key, mark) and the words."""

    head: str
    words: str


@dataclass(frozen=True)
class Plan:
    """Columns; rows of words a cell, and rows free between two; rows of the whole.

    Cells go down the first column and then down the next. ``framed`` ones are boxes.
    """

    columns: int = 1
    height: int = 1
    gap: int = 0
    rows: int = 1
    framed: bool = False

    @property
    def pitch(self) -> int:
        """Rows from one cell to the next."""
        return self.height + self.gap + 2 * self.framed

    @property
    def seen(self) -> int:
        """How many cells of a column are seen at once."""
        return max(1, (self.rows + self.gap) // self.pitch)

    def deep(self, count: int) -> int:
        """How many of ``count`` cells a column holds."""
        return max(1, ceil(count / self.columns))


def indent(width: int) -> int:
    """Free columns between the cursor and what it stands at."""
    return 3 if width >= NARROW else 1


def needed(cells: Sequence[Cell], width: int, most: int = HIGHEST) -> int:
    """Rows that the longest of these cells needs in a column of this width, ``most`` at most."""
    # One column for the cursor, one free between columns.
    left = width - 2 - indent(width - 2)
    rows = (len(wrapped(c.words, left - len(c.head), most + 1)) for c in cells)
    return max(1, min(most, max(rows, default=1)))


def one_column(cells: Sequence[Cell], width: int, rows: int, *, least: int = 1) -> Plan:
    """One below the other: free rows between them first, then less high, then only some seen.

    Each cell has ``least`` rows, where there is room, so that nothing moves from step to step.
    """
    count = max(1, len(cells))
    height = max(least, needed(cells, width))
    gap = 1
    while count * (height + gap) - gap > rows and (gap or height > 1):
        if gap:
            gap = 0
        else:
            height -= 1
    return Plan(1, height, gap, min(rows, count * (height + gap) - gap))


def boxes(cells: Sequence[Cell], width: int, rows: int, *, least: int = 1) -> Plan | None:
    """One box below the other; none where they do not all fit."""
    height = max(least, needed(cells, width - 2))
    whole = len(cells) * (height + 2)
    return Plan(1, height, 0, whole, framed=True) if whole <= rows else None


def several_columns(cells: Sequence[Cell], width: int, rows: int, most: int) -> Plan:
    """As few columns as show all cells on one row each, ``most`` of them at most."""
    longest = max((_length(cell) for cell in cells), default=1)
    wide = longest + 2 + indent(width // max(1, most) - 2)
    columns = max(1, min(most, width // wide, ceil(len(cells) / rows)))
    return Plan(columns, 1, 0, min(rows, ceil(len(cells) / columns)))


def place_of(key: str) -> int | None:
    """The place that a digit key chooses, counted from 0."""
    digit = DIGIT_OF.get(key)
    return None if digit is None else KEYS.index(digit)


def is_cut(cell: Cell, width: int, plan: Plan) -> bool:
    """Whether a cell cannot say all its words where it stands."""
    column = width // plan.columns - 2 * plan.framed
    return needed([cell], column, plan.height + 1) > plan.height


def _length(cell: Cell) -> int:
    return Content(clean(cell.head + cell.words)).cell_length
