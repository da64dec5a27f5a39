"""The small vocabulary between exercises and screens: what is asked, and what it accepts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.text import N_, Text, Words

SEEN = "seen"
"""The answer to a step that only shows something."""

SHOW = "show:"
"""How the id of such a step begins."""


@dataclass(frozen=True)
class Response:
    """One point of a rating scale: the code that is stored, and its words."""

    value: int
    label: Text


@dataclass(frozen=True)
class Step(ABC):
    """One thing asked. ``id`` names what is asked, never its place in the order."""

    id: str

    @property
    def asks(self) -> bool:
        """Whether the step counts in « 12 of 60 »."""
        return True

    @property
    def takes(self) -> frozenset[Missing]:
        """The ways not to answer that this step offers."""
        return frozenset()

    def check(self, answer: Answer) -> None:
        """Raise :class:`AnswerRefused` unless the step accepts this answer."""
        if isinstance(answer, Missing):
            if answer not in self.takes:
                raise AnswerRefused(N_("This question cannot be left in that way."))
        else:
            self.check_value(answer)

    @abstractmethod
    def check_value(self, value: int | str) -> None:
        """Raise :class:`AnswerRefused` unless the step accepts this value."""


@dataclass(frozen=True)
class Show(Step):
    """Words to read before going on. Its only answer is ``SEEN``.

    Its id begins with ``show:``, so that a kept answer tells by itself that nothing was asked.
    """

    title: Words
    body: Words
    proceed: Words

    def __post_init__(self) -> None:
        if not self.id.startswith(SHOW):
            raise ValueError(f"{self.id} does not begin with {SHOW}")

    @property
    def asks(self) -> bool:
        return False

    def check_value(self, value: int | str) -> None:
        if value != SEEN:
            raise AnswerRefused(N_("There is nothing to answer here."))


@dataclass(frozen=True)
class Rate(Step):
    """One item to rate on a scale of labelled points."""

    item: Text
    question: Text
    responses: tuple[Response, ...]
    not_applicable: bool = True

    @property
    def takes(self) -> frozenset[Missing]:
        ways = {Missing.SKIPPED, Missing.DECLINED}
        return frozenset(ways | {Missing.NOT_APPLICABLE} if self.not_applicable else ways)

    def check_value(self, value: int | str) -> None:
        # bool is an int in Python, and True would pass for 1.
        if type(value) is not int or all(value != response.value for response in self.responses):
            raise AnswerRefused(
                N_("{found} is not on the scale: a whole number from {least} to {most} is."),
                found=str(value),
                least=self.responses[0].value,
                most=self.responses[-1].value,
            )
