"""The rating exercise and the style of answering."""

from __future__ import annotations

from typing import Any

import pytest

from progpro_rating.rating import Rating, RatingSettings
from progpro_rating.style import LongString, Speed, longest_string
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.run import Run
from progpro_tui.storage.records import from_data
from tests.support import SETTINGS, administration, answered, riasec

SMALL = riasec(count=2)


def test_settings_come_back_from_plain_data() -> None:
    assert from_data(SMALL.settings, RatingSettings) == SETTINGS


def test_the_outline_is_all_that_is_asked_in_order() -> None:
    outline = Rating().outline(Run(SMALL, SETTINGS, seed=1))
    assert [step.id for step in outline][1:] == [item.id for item in SMALL.items]
    assert [step.asks for step in outline] == [False] + [True] * 12
    asked = administration(SMALL, list(answered(SMALL, {}).live.values()))
    assert [step.id for step in asked.path] == [step.id for step in outline]


def test_lines_tell_the_three_ways_not_to_answer_apart() -> None:
    answers: dict[str, Answer] = {"r1": Missing.DECLINED, "i1": Missing.NOT_APPLICABLE, "a1": 4}
    lines = {line.step: line for line in answered(SMALL, answers).profile().lines}
    assert len({str(lines[step].answer) for step in ("r1", "i1", "s1")}) == 3
    assert lines["a1"].value == 4


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([3, 3, 3, 3, 2, 3, 4, 4], (4, 3)),
        ([3, 3, None, 3, 3, 3], (3, 3)),
        ([None, None], (0, None)),
        ([], (0, None)),
    ],
)
def test_the_longest_string_is_broken_by_what_is_missing(values: Any, expected: Any) -> None:
    assert longest_string(values) == expected


def test_a_long_string_becomes_a_question_and_never_a_verdict() -> None:
    same = answered(SMALL, {item.id: 4 for item in SMALL.items}).profile()
    result = LongString().compute(SMALL, same)
    assert result.data == {"long_string": {"value": 12}}
    assert result.question is not None
    mixed = answered(SMALL, {item.id: 1 + n % 5 for n, item in enumerate(SMALL.items)}).profile()
    assert LongString().compute(SMALL, mixed).question is None


def _timed(seconds: float) -> Any:
    from dataclasses import replace

    given = tuple(Given(item.id, 3, seconds=seconds) for item in SMALL.items)
    return replace(answered(SMALL, {}).profile(), given=given)


def test_speed_is_the_median_and_asks_only_of_the_fast() -> None:
    fast, calm = Speed().compute(SMALL, _timed(0.5)), Speed().compute(SMALL, _timed(6.0))
    assert fast.data == {"speed": {"value": 0.5}}
    assert fast.question is not None
    assert calm.question is None


def test_without_times_there_is_no_speed_and_the_reason_is_told() -> None:
    result = Speed().compute(SMALL, answered(SMALL, {}).profile())
    assert result.data == {"speed": {"value": None}}
    assert result.reason is not None
