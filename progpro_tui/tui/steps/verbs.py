"""The ways on from a field, as buttons: letters are for typing there."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.safe import safe
from progpro_tui.tui.widgets.verb import Verb

ON = ("go-on", "go-back", Missing.NOT_APPLICABLE.name)
OUT = (Missing.SKIPPED.name, Missing.DECLINED.name)
"""The ids of the buttons of each half; where both do not fit on a row, the second stands below."""

BRACKETS = 6
"""Columns around the words of a button: its brackets, and a free one at each side."""


def capital(words: str) -> str:
    """Words as a button says them: beginning with a capital."""
    return words[:1].upper() + words[1:]


def label(missing: Missing, step: Step, tr: Translator, plain: bool) -> str:
    """A way not to answer, as its button says it."""
    return capital(tr(step.way_words(missing), plain=plain))


class Verbs(Container):
    """Continue, back, and the ways not to answer that the step takes."""

    def compose(self) -> ComposeResult:
        for half in (ON, OUT):
            with Horizontal(classes="half"):
                for name in half:
                    yield Verb(id=name)

    def show(self, step: Step, kept: Answer | None, tr: Translator, plain: bool, width: int) -> int:
        """Say them in the language of the moment; on how many rows of this width they stand."""
        words = {"go-on": tr(N_("Continue")), "go-back": tr(N_("Back"))}
        for missing in Missing:
            if missing in step.takes:
                mark = "• " if kept is missing else ""
                words[missing.name] = mark + label(missing, step, tr, plain)
        for verb in self.query(Verb):
            verb.display = verb.id in words
            verb.say(words.get(verb.id or "", ""))
        rows = 0
        widths = [_widths(words, half) for half in (ON, OUT)]
        for half, buttons in zip(self.query(".half"), widths, strict=True):
            half.set_class(sum(buttons) > width, "-stacked")
            rows += len(buttons) if sum(buttons) > width else 1
        side_by_side = sum(map(sum, widths)) <= width
        self.set_class(not side_by_side, "-stacked")
        return 1 if side_by_side else rows


def _widths(words: dict[str, str], half: tuple[str, ...]) -> list[int]:
    """Columns of the buttons of one half."""
    return [safe(words[name]).cell_length + BRACKETS for name in half if name in words]
