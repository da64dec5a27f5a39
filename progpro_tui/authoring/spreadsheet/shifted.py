"""Rows of a .csv file that a sign between cells, typed inside a text, has parted in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.spreadsheet.draft import Draft
from progpro_tui.authoring.spreadsheet.table import Sheet
from progpro_tui.core.text import N_, Message, message

TOO_MANY = N_(
    "Row {row}: {cells} cells for {columns} columns. A text that holds “{sign}” stands between "
    'quotation marks: "…".'
)
BEGINS_WITH_SPACE = N_(
    "Row {row}: the cell “{words}” begins with a space, as if “{sign}” had parted a text. Put that "
    'text between quotation marks ("…"), or delete the space.'
)


def refuse_shifted(draft: Draft, sheet: Sheet, heading: int, columns: int) -> None:
    """Note each row below ``heading`` that has another shape than its columns.

    What else is wrong in such a row comes of the shift, and is not told.
    """
    if not sheet.delimiter:
        return
    spaced = any(map(_is_spaced, sheet.rows[heading - 1] if heading else ()))
    for row, cells in enumerate(sheet.rows[heading:], start=heading + 1):
        if cells and cells[0].lstrip().startswith("#"):
            continue
        for column, what in _wrong(sheet, row, columns, spaced):
            draft.refuse(sheet.place(row, column), what)
            draft.shifted.add((sheet.file, sheet.name, row))


def filled(cells: Sequence[str]) -> int:
    """How many cells a row has, without the empty ones at its end."""
    return max((number for number, cell in enumerate(cells, start=1) if cell.strip()), default=0)


def _wrong(sheet: Sheet, row: int, columns: int, spaced: bool) -> Iterator[tuple[int, Message]]:
    cells, sign = sheet.rows[row - 1], sheet.delimiter
    if (found := filled(cells)) > columns:
        yield columns + 1, message(TOO_MANY, row=row, cells=found, columns=columns, sign=sign)
    elif sign == "," and not spaced:
        for column, cell in enumerate(cells[1:], start=2):
            if _is_spaced(cell):
                yield column, message(BEGINS_WITH_SPACE, row=row, words=quoted(cell), sign=sign)


def _is_spaced(cell: str) -> bool:
    return cell.startswith(" ") and bool(cell.strip())
