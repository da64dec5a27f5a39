"""The next best of those that remain: on the left the places taken, on the right what is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from progpro_tui.core.answers import Given
from progpro_tui.core.card_steps import EQUAL, Rank
from progpro_tui.core.steps import Option, Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import clipped, safe, show
from progpro_tui.tui.steps.cells import NONE, Cells
from progpro_tui.tui.steps.choose_view import asked
from progpro_tui.tui.steps.plan import KEYS, Cell, Plan, is_cut, place_of
from progpro_tui.tui.steps.room import is_short, room
from progpro_tui.tui.steps.step_view import StepView
from progpro_tui.tui.steps.ways import Ways

SHORT = 16
"""Columns of a name in the footer."""

SHARE = 0.4
"""How much of the width the places taken have: those that remain are still to be read."""

SENTENCE = 2
"""Rows of the sentence below, where there is one."""


def _plan(count: int, rows: int) -> Plan:
    """Two rows a name where all fit so: long ones need them, and short ones stand apart."""
    height = max(1, min(2, rows // count))
    return Plan(1, height, 0, min(rows, count * height))


def places(step: Rank, tr: Translator, plain: bool) -> list[Cell]:
    """The places, best first: who has them, equal ones with the same number, then those to come."""
    cells: list[Cell] = []
    place = 1
    for number, (option, equal) in enumerate(step.picked):
        place = place if equal else number + 1
        following = step.picked[number + 1 : number + 2]
        tied = equal or any(same for _, same in following)
        cells.append(Cell(f"{place:>2} {EQUAL if tied else ' '} ", tr(option.name, plain=plain)))
    for number in range(len(step.picked), step.places):
        cells.append(Cell(f"{number + 1:>2}   ", "?" if number == len(step.picked) else "·"))
    return cells


class RankView(StepView):
    """One pick a step. Cells are of one height throughout a list, so that nothing moves but names."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('pick')", ("enter", "space"), N_("Choose")),
        Act("screen.step('equal')", ("equals_sign",), N_("Equal")),
        Act("screen.back", ("backspace", "left"), N_("Back")),
    )
    BROAD = True

    def __init__(self) -> None:
        super().__init__()
        self.add_class("choices")
        self._say: tuple[Translator, bool] = (Translator("en"), False)

    def compose(self) -> ComposeResult:
        yield Static(id="question", markup=False)
        with Horizontal(id="lists"):
            picked = Cells(id="picked")
            picked.can_focus = False
            yield picked
            yield Cells(id="answers")
        yield Static(id="sentence", markup=False)
        yield Ways()

    def fits(self, step: Step) -> bool:
        return isinstance(step, Rank)

    # -- words ----------------------------------------------------------------------------------

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Rank)
        again = self.is_on(step)
        self.step, self._say = step, (tr, plain)
        kept = given.answer if given else None
        chosen = str(kept).removeprefix(EQUAL) if isinstance(kept, str) else ""
        ids = [option.id for option in step.options]
        left = [self._cell(place, option, chosen) for place, option in enumerate(step.options)]
        show(self.query_one("#question", Static), asked(None, step.question, tr, plain))
        cursor = self._answers.cursor if again else ids.index(chosen) if chosen in ids else 0
        self._lay(step, places(step, tr, plain), left, cursor)
        self.query_one(Ways).show(step, kept, tr, plain)
        self._draw_sentence()

    def _lay(self, step: Rank, taken: Sequence[Cell], left: Sequence[Cell], cursor: int) -> None:
        free = room(self, step)
        picked, answers = self.query_one("#picked", Cells), self._answers
        narrow = int(free.width * SHARE)
        wide = free.width - narrow
        # The question, and a free row where there is room.
        rows = max(1, free.height - (2 if is_short(self) else 3))
        count = max(len(step.options) + len(step.picked), step.places)
        speaks = any(option.line is not None for option in step.options)
        if speaks or any(is_cut(cell, wide, _plan(count, rows)) for cell in left):
            speaks, rows = True, max(1, rows - SENTENCE)
        plan = _plan(count, rows)
        answers.show(left, cursor, plan)
        picked.show(taken, NONE, plan)
        picked.styles.width, answers.styles.width = narrow, wide
        self.query_one("#lists").styles.height = plan.rows
        self.query_one("#sentence").display = speaks

    def _cell(self, place: int, option: Option, chosen: str) -> Cell:
        tr, plain = self._say
        assert isinstance(self.step, Rank)
        digit = f"{KEYS[place]}  " if len(self.step.options) <= len(KEYS) else ""
        mark = "• " if option.id == chosen else ""
        return Cell(digit, f"{mark}{tr(option.name, plain=plain)}")

    def _draw_sentence(self) -> None:
        """One sentence on what the cursor stands at, or its words whole."""
        tr, plain = self._say
        assert isinstance(self.step, Rank)
        option = self.step.options[self._answers.cursor]
        show(self.query_one("#sentence", Static), safe(tr(option.line or option.name, plain=plain)))

    # -- picking --------------------------------------------------------------------------------

    @property
    def _answers(self) -> Cells:
        return self.query_one("#answers", Cells)

    def take_focus(self, back: bool = False) -> None:
        self._answers.focus()

    def key(self, name: str) -> bool:
        assert isinstance(self.step, Rank)
        place, count = place_of(name), len(self.step.options)
        if place is None or count > len(KEYS) or place >= count:
            return False
        self._pick(place)
        return True

    def can(self, act: str) -> bool:
        return act != "equal" or (isinstance(self.step, Rank) and self.step.may_equal)

    def act_words(self, act: Act) -> str:
        """To what a pick would be equal."""
        if act.name != "step" or act.parameters != ("equal",) or not self.can("equal"):
            return ""
        assert isinstance(self.step, Rank)
        tr, plain = self._say
        name = clipped(tr(self.step.picked[-1][0].name, plain=plain), SHORT)
        return tr(N_("Equal to {name}"), name=name)

    def act_pick(self) -> None:
        self._pick(self._answers.cursor)

    def act_equal(self) -> None:
        self._pick(self._answers.cursor, EQUAL)

    def on_cells_moved(self, event: Cells.Moved) -> None:
        event.stop()
        self._draw_sentence()

    def on_cells_picked(self, event: Cells.Picked) -> None:
        event.stop()
        if event.cells is self._answers:
            self._pick(event.place)

    def _pick(self, place: int, before: str = "") -> None:
        assert isinstance(self.step, Rank)
        self.answer(before + self.step.options[place].id)
