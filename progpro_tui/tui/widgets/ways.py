"""The three ways not to answer: a key and its words, each also to be clicked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.widgets.step_view import StepView

WAYS = (
    (("p", "s"), Missing.SKIPPED, N_("skip")),
    (("n",), Missing.NOT_APPLICABLE, N_("does not apply to me")),
    (("r",), Missing.DECLINED, N_("I prefer not to answer")),
)
"""Their keys and words; `s` skips too, as in *skip*."""


def way_words(missing: Missing, step: Step) -> Words:
    """A way not to answer as the person reads it, in the author's words where there are any."""
    if missing is Missing.NOT_APPLICABLE and step.not_applicable is not None:
        return step.not_applicable
    if missing is Missing.SKIPPED and step.skip_words is not None:
        return step.skip_words
    return message({way: words for _, way, words in WAYS}[missing])


class Way(Static):
    """One way not to answer."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(markup=False, classes="way")
        self.missing = missing

    def on_click(self) -> None:
        view = next(a for a in self.ancestors if isinstance(a, StepView))
        view.leave_out(self.missing)


class Ways(Horizontal):
    """Those that a step offers; the one that was taken before is marked."""

    def __init__(self) -> None:
        super().__init__(id="ways")

    def compose(self) -> ComposeResult:
        for _, missing, _ in WAYS:
            yield Way(missing)

    def show(self, step: Step, kept: Answer | None, tr: Translator, plain: bool) -> None:
        """Say them in the language of the moment."""
        for way, (keys, missing, _) in zip(self.query(Way), WAYS, strict=True):
            way.display = missing in step.takes
            mark = "• " if kept is missing else ""
            show(way, safe(f"{mark}{keys[0]} {tr(way_words(missing, step), plain=plain)}"))
