"""One of several: a digit, an arrow and Enter, or a click. Pairs and duels are this with two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from progpro_tui.core.answers import Given
from progpro_tui.core.card_steps import Choose
from progpro_tui.core.steps import Option, Step
from progpro_tui.core.text import N_, Words
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import assembled, safe, show
from progpro_tui.tui.steps.cells import NONE, Cells
from progpro_tui.tui.steps.plan import KEYS, Cell, Plan, boxes, one_column, place_of
from progpro_tui.tui.steps.room import is_roomy, is_short, room
from progpro_tui.tui.steps.step_view import StepView
from progpro_tui.tui.steps.ways import Ways

QUESTION, QUESTION_SHORT = 4, 3
"""Rows of the question, and of what it is about."""

FEW, TWO = 3, 2
"""Few options have room for two rows each, whether they need them or not; two with lines, for three."""


def asked(about: Words | None, question: Words, tr: Translator, plain: bool) -> Content:
    """A question, above it what it is about: that stands out, as an item to rate does."""
    words = safe(tr(question, plain=plain))
    if about is None:
        return words.stylize("bold")
    return assembled(safe(tr(about, plain=plain), "bold"), "\n", words)


class ChooseView(StepView):
    """The question has a fixed height and sits at its bottom, as where items are rated."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('pick')", ("enter", "space"), N_("Choose"), shown=False),
    )

    def __init__(self) -> None:
        super().__init__()
        self.add_class("choices")

    def compose(self) -> ComposeResult:
        yield Static(id="question", markup=False)
        yield Cells(id="answers")
        yield Ways()

    def fits(self, step: Step) -> bool:
        return isinstance(step, Choose) and not step.several

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Choose)
        again = self.is_on(step)
        self.step = step
        show(self.query_one("#question", Static), asked(step.about, step.question, tr, plain))
        kept = given.answer if given else None
        ids = [option.id for option in step.options]
        chosen = ids.index(kept) if isinstance(kept, str) and kept in ids else NONE
        cells = [_cell(n, o, n == chosen, tr, plain) for n, o in enumerate(step.options)]
        answers = self.query_one(Cells)
        lines, count = any(option.line is not None for option in step.options), len(step.options)
        least = 1 + (count <= FEW) + (lines and count <= TWO)
        free = room(self, step)
        rows = max(1, free.height - (QUESTION_SHORT if is_short(self) else QUESTION + 1))
        plan = self._plan(cells, free.width, rows, least)
        answers.set_class(not is_short(self) or plan.rows < rows, "-airy")
        answers.show(cells, answers.cursor if again else chosen, plan)
        self.query_one(Ways).show(step, kept, tr, plain)

    def _plan(self, cells: Sequence[Cell], width: int, rows: int, least: int) -> Plan:
        framed = boxes(cells, width, rows, least=max(1, least - 1)) if is_roomy(self) else None
        return framed or one_column(cells, width, rows, least=least)

    def take_focus(self, back: bool = False) -> None:
        self.query_one(Cells).focus()

    def key(self, name: str) -> bool:
        assert isinstance(self.step, Choose)
        place = place_of(name)
        if place is None or place >= len(self.step.options):
            return False
        self._pick(place)
        return True

    def act_pick(self) -> None:
        cursor = self.query_one(Cells).cursor
        if cursor != NONE:
            self._pick(cursor)

    def on_cells_picked(self, event: Cells.Picked) -> None:
        event.stop()
        self._pick(event.place)

    def _pick(self, place: int) -> None:
        assert isinstance(self.step, Choose)
        self.answer(self.step.options[place].id)


def _cell(place: int, option: Option, chosen: bool, tr: Translator, plain: bool) -> Cell:
    """An option: its mark, its digit where it has one, its name, and below it its line."""
    mark = "(•)" if chosen else "( )"
    digit = f"{KEYS[place]}  " if place < len(KEYS) else "   "
    line = f"\n{tr(option.line, plain=plain)}" if option.line is not None else ""
    return Cell(f"{mark}  {digit}", f"{tr(option.name, plain=plain)}{line}")
