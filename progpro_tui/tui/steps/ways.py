"""The three ways not to answer, and to note something: a key and its words, each also to be clicked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from progpro_tui.core.answers import WAY_LETTERS, WAY_WORDS, Answer, Missing
from progpro_tui.core.steps import Step
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import NOTE, Act
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.room import SLIM
from progpro_tui.tui.steps.step_view import StepView

KEYS = {
    way: (letter, "s") if way is Missing.SKIPPED else (letter,) for way, letter in WAY_LETTERS.items()
}
"""The keys of each way; `s` skips too, as in *skip*."""


LEAVE_OUT = tuple(
    Act(f"leave_out('{way.value}')", keys, WAY_WORDS[way], shown=False) for way, keys in KEYS.items()
)


class Way(Static):
    """One way not to answer."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(markup=False, classes="way")
        self.missing = missing

    def on_click(self) -> None:
        view = next(a for a in self.ancestors if isinstance(a, StepView))
        view.leave_out(self.missing)


class Noting(Static):
    """Beside them the counsellor's own key, where the screen takes notes."""

    async def on_click(self) -> None:
        await self.screen.run_action(NOTE.action)


class Ways(Horizontal):
    """Those that a step offers; the one that was taken before is marked."""

    def __init__(self) -> None:
        super().__init__(id="ways")

    def compose(self) -> ComposeResult:
        for missing in KEYS:
            yield Way(missing)
        yield Noting(markup=False)

    def show(self, step: Step, kept: Answer | None, tr: Translator, plain: bool) -> None:
        """Say them in the language of the moment."""
        for way, (missing, keys) in zip(self.query(Way), KEYS.items(), strict=True):
            way.display = missing in step.takes
            mark = "• " if kept is missing else ""
            show(way, safe(f"{mark}{keys[0]} {tr(step.way_words(missing), plain=plain)}"))
        noting = self.query_one(Noting)
        # A slim window stacks the ways: the rows are the answers', and the help names the key.
        wide = self.app.size.width >= SLIM
        noting.display = wide and bool(self.screen.check_action(NOTE.action, ()))
        show(noting, safe(f"{NOTE.keys[0]} {tr(NOTE.words).lower()}"))
