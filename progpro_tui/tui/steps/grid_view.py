"""One cell of a grid: its row with all its cells, and where there is room the rows around it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.geometry import Size
from textual.widgets import Static

from progpro_tui.core.answers import Given
from progpro_tui.core.clean import clean
from progpro_tui.core.scale_steps import Grid, GridColumn
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import DIGIT_OF, Act
from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.broad import BroadView, room_of, set_height
from progpro_tui.tui.steps.grid_plan import CellShown
from progpro_tui.tui.steps.grid_rows import GridRows
from progpro_tui.tui.steps.grid_table import table
from progpro_tui.tui.steps.ways import Ways

AROUND = 5
"""Rows of the row's name (2), of the ways not to answer and of the two empty ones (3)."""

TABLE_FROM = 94
"""Columns, the margins taken off, from which the family stands above as a table."""

LEAST_CELLS, ONE_CELL, ALL_CELLS = 5, 6, 12
"""Rows kept for the points at least, and those that one cell's or all cells' take in most grids.

They are kept where fewer are needed: nothing jumps from row to row.
"""


class GridView(BroadView):
    """A digit answers the asked cell, and the next one is asked."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.back", ("backspace",), N_("Back")),
        Act("screen.forward", ("pagedown",), N_("Next"), shown=False),
    )

    def compose(self) -> ComposeResult:
        yield Static(id="family", markup=False)
        yield Static(id="row", markup=False)
        yield Static(id="ask", markup=False)
        yield GridRows(self._picked)
        yield Ways()

    def fits(self, step: Step) -> bool:
        return isinstance(step, Grid)

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Grid)
        again = self.is_on(step)
        self.step = step
        room = room_of(self)
        kept = given.answer if given else None
        cells = _cells(step, kept if isinstance(kept, int) else None, tr, plain)
        asks = [tr(column.question, plain=plain) for column in step.columns]
        ask_rows = max(len(wrapped(words, room.width, 2)) for words in asks)
        left = room.height - AROUND - ask_rows
        with_table = room.width >= TABLE_FROM and len(step.rows) > 1
        if with_table:
            cells = [cell for cell in cells if cell.asked]
        left -= self._family(step, tr, plain, Size(room.width, left), with_table)
        show(self.query_one("#row", Static), safe(tr(step.row.name, plain=plain)))
        ask = self.query_one("#ask", Static)
        set_height(ask, ask_rows)
        show(ask, safe(tr(step.asked.question, plain=plain)))
        rows = self.query_one(GridRows)
        chosen = next(cell.chosen for cell in cells if cell.asked)
        height = max(1, min(left, ONE_CELL if with_table else ALL_CELLS))
        rows.show(cells, rows.cursor if again else chosen, room.width, height)
        self.query_one(Ways).show(step, kept, tr, plain)

    def _family(self, step: Grid, tr: Translator, plain: bool, room: Size, with_table: bool) -> int:
        """Show the family: its name, or its table. How many rows it takes."""
        family = self.query_one("#family", Static)
        family.set_class(with_table, "-table")
        most = max(2, min(len(step.rows) + 1, room.height - LEAST_CELLS - 1))
        if with_table:
            show(family, table(step, tr, plain, room.width, most))
        else:
            show(family, safe(tr(step.heading, plain=plain)))
        set_height(family, most if with_table else 1)
        return most + 1 if with_table else 1

    def take_focus(self, back: bool = False) -> None:
        self.query_one(GridRows).focus()

    def key(self, name: str) -> bool:
        assert isinstance(self.step, Grid)
        digit = DIGIT_OF.get(name)
        values = [response.value for response in self.step.asked.responses]
        if digit is None or int(digit) not in values:
            return False
        self._picked(values.index(int(digit)))
        return True

    def _picked(self, place: int) -> None:
        assert isinstance(self.step, Grid)
        self.answer(self.step.asked.responses[place].value)


def _cells(step: Grid, kept: int | None, tr: Translator, plain: bool) -> list[CellShown]:
    """All cells of the asked row, in the words of the moment."""
    cells, passed = [], True
    for column in step.columns:
        asked = column.id == step.column
        passed = passed and not asked
        value = kept if asked else step.cells.get(f"{step.row.id}:{column.id}")
        values = [response.value for response in column.responses]
        chosen = values.index(value) if value in values else -1
        labels = _labels(column, tr, plain)
        cells.append(CellShown(tr(column.name, plain=plain), labels, chosen, asked, passed))
    return cells


def _labels(column: GridColumn, tr: Translator, plain: bool) -> tuple[str, ...]:
    return tuple(clean(f"{r.value} {tr(r.label, plain=plain)}") for r in column.responses)
