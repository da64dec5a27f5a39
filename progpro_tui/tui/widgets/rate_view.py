"""One item to rate: the question, its answers, and the ways not to answer."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from progpro_tui.core.answers import Given, Missing
from progpro_tui.core.steps import Rate, Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import DIGIT_OF
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.widgets.options import Options
from progpro_tui.tui.widgets.step_view import Answered, StepView

WAYS = (
    ("p", Missing.SKIPPED, N_("skip")),
    ("n", Missing.NOT_APPLICABLE, N_("does not apply to me")),
    ("r", Missing.DECLINED, N_("I prefer not to answer")),
)


class Way(Static):
    """One way not to answer: a key and its words, also to be clicked."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(markup=False, classes="way")
        self.missing = missing

    def on_click(self) -> None:
        view = next(a for a in self.ancestors if isinstance(a, StepView))
        view.leave_out(self.missing)


class RateView(StepView):
    """The question has a fixed height and sits at its bottom: the answers never jump."""

    def __init__(self, points: int) -> None:
        super().__init__()
        self.points = points

    def compose(self) -> ComposeResult:
        yield Static(id="question", markup=False)
        yield Static(id="ask", markup=False)
        yield Options(self.points, id="answers")
        with Horizontal(id="ways"):
            for _, missing, _ in WAYS:
                yield Way(missing)

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Rate)
        again = self.is_on(step)
        self.step = step
        show(self.query_one("#question", Static), safe(tr(step.item, plain=plain)))
        show(self.query_one("#ask", Static), safe(tr(step.question, plain=plain)))
        values = [response.value for response in step.responses]
        kept = given.answer if given else None
        chosen = values.index(kept) if isinstance(kept, int) and kept in values else -1
        words = [f"{r.value}  {tr(r.label, plain=plain)}" for r in step.responses]
        options = self.query_one(Options)
        options.show(words, options.cursor if again else chosen, chosen)
        for way, (key, missing, label) in zip(self.query(Way), WAYS, strict=True):
            way.display = missing in step.takes
            mark = "• " if kept is missing else ""
            show(way, safe(f"{mark}{key} {tr(label)}"))

    def take_focus(self) -> None:
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
        self.post_message(Answered(self.step, self.step.responses[event.place].value))
