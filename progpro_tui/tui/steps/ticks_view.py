"""Several of several: each tick is kept at once, and Enter goes on when there are as many as wanted."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.answers import Given, Value
from progpro_tui.core.card_steps import Choose
from progpro_tui.core.steps import Option, Step
from progpro_tui.core.text import N_, NN_, Message, message
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.cells import Cells
from progpro_tui.tui.steps.choose_view import asked
from progpro_tui.tui.steps.plan import (
    KEYS,
    Cell,
    Plan,
    is_cut,
    one_column,
    place_of,
    several_columns,
)
from progpro_tui.tui.steps.room import room
from progpro_tui.tui.steps.step_view import StepView
from progpro_tui.tui.steps.ways import Ways

COLUMNS = 3
"""More names than these columns hold are reached by the arrows."""

AROUND = 5
"""Rows of the question, the limits, and the sentence below."""

TOO_MANY = NN_("Keep {most}: {n} more to drop", "Keep {most}: {n} more to drop")
TOO_FEW = NN_("At least {least}: {n} more to choose", "At least {least}: {n} more to choose")
AT_MOST = NN_("{n} chosen, {most} at most", "{n} chosen, {most} at most")
ANY = NN_("{n} chosen", "{n} chosen")


def limits(step: Choose, n: int, going_on: bool) -> Message:
    """How many are chosen, and what that is to the limits of the step.

    That there are too few is said to whoever wants to go on: before, there are always too few.
    """
    if n > step.most:
        return message(TOO_MANY, most=step.most, n=n - step.most)
    if n < step.least and going_on:
        return message(TOO_FEW, least=step.least, n=step.least - n)
    if step.most < len(step.options):
        return message(AT_MOST, most=step.most, n=n)
    return message(ANY, n=n)


class TicksView(StepView):
    """Up to ten options stand in one column, each with its digit; more, in two or three."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('drop')", ("space",), N_("Drop / keep")),
        Act("screen.step('tick')", ("space",), N_("Tick")),
        Act("screen.step('finish')", ("enter",), N_("Continue")),
        Act("screen.back", ("backspace",), N_("Back"), shown=False),
    )
    BROAD = True

    def __init__(self) -> None:
        super().__init__()
        self.add_class("choices")
        self._chosen: set[str] = set()
        self._found: frozenset[str] = frozenset()
        """Those chosen when the step came on the screen."""
        self._say: tuple[Translator, bool] = (Translator("en"), False)
        self._problem = False

    def compose(self) -> ComposeResult:
        yield Static(id="question", markup=False)
        yield Static(id="limits", markup=False)
        yield Cells(id="answers")
        yield Static(id="sentence", markup=False)
        yield Ways()

    def fits(self, step: Step) -> bool:
        return isinstance(step, Choose) and step.several

    # -- words ----------------------------------------------------------------------------------

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Choose)
        if not self.is_on(step):
            kept = given.answer if given else None
            self._chosen = set(kept if isinstance(kept, tuple) else step.at_first)
            self._found = frozenset(self._chosen)
            self._problem = False
            self.query_one(Cells).cursor = 0
        self.step, self._say = step, (tr, plain)
        show(self.query_one("#question", Static), asked(step.about, step.question, tr, plain))
        self.query_one(Ways).show(step, given.answer if given else None, tr, plain)
        self._draw()

    def _draw(self) -> None:
        """What a tick or a move changes."""
        step, (tr, plain) = self._asked, self._say
        said = self.query_one("#limits", Static)
        said.set_class(self._problem, "-problem")
        words = tr(limits(step, len(self._chosen), self._problem), plain=plain)
        show(said, safe(f"! {words}" if self._problem else words))
        cells = [self._cell(place, option) for place, option in enumerate(step.options)]
        answers = self.query_one(Cells)
        free = room(self, step)
        width, rows = free.width, max(1, free.height - AROUND)
        plan = self._plan(cells, width, rows)
        answers.set_class(plan.rows < rows, "-airy")
        answers.show(cells, answers.cursor, plan)
        speaks = any(option.line is not None for option in step.options)
        self.query_one("#sentence").display = speaks or any(is_cut(c, width, plan) for c in cells)
        self._draw_sentence()

    def _draw_sentence(self) -> None:
        """One sentence on what the cursor stands at, or its words whole."""
        tr, plain = self._say
        option = self._asked.options[self.query_one(Cells).cursor]
        words = tr(option.line or option.name, plain=plain)
        show(self.query_one("#sentence", Static), safe(words))

    def _cell(self, place: int, option: Option) -> Cell:
        tr, plain = self._say
        digit = f"{KEYS[place]}  " if self._few else ""
        mark = "[x]" if option.id in self._chosen else "[ ]"
        return Cell(f"{mark} {digit}", tr(option.name, plain=plain))

    def _plan(self, cells: list[Cell], width: int, rows: int) -> Plan:
        if self._few:
            return one_column(cells, width, rows)
        return several_columns(cells, width, rows, COLUMNS)

    def take_focus(self, back: bool = False) -> None:
        self.query_one(Cells).focus()

    # -- ticking --------------------------------------------------------------------------------

    @property
    def lettered(self) -> bool:
        """Not once something is ticked: whoever writes what else there is would leave the step."""
        return self.step is None or self._chosen in (set(), set(self._asked.at_first))

    @property
    def _asked(self) -> Choose:
        assert isinstance(self.step, Choose)
        return self.step

    @property
    def _few(self) -> bool:
        """Whether each option has a digit."""
        return len(self._asked.options) <= len(KEYS)

    @property
    def _value(self) -> tuple[str, ...]:
        """The ids chosen, in the order of the options."""
        return tuple(option.id for option in self._asked.options if option.id in self._chosen)

    def key(self, name: str) -> bool:
        place = place_of(name)
        if place is None or not self._few or place >= len(self._asked.options):
            return False
        self._turn(place)
        return True

    def can(self, act: str) -> bool:
        """One dropping where all are kept at first, and ticks elsewhere: the same key."""
        if act == "finish" or self.step is None:
            return True
        return (act == "drop") is bool(self._asked.at_first)

    def act_drop(self) -> None:
        self._turn(self.query_one(Cells).cursor)

    def act_tick(self) -> None:
        self._turn(self.query_one(Cells).cursor)

    def act_finish(self) -> None:
        step, n = self._asked, len(self._chosen)
        if step.least <= n <= step.most:
            self.answer(self._value)
        else:
            self._problem = True
            self._draw()

    def on_cells_moved(self, event: Cells.Moved) -> None:
        event.stop()
        self._draw_sentence()

    def on_cells_picked(self, event: Cells.Picked) -> None:
        event.stop()
        self._turn(event.place)

    def _turn(self, place: int) -> None:
        """Choose an option, or choose it no more."""
        self._chosen ^= {self._asked.options[place].id}
        self._problem = False
        self.query_one(Cells).cursor = place
        self._draw()
        self.keep(self._value)

    def draft(self) -> Value | None:
        return None if self._chosen == self._found else self._value
