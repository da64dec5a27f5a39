"""The small vocabulary between exercises and screens: what is asked, and what it accepts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated

from progpro_tui.core.answers import MISSING_WORDS, WAY_WORDS, Answer, Missing, Value
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.shown import shown
from progpro_tui.core.text import N_, Text, Words, message

SEEN = "seen"
"""The answer to a step that only shows something."""

SHOW = "show:"
"""How the id of such a step begins."""

NO_WAY: frozenset[Missing] = frozenset()
SKIP_OR_DECLINE = frozenset({Missing.SKIPPED, Missing.DECLINED})
ANY_WAY = frozenset(Missing)
"""The ways not to answer that a step may offer."""


@dataclass(frozen=True)
class Response:
    """One point of a rating scale: the code that is stored, and its words."""

    value: Annotated[int, N_("The number that is kept and counted for this answer.")]
    label: Annotated[Text, N_("The answer in words.")]


@dataclass(frozen=True)
class Option:
    """One thing to choose, rank, sort or place: a card, an activity, a pile, a row.

    ``name`` is what it is called, ``line`` one sentence on it, ``short`` at most 24 letters for
    narrow places (the name, where there is none).
    """

    id: str
    name: Words
    line: Words | None = None
    short: Words | None = None


@dataclass(frozen=True)
class Count:
    """Where a step stands among those like it, where that is not its place in the run.

    ``words`` is a marked sentence with the slots ``n`` and ``total``.
    """

    n: int
    total: int
    words: str = N_("{n} of {total}")


@dataclass(frozen=True)
class Step(ABC):
    """One thing asked. ``id`` names what is asked, never its place in the order.

    ``takes`` are the ways not to answer that it offers; ``not_applicable`` and ``skip_words`` word
    two of them where they mean something more exact here, such as the end of a list.
    """

    id: str
    takes: frozenset[Missing] = field(default=SKIP_OR_DECLINE, kw_only=True)
    not_applicable: Words | None = field(default=None, kw_only=True)
    skip_words: Words | None = field(default=None, kw_only=True)
    count: Count | None = field(default=None, kw_only=True)

    @property
    @abstractmethod
    def topic(self) -> Words:
        """What is asked, in a few words: the line by which an answer is found again."""

    @property
    def asks(self) -> bool:
        """Whether the step counts in « 12 of 60 »."""
        return True

    def fallback(self) -> Step:
        """A built-in step of the same id that takes the same answers: itself, where it is built in.

        What has no widget for a plugin's own step asks this one: lines, paper, simulation.
        """
        return self

    def check(self, answer: Answer, final: bool = True) -> None:
        """Raise :class:`AnswerRefused` unless the step accepts this answer, or this draft."""
        if isinstance(answer, Missing):
            if answer not in self.takes:
                raise AnswerRefused(N_("This question cannot be left in that way."))
        elif final:
            self.check_value(answer)
        else:
            self.check_draft(answer)

    @abstractmethod
    def check_value(self, value: Value) -> None:
        """Raise :class:`AnswerRefused` unless the step accepts this value."""

    def check_draft(self, value: Value) -> None:
        """As :meth:`check_value`, for a value that is not yet finished."""
        self.check_value(value)

    @abstractmethod
    def value_in_words(self, value: Value) -> Words:
        """What a value that the step accepts says."""

    def way_words(self, way: Missing) -> Words:
        """A way not to answer as the person reads it, in the author's words where there are any."""
        if way is Missing.NOT_APPLICABLE and self.not_applicable is not None:
            return self.not_applicable
        if way is Missing.SKIPPED and self.skip_words is not None:
            return self.skip_words
        return message(WAY_WORDS[way])

    def in_words(self, answer: Answer) -> Words:
        """What an answer says, as the counsellor reads it."""
        if isinstance(answer, Missing):
            return message(MISSING_WORDS[answer])
        return self.value_in_words(answer)


@dataclass(frozen=True)
class Show(Step):
    """Words to read before going on. Its only answer is ``SEEN``.

    Its id begins with ``show:``, so that a kept answer tells by itself that nothing was asked.
    """

    title: Words
    body: Words
    proceed: Words
    takes: frozenset[Missing] = field(default=NO_WAY, kw_only=True)

    def __post_init__(self) -> None:
        if not self.id.startswith(SHOW):
            raise ValueError(f"{self.id} does not begin with {SHOW}")

    @property
    def topic(self) -> Words:
        return self.title

    @property
    def asks(self) -> bool:
        return False

    def check_value(self, value: Value) -> None:
        if value != SEEN:
            raise AnswerRefused(N_("There is nothing to answer here."))

    def value_in_words(self, value: Value) -> Words:
        return self.title


def check_point(value: Value, points: Iterable[int]) -> None:
    """Raise :class:`AnswerRefused` unless ``value`` is one of these points, from least to most."""
    known = tuple(points)
    # bool is an int in Python, and True would pass for 1.
    if type(value) is not int or value not in known:
        if not known:
            raise AnswerRefused(N_("There is nothing to answer here."))
        raise AnswerRefused(
            N_("{found} is not on the scale: a whole number from {least} to {most} is."),
            found=shown(value),
            least=known[0],
            most=known[-1],
        )


def check_one_of(value: Value, options: Iterable[Option]) -> None:
    """Raise :class:`AnswerRefused` unless ``value`` is the id of one of these options."""
    if not isinstance(value, str) or all(value != option.id for option in options):
        raise AnswerRefused(N_("{found} is not one of the choices here."), found=shown(value))


def about(subject: Words | None, question: Words) -> Words:
    """A question with what it is about before it."""
    if subject is None:
        return question
    return message(N_("{label}: {words}"), label=subject, words=question)


def option_named(options: Iterable[Option], option_id: str) -> Option:
    """The option of this id. Raises ``KeyError`` where there is none."""
    for option in options:
        if option.id == option_id:
            return option
    raise KeyError(option_id)
