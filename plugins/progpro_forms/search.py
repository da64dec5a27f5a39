"""The search for answers with which a question is asked, within one budget for a whole form.

A question may always be passed, and to a condition that is the same as not being asked. So only
what must hold is sought: the condition of the question, and that of each question it needs answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from progpro_forms.questions import Question
from progpro_forms.samples import samples
from progpro_forms.truth import AnswerTest, Condition
from progpro_tui.api import Answer

MOST_TESTS = 400_000
"""Tests of answers for a whole form: a fraction of a second."""

MOST_TESTS_EACH = 40_000
"""Tests for one question, so that a hard one leaves time for the others."""


class _Spent(Exception):
    """The budget is used up, and nothing is proven."""


@dataclass
class _Level:
    """One question decided: its values left to try, and what was open before."""

    name: str
    values: Iterator[Answer | None]
    open: list[Condition]


class Search:
    """Looks for answers that lead to each question of a form."""

    def __init__(self, questions: Sequence[Question], read: Mapping[str, Condition]) -> None:
        self._questions = {question.id: question for question in questions}
        self._read = read
        self._tests: dict[str, list[AnswerTest]] = defaultdict(list)
        for condition in read.values():
            for test in condition.tests:
                self._tests[test.name].append(test)
        self._values: dict[str, list[Answer | None]] = {}
        self._left = self._left_here = 0
        self._reached: set[str] = set()
        self._impossible: set[str] = set()

    def impossible(self) -> set[str]:
        """The questions that are proven to be asked of nobody.

        First from the last question back, since the way to it leads through others; then forward, so
        that what hangs on an impossible one is known at once.
        """
        names = list(self._questions)
        for order in (names[::-1], names):
            self._left = MOST_TESTS // 2
            for name in order:
                known = name in self._reached or name in self._impossible
                if not known and self._left > 0:
                    self._look_for(name)
        return self._impossible

    def _look_for(self, name: str) -> None:
        self._left_here = MOST_TESTS_EACH
        try:
            said = self._answers_for(name)
        except _Spent:
            return
        if said is None:
            self._impossible.add(name)
        else:  # Whoever answers so is asked those other questions too.
            self._reached |= {name, *(other for other, value in said.items() if value is not None)}

    def _answers_for(self, name: str) -> dict[str, Answer | None] | None:
        """Answers with which a question is asked, as far as they matter; none where there are none."""
        said: dict[str, Answer | None] = {}
        levels: list[_Level] = []
        needed = self._still_open([self._read[name]], said)
        while True:
            if needed is not None:
                if not needed:
                    return said
                chosen, values = self._next(needed[0], said)
                levels.append(_Level(chosen, iter(values), needed))
            if not _step(levels, said):
                return None
            level = levels[-1]
            more = [] if said[level.name] is None else [self._read[level.name]]
            needed = self._still_open([*level.open, *more], said)

    def _still_open(
        self, needed: Iterable[Condition], said: Mapping[str, Answer | None]
    ) -> list[Condition] | None:
        """What these answers leave open; none where something can no longer hold.

        A condition of which nobody can tell any more, since a part was not readable, is let pass.
        """
        left: list[Condition] = []
        for condition in needed:
            self._pay(len(condition.tests))
            truth = condition.truth(said)
            if truth is False:
                return None
            if truth is None and any(test.name not in said for test in condition.tests):
                left.append(condition)
        return left

    def _next(
        self, condition: Condition, said: dict[str, Answer | None]
    ) -> tuple[str, list[Answer | None]]:
        """The question with the fewest answers that leave the condition possible, and these."""
        best: tuple[str, list[Answer | None]] | None = None
        unknown = dict.fromkeys(test.name for test in condition.tests if test.name not in said)
        for name in unknown:
            fit: list[Answer | None] = []
            for value in self._values_of(name):
                self._pay(len(condition.tests))
                said[name] = value
                if condition.truth(said) is not False:
                    fit.append(value)
                if best is not None and len(fit) >= len(best[1]):
                    break
            else:
                best = (name, fit)
            del said[name]
            if len(best[1]) <= 1:
                break
        assert best is not None
        return best

    def _values_of(self, name: str) -> list[Answer | None]:
        """What may be said to a question, passing it last; to one that nobody is asked, nothing."""
        if name in self._impossible:
            return [None]
        if name not in self._values:
            found = samples(self._questions[name], self._tests[name])
            self._values[name] = [*found, None]
            self._pay(len(self._values[name]) + len(self._tests[name]))
        return self._values[name]

    def _pay(self, tests: int) -> None:
        """Take from the budget; where nothing is left the work ends."""
        self._left -= tests + 1
        self._left_here -= tests + 1
        if min(self._left, self._left_here) < 0:
            raise _Spent


def _step(levels: list[_Level], said: dict[str, Answer | None]) -> bool:
    """Say the next value of the deepest question that has one left; whether there was one."""
    while levels:
        level = levels[-1]
        for value in level.values:
            said[level.name] = value
            return True
        said.pop(level.name, None)
        levels.pop()
    return False
