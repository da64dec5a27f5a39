"""Behaviour: what a kind of instrument asks, step by step, and what it makes of the answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from typing import ClassVar, Generic, TypeAlias, TypeVar

from progpro_tui.core.answers import Answer
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.steps import Step

S = TypeVar("S")
Steps: TypeAlias = Generator[Step, Answer, None]


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

    @abstractmethod
    def profile(self, run: Run[S]) -> Profile:
        """What the final answers amount to."""
