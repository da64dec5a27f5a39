"""What a condition is once it is read: tests of single answers, joined; true, false or not yet known.

Unknown is the third truth value of Kleene's strong logic of three values: an « and » is false as
soon as one part is, whatever the others will be. So a search can tell early that it is lost.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from progpro_tui.api import Answer

Truth: TypeAlias = bool | None
"""None: not known yet."""

Said: TypeAlias = Mapping[str, Answer | None]
"""Answers by question; None where the question stays without one. Others are not known yet."""


class Condition(ABC):
    """``tests`` are the single tests of which it is made; ``names`` the questions it looks at."""

    @abstractmethod
    def truth(self, said: Said) -> Truth:
        """Whether it holds, as far as these answers tell."""

    @property
    @abstractmethod
    def tests(self) -> tuple[AnswerTest, ...]: ...

    @property
    @abstractmethod
    def names(self) -> frozenset[str]: ...

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        """Whether it holds where these are all the answers."""
        return self.truth({name: answers.get(name) for name in self.names}) is not False


@dataclass(frozen=True)
class AnswerTest(Condition):
    """A test of the answer to one question.

    ``options`` are the ids that it tells from others, ``limits`` the numbers from which on an answer
    is on the other side. No answer at all, for whatever reason, is the same to every test.
    """

    name: str
    passes: Callable[[Any], bool]
    options: frozenset[str] = frozenset()
    limits: tuple[int, ...] = ()

    def truth(self, said: Said) -> Truth:
        return self.passes(said[self.name]) if self.name in said else None

    @property
    def tests(self) -> tuple[AnswerTest, ...]:
        return (self,)

    @property
    def names(self) -> frozenset[str]:
        return frozenset({self.name})


@dataclass(frozen=True)
class Joined(Condition):
    """Conditions of which all must hold, or (``any_will_do``) at least one."""

    parts: tuple[Condition, ...]
    any_will_do: bool = False

    def truth(self, said: Said) -> Truth:
        known: Truth = not self.any_will_do
        for part in self.parts:
            found = part.truth(said)
            if found is self.any_will_do:
                return found
            if found is None:
                known = None
        return known

    @cached_property
    def tests(self) -> tuple[AnswerTest, ...]:
        return tuple(test for part in self.parts for test in part.tests)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset().union(*(part.names for part in self.parts))


@dataclass(frozen=True)
class Not(Condition):
    """The condition that holds where another does not."""

    inner: Condition

    def truth(self, said: Said) -> Truth:
        found = self.inner.truth(said)
        return None if found is None else not found

    @property
    def tests(self) -> tuple[AnswerTest, ...]:
        return self.inner.tests

    @property
    def names(self) -> frozenset[str]:
        return self.inner.names


@dataclass(frozen=True)
class Unreadable(Condition):
    """What could not be read: nobody knows whether it holds. It may have named later questions."""

    later: frozenset[str] = frozenset()

    def truth(self, said: Said) -> Truth:
        return None

    @property
    def tests(self) -> tuple[AnswerTest, ...]:
        return ()

    @property
    def names(self) -> frozenset[str]:
        return self.later


ALWAYS = Joined(())
