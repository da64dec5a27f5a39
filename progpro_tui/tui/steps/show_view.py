"""Instructions: read, then begin."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.answers import Given
from progpro_tui.core.steps import SEEN, Show, Step
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.step_view import StepView
from progpro_tui.tui.widgets.verb import Verb


class ShowView(StepView):
    """A title, a few lines, one button."""

    def compose(self) -> ComposeResult:
        yield Static(id="show-title", markup=False)
        yield Static(id="show-body", markup=False)
        yield Verb(id="proceed")

    def fits(self, step: Step) -> bool:
        return isinstance(step, Show)

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Show)
        self.step = step
        show(self.query_one("#show-title", Static), safe(tr(step.title, plain=plain)))
        body = tr(step.body, plain=plain).strip()
        show(self.query_one("#show-body", Static), safe(body, lines=True))
        self.query_one("#proceed", Verb).say(tr(step.proceed))

    def take_focus(self, back: bool = False) -> None:
        self.query_one("#proceed").focus()

    def on_button_pressed(self) -> None:
        self.answer(SEEN)
