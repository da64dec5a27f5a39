"""A table in cells: columns as wide as their words, those that are wider wrap below themselves."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.document import Cell, MarginBar, Table
from progpro_tui.core.figures import Squares
from progpro_tui.core.form_blocks import Codes
from progpro_tui.tui.blocks.rows import beside, rows_of
from progpro_tui.tui.safe import safe
from progpro_tui.tui.widgets.score_bar import score_bar

WIDEST = 70
"""Cells of a table at the reference size, its scrollbar apart."""
LEAST_BAR, MOST_BAR = 8, 20
NARROWEST = 6
"""Cells that every column keeps."""
FILLED, EMPTY = "■", "□"


def table_rows(table: Table, width: int = WIDEST) -> Iterator[Content]:
    """The head in bold, then the rows; rows of several lines are parted by an empty one."""
    widths = _widths(table, width)
    right = [column.align == "right" for column in table.columns]
    heads = [rows_of(column.head, w) for column, w in zip(table.columns, widths, strict=True)]
    yield from (safe(row, "bold") for row in beside(heads, widths, right))
    rows = [
        list(beside([_lines(c, w) for c, w in zip(row, widths, strict=True)], widths, right))
        for row in table.rows
    ]
    apart = any(len(lines) > 1 for lines in rows)
    for place, lines in enumerate(rows):
        if apart and place:
            yield Content("")
        yield from map(safe, lines)


def squares(cell: Squares) -> str:
    """A level as squares and its words."""
    drawn = FILLED * cell.filled + EMPTY * (cell.of - cell.filled)
    return f"{drawn} {cell.words}".strip()


def _lines(cell: Cell, width: int) -> list[str]:
    if isinstance(cell, MarginBar):
        return [score_bar(cell.share, cell.half_width, width)]
    return rows_of(_words(cell), width)


def _words(cell: str | Squares | Codes) -> str:
    if isinstance(cell, Codes):
        return " ".join(cell.codes)
    return squares(cell) if isinstance(cell, Squares) else cell


def _widths(table: Table, width: int) -> list[int]:
    """Cells for each column: its longest words, a bar what is left, the widest give way."""
    cells = [(column.head, *(row[n] for row in table.rows)) for n, column in enumerate(table.columns)]
    bars = [any(isinstance(cell, MarginBar) for cell in column) for column in cells]
    widths = [max(map(_length, column), default=0) for column in cells]
    room = width - (len(widths) - 1) - sum(widths)
    if any(bars):
        bar = bars.index(True)
        widths[bar] += max(LEAST_BAR, min(room, MOST_BAR))
        room -= widths[bar]
    while room < 0 and max(widths) > NARROWEST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
        room += 1
    return widths


def _length(cell: Cell) -> int:
    if isinstance(cell, MarginBar):
        return 0
    return Content(clean(_words(cell))).cell_length
