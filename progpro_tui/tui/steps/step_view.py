"""How a step looks: one widget a kind of step, chosen by the step's type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message

from progpro_tui.core.answers import Answer, Given, Missing, Value
from progpro_tui.core.steps import Step
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act, bindings

CALM = 64
"""Columns of the beneficiary's block of text; a broad view says how many it takes."""

RUN_LEAST = (60, 20)
"""Columns and rows that a calm step holds down to: large text is the terminal's zoom."""

SCREEN_LEAST = (80, 24)
"""And one that lays many things out."""


@dataclass
class Answered(Message):
    """The person answered a step, for good or as a draft."""

    step: Step
    answer: Answer
    final: bool = True


class StepView(Vertical):
    """The widget of one step. ``show`` draws it again after language, wording or answer changed.

    ``ACTS`` are what keys do here besides answering: each action is ``screen.step('name')``, and
    leads to the method ``act_name``. ``BROAD`` views may be wider than a block of text, up to
    ``WIDEST`` columns; ``LEAST`` is the size below which nobody could answer.
    """

    ACTS: ClassVar[tuple[Act, ...]] = ()
    BROAD: ClassVar[bool] = False
    WIDEST: ClassVar[int] = 104
    LEAST: ClassVar[tuple[int, int]] = RUN_LEAST

    step: Step | None = None

    def __init_subclass__(cls) -> None:
        own: list[BindingType] = list(bindings(cls.ACTS))
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *own]
        super().__init_subclass__()

    # -- what a view gives ------------------------------------------------------------------------

    def fits(self, step: Step) -> bool:
        """Whether this widget can show that step too, without being made anew."""
        return False

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        """Draw the step, with the answer it was given before."""
        raise NotImplementedError

    @property
    def lettered(self) -> bool:
        """Whether letters leave the step out now; not where they could be meant otherwise."""
        return True

    def act_words(self, act: Act) -> str:
        """The words of an act where they are more exact here and now; nothing where not."""
        return ""

    def take_focus(self, back: bool = False) -> None:
        """Put the focus where answers are given; ``back`` where one came back to the step."""
        raise NotImplementedError

    def key(self, name: str) -> bool:
        """Take a key that answers this step; false where it means nothing here."""
        return False

    def can(self, act: str) -> bool:
        """Whether an act of ``ACTS`` does anything here and now."""
        return True

    def draft(self) -> Value | None:
        """What stands here unsaved; it is kept before one goes elsewhere."""
        return None

    # -- what a view does -------------------------------------------------------------------------

    def is_on(self, step: Step) -> bool:
        """Whether this step is shown already: then its cursor and what is typed stay."""
        return self.step is not None and self.step.id == step.id

    def answer(self, value: Value) -> None:
        """Answer the step for good."""
        assert self.step is not None
        self.post_message(Answered(self.step, value))

    def keep(self, value: Value) -> None:
        """Keep a draft: saved like any answer, and the run stays here."""
        assert self.step is not None
        self.post_message(Answered(self.step, value, final=False))

    def leaves_out(self, missing: Missing) -> bool:
        """Whether the letter of this way not to answer does anything now."""
        return self.step is not None and missing in self.step.takes and self.lettered

    def leave_out(self, missing: Missing) -> None:
        """Answer in one of the ways not to, where the step offers it."""
        if self.step is not None and missing in self.step.takes:
            self.post_message(Answered(self.step, missing))

    def act(self, name: str) -> None:
        """Do one of the ``ACTS``."""
        getattr(self, f"act_{name}")()
