"""Behaviour: what a kind of instrument asks, step by step, and what it makes of the answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from progpro_tui.core.answers import Answer
from progpro_tui.core.instrument import Scale
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.steps import Step
from progpro_tui.core.text import NN_, Message, Words, as_message, message

S = TypeVar("S")
Steps: TypeAlias = Generator[Step, Answer, Any]
"""What a generator of steps returns is its own affair: see ``replay``."""


@dataclass(frozen=True)
class Fault:
    """What an exercise cannot ask of a file: where in the file (entries by name, list items by
    number from 0), and what is wrong. ``of_name``: with the name of the entry, not with its value.
    """

    path: tuple[str | int, ...]
    what: Words
    of_name: bool = False

    @property
    def message(self) -> Message:
        """What is wrong, as a sentence."""
        return as_message(self.what)


@dataclass(frozen=True)
class Later:
    """Steps of an outline of which few are asked, and paper cannot know which.

    ``steps`` are their ids, in printed order. ``words`` tell the person what will be asked; ``room``
    is for how many of them a form has lines to write on, for each question that they ask, or 0 where
    they are asked by word of mouth.
    """

    steps: tuple[str, ...]
    words: Words
    room: int = 0


class Exercise(ABC, Generic[S]):
    """One kind of instrument. It keeps no state: everything it may know is in the run."""

    kind: ClassVar[str]
    """The word that an instrument file names it by."""

    Settings: ClassVar[type]
    """A frozen dataclass: what the file may say under ``settings:``."""

    @abstractmethod
    def steps(self, run: Run[S]) -> Steps:
        """Lead the person: a step goes out, its final answer comes in."""

    @abstractmethod
    def outline(self, run: Run[S]) -> Sequence[Step]:
        """All that may be asked, in printed order."""

    def length(self, run: Run[S]) -> int:
        """How many questions a person is asked at most, of those that count: the total of progress."""
        return sum(step.asks for step in self.outline(run))

    def size(self, run: Run[S]) -> Message:
        """How long the exercise is, as a list of instruments tells it: « 60 questions »."""
        return message(NN_("{n} question", "{n} questions"), n=self.length(run))

    def faults(self, run: Run[S]) -> Iterable[Fault]:
        """What does not fit in the file of this instrument, found when the file is read."""
        return ()

    def bounds(self, run: Run[S], scale: Scale) -> tuple[Fraction, Fraction] | None:
        """The least and the most that a score of this scale can be, which its levels must span.

        None where the file tells it by itself: by ``responses`` under ``settings:``.
        """
        return None

    def unprintable(self, run: Run[S]) -> Message | None:
        """Why this kind has no paper form, where it has none."""
        return None

    def later(self, run: Run[S]) -> Sequence[Later]:
        """What a paper form must leave open: it follows from the answers."""
        return ()

    def conditions(self, run: Run[S], lines: Mapping[str, str]) -> Mapping[str, Words]:
        """When a step is asked that is not always asked, in words for the person, by its id.

        ``lines`` are the numbers of the lines on which the steps stand on the form.
        """
        return {}

    @abstractmethod
    def profile(self, run: Run[S]) -> Profile:
        """What the final answers amount to."""
