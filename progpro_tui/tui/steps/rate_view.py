"""One item to rate: the question, its answers, and the ways not to answer."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.answers import Given
from progpro_tui.core.scale_steps import Rate
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import DIGIT_OF
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.step_view import StepView
from progpro_tui.tui.steps.ways import Ways
from progpro_tui.tui.widgets.options import Options


class RateView(StepView):
    """The question has a fixed height and sits at its bottom: the answers never jump."""

    def __init__(self, points: int) -> None:
        super().__init__()
        self.points = points

    def compose(self) -> ComposeResult:
        yield Static(id="question", markup=False)
        yield Static(id="ask", markup=False)
        yield Options(self.points, id="answers")
        yield Ways()

    def fits(self, step: Step) -> bool:
        return isinstance(step, Rate) and len(step.responses) == self.points

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Rate)
        again = self.is_on(step)
        self.step = step
        item = tr(step.item, plain=plain)
        if step.opposite is not None:
            opposite = tr(step.opposite, plain=plain)
            item = tr(N_("{one}  –  {other}"), one=item, other=opposite)
        show(self.query_one("#question", Static), safe(item))
        show(self.query_one("#ask", Static), safe(tr(step.question, plain=plain)))
        values = [response.value for response in step.responses]
        kept = given.answer if given else None
        chosen = values.index(kept) if isinstance(kept, int) and kept in values else -1
        words = [f"{r.value}  {tr(r.label, plain=plain)}" for r in step.responses]
        options = self.query_one(Options)
        options.show(words, options.cursor if again else chosen, chosen)
        self.query_one(Ways).show(step, kept, tr, plain)

    def take_focus(self, back: bool = False) -> None:
        self.query_one(Options).focus()

    def key(self, name: str) -> bool:
        assert isinstance(self.step, Rate)
        digit = DIGIT_OF.get(name)
        values = [response.value for response in self.step.responses]
        if digit is None or int(digit) not in values:
            return False
        self.query_one(Options).pick(values.index(int(digit)))
        return True

    def on_options_picked(self, event: Options.Picked) -> None:
        event.stop()
        assert isinstance(self.step, Rate)
        self.answer(self.step.responses[event.place].value)
