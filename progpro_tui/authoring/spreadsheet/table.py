"""What a spreadsheet holds, before anyone knows what it means: sheets, rows, texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from progpro_tui.core.errors import Place
from progpro_tui.core.text import Message


@dataclass(frozen=True)
class CellPlace(Place):
    """Where in a spreadsheet: ``line`` is the row, ``column`` the column, both from 1."""

    sheet: str = ""

    def __str__(self) -> str:
        cell = f"{letters_of(self.column)}{self.line}"
        return f"{self.file}: {self.sheet}!{cell}" if self.sheet else f"{self.file}: {cell}"


def letters_of(column: int) -> str:
    """The letters that a spreadsheet shows above a column: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, or a whole .csv file, which has no name for its sheet.

    ``dates`` are the cells that the spreadsheet program took for a date, by row and column.
    ``holds`` is the part of the instrument, where the author said which. ``delimiter`` is the sign
    between the cells of a .csv file; a workbook has none.
    """

    file: str
    name: str
    rows: Sequence[Sequence[str]]
    dates: frozenset[tuple[int, int]] = frozenset()
    holds: str | None = None
    delimiter: str = ""

    def place(self, row: int, column: int) -> CellPlace:
        """Where a cell stands; both count from 1."""
        return CellPlace(self.file, row, column, self.name)


@dataclass(frozen=True)
class Book:
    """The sheets of one import, and what is to be known of how they were read."""

    sheets: tuple[Sheet, ...]
    notices: tuple[Message, ...] = ()
