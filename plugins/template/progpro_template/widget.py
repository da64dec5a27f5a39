"""How the step looks in the app: a row of points, turned by the arrows or by a digit."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_template.step import Turn
from progpro_tui.widget_api import Act, Given, Step, StepView, Text, Translator, Ways, safe, show

LESS = Text({"fr": "Moins", "en": "Less"})
MORE = Text({"fr": "Plus", "en": "More"})
CONTINUE = Text({"fr": "Continuer", "en": "Continue"})
BACK = Text({"fr": "Revenir", "en": "Back"})


class Needle(Static, can_focus=True):
    """What has the focus, and the keys."""


class TurnView(StepView):
    """``show`` draws, ``answer`` answers; every word goes through ``safe``."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('done')", ("enter",), CONTINUE),
        Act("screen.back", ("backspace",), BACK),  # ← turns the dial: the way back needs a key
        Act("screen.step('less')", ("left",), LESS, shown=False),  # in the help; drawn as arrows
        Act("screen.step('more')", ("right",), MORE, shown=False),
    )

    def __init__(self) -> None:
        super().__init__()
        self.value = 0
        self.top = 0

    def compose(self) -> ComposeResult:
        yield Static(id="item", markup=False)
        yield Static(id="question", markup=False)
        yield Needle(id="needle", markup=False)
        yield Ways()

    def fits(self, step: Step) -> bool:
        return isinstance(step, Turn)

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Turn)
        kept = given.answer if given is not None else None
        if not self.is_on(step):
            self.value = kept if isinstance(kept, int) else step.top // 2
        self.step, self.top = step, step.top
        show(self.query_one("#item", Static), safe(tr(step.item, plain=plain)))
        show(self.query_one("#question", Static), safe(tr(step.question, plain=plain)))
        self.query_one(Ways).show(step, kept, tr, plain)
        self.turn_to(self.value)

    def take_focus(self, back: bool = False) -> None:
        self.query_one(Needle).focus()

    def key(self, name: str) -> bool:
        if name.isdecimal() and int(name) <= self.top:
            self.answer(int(name))
            return True
        return False

    def turn_to(self, value: int) -> None:
        self.value = max(0, min(self.top, value))
        drawn = "●" * self.value + "○" * (self.top - self.value)
        show(self.query_one(Needle), safe(f"← {drawn} →  {self.value}"))

    def act_less(self) -> None:
        self.turn_to(self.value - 1)

    def act_more(self) -> None:
        self.turn_to(self.value + 1)

    def act_done(self) -> None:
        self.answer(self.value)
