"""How a step looks: one widget a kind of step, chosen by the step's type."""

from __future__ import annotations

from dataclasses import dataclass

from textual.containers import Vertical
from textual.message import Message

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.steps import Step
from progpro_tui.i18n.translator import Translator


@dataclass
class Answered(Message):
    """The person answered a step, for good or as a draft."""

    step: Step
    answer: Answer
    final: bool = True


class StepView(Vertical):
    """The widget of one step. ``show`` draws it again after language, wording or answer changed."""

    step: Step | None = None

    def is_on(self, step: Step) -> bool:
        """Whether this step is shown already: then its cursor and what is typed stay."""
        return self.step is not None and self.step.id == step.id

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        """Draw the step, with the answer it was given before."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the focus where answers are given."""
        raise NotImplementedError

    def leave_out(self, missing: Missing) -> None:
        """Answer in one of the ways not to, where the step offers it."""
        if self.step is not None and missing in self.step.takes:
            self.post_message(Answered(self.step, missing))

    def key(self, name: str) -> bool:
        """Take a key that answers this step; false where it means nothing here."""
        return False
