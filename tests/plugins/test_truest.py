"""The truest of those rated highest: who may be chosen, and what a choice adds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from progpro_rating.rating import Rating, RatingSettings, Truest
from progpro_tui.core.answers import Answer
from progpro_tui.core.card_steps import Choose
from progpro_tui.core.run import Run
from tests.kinds import golden, profile_of, run_of
from tests.support import SETTINGS, instrument, items, scale, text


def test_a_bonus_is_added_to_the_keyed_answer_before_the_mean() -> None:
    """Answers 4, 5, 3, 5, one chosen, bonus 2: 19/4."""
    truest = Truest(text("Which?"), most=1, bonus=2)
    settings = RatingSettings(SETTINGS.question, SETTINGS.responses, truest=truest)
    of = instrument(items("S", 4), [scale("S")])
    answers: dict[str, Answer] = {"s1": 4, "s2": 5, "s3": 3, "s4": 5, "truest": ("s2",)}
    score = Rating().profile(Run(of, settings, 1, answers)).score("S")
    assert score.value == Fraction(19, 4)
    assert score.most == 5 + Fraction(2, 4)


def test_bonuses_count_each_for_its_scale() -> None:
    six = {"craft1": 4, "craft2": 5, "safe1": 4, "safe2": 2, "free1": 1, "free2": 1}
    profile = profile_of(golden("truest"), {**six, "truest": ("craft2", "safe1")})
    found = {score.scale: score.value for score in profile.scores}
    assert found == {"craft": Fraction(4 + 7, 2), "safe": Fraction(6 + 2, 2), "free": 1}


def offered(answers: Mapping[str, Answer]) -> list[str]:
    """The items among which the truest are asked; none where it is not asked."""
    run: Run[RatingSettings] = run_of(golden("truest"))
    steps = Rating().steps(run)
    try:
        step = next(steps)
        while step.id != "truest":
            step = steps.send(answers.get(step.id, "seen" if step.id.startswith("show:") else 1))
    except StopIteration:
        return []
    assert isinstance(step, Choose)
    return [option.id for option in step.options]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"craft1": 5, "safe1": 5, "free1": 4}, ["craft1", "safe1"]),
        ({"craft1": 5, "safe1": 4, "free1": 4}, ["craft1", "safe1", "free1"]),  # the group whole
        ({"craft1": 5, "safe1": 3, "free1": 3}, ["craft1"]),  # the middle is not true
        ({"craft1": 3}, []),
    ],
)
def test_the_truest_are_sought_among_those_rated_highest(
    answers: dict[str, Answer], expected: list[str]
) -> None:
    assert offered(answers) == expected
