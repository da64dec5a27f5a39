"""For every question the answers that conditions tell apart, one of each sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from progpro_forms.questions import Question, bounds_of, options_of
from progpro_forms.truth import AnswerTest
from progpro_tui.api import Answer


def samples(question: Question, tests: Iterable[AnswerTest]) -> Iterator[Answer]:
    """One answer of every sort that these tests of the question tell apart, no answer left out."""
    tests = tuple(tests)
    named = frozenset(name for test in tests for name in test.options)
    if question.type == "one":
        yield from _one(question, named)
    elif question.type == "several":
        yield from _several(question, named)
    elif question.type == "rating":
        yield from (response.value for response in question.responses)
    elif question.type == "number":
        yield from _number(question, (limit for test in tests for limit in test.limits))
    else:
        yield "2026"  # A text or a date: that it was answered is all that a condition can ask.


def _one(question: Question, named: frozenset[str]) -> Iterator[str]:
    options = [option.id for option in options_of(question)]
    yield from (option for option in options if option in named)
    yield from [option for option in options if option not in named][:1]


def _several(question: Question, named: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Every choice among the named options, filled up by others to the least where it can be."""
    options = [option.id for option in options_of(question)]
    least, most = bounds_of(question)
    marked = [option for option in options if option in named]
    others = [option for option in options if option not in named]
    for n in range(min(len(marked), most) + 1):
        filling = others[: max(0, least - n)]
        if n + len(filling) >= least:
            yield from ((*chosen, *filling) for chosen in combinations(marked, n))


def _number(question: Question, limits: Iterable[int]) -> Iterator[int]:
    """The first number of every stretch between two limits."""
    least, most = bounds_of(question)
    yield from (n for n in sorted({least, *limits}) if least <= n <= most)
