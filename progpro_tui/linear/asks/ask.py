"""What every way of asking has: words to say, and the reading of one line."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from progpro_tui.core.answers import Answer, Missing, Value
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.steps import Option, Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.linear.commands import Tell

S = TypeVar("S", bound=Step)


@dataclass(frozen=True)
class Reply:
    """An answer that a line gives, or a draft; ``said`` is what came of a draft."""

    answer: Answer
    final: bool = True
    said: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Told:
    """A line that asked for words, and answers nothing."""

    said: tuple[Words, ...]


Read: TypeAlias = Reply | Told


class Ask(ABC, Generic[S]):
    """One step, said in lines. ``kept`` is what stands there already: an answer or a draft."""

    def __init__(self, step: S, kept: Answer | None) -> None:
        self.step = step
        self.kept = kept

    @property
    def writes(self) -> bool:
        """Whether anything may be typed: then what is no text begins with a colon."""
        return False

    @property
    def kept_value(self) -> Value | None:
        return None if isinstance(self.kept, Missing) else self.kept

    @abstractmethod
    def question(self) -> Iterator[Words]:
        """The question and what may be answered, a line each."""

    @abstractmethod
    def read(self, line: str, tell: Tell) -> Read:
        """What a line says that is not empty. Raises :class:`AnswerRefused` where it says nothing."""

    def enter(self) -> Read | None:
        """What an empty line says: what stands is kept; none where nothing stands."""
        return None if self.kept is None else Reply(self.kept)

    def standing(self) -> Iterator[Words]:
        """What stands there already, and that an empty line keeps it."""
        if self.kept is not None:
            words = N_("Your answer: {answer}. Enter keeps it.")
            yield message(words, answer=self.in_words(self.kept))

    def in_words(self, answer: Answer) -> Words:
        """An answer as the person reads it."""
        return self.step.way_words(answer) if isinstance(answer, Missing) else self.said(answer)

    def said(self, value: Value) -> Words:
        """A value in words."""
        return self.step.value_in_words(value)

    def erase(self) -> Reply:
        """Begin anew. Raises :class:`AnswerRefused` where nothing is written."""
        raise AnswerRefused(N_("There is no text to erase here."))

    def help(self) -> Iterator[Words]:
        """What helps with this step alone."""
        yield from ()


def numbered(options: Iterable[Option]) -> Iterator[Words]:
    """Options a line each, by their numbers from 1."""
    for n, option in enumerate(options, 1):
        yield labelled(str(n), full(option))


def labelled(label: str | Words, words: Words) -> Words:
    return message(N_("{label}: {words}"), label=label, words=words)


def full(option: Option) -> Words:
    """What an option is called, and its line."""
    if option.line is None:
        return option.name
    return message(N_("{name}. {line}"), name=option.name, line=option.line)


def names_of(options: Sequence[Option], tell: Tell) -> list[str]:
    return [tell(option.name) for option in options]


def parted(words: Iterable[Words]) -> Words | None:
    """Words in one line, with semicolons between them."""
    found = list(words)
    if not found:
        return None
    said = found[0]
    for following in found[1:]:
        said = message(N_("{one}; {other}"), one=said, other=following)
    return said
