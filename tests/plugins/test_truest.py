"""The truest of those rated highest: who may be chosen, and what a choice adds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_rating.rating import Rating, RatingSettings, Truest
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.card_steps import Choose
from progpro_tui.core.run import Run
from progpro_tui.core.scoring import bonus_share, fewest
from progpro_tui.testing import instrument_from
from tests.kinds import golden, host, profile_of, run_of
from tests.support import SETTINGS, instrument, items, scale, text

ANCHORS = Path(__file__).parents[2] / "questionnaires" / "career-anchors.yaml"


def test_a_bonus_is_added_to_the_keyed_answer_before_the_mean() -> None:
    """Answers 4, 5, 3, 5, one chosen, bonus 2: 19/4."""
    truest = Truest(text("Which?"), most=1, bonus=2)
    settings = RatingSettings(SETTINGS.question, SETTINGS.responses, truest=truest)
    of = instrument(items("S", 4), [scale("S")])
    answers: dict[str, Answer] = {"s1": 4, "s2": 5, "s3": 3, "s4": 5, "truest": ("s2",)}
    score = Rating().profile(Run(of, settings, 1, answers)).score("S")
    assert score.value == Fraction(19, 4)
    # The same answers, two of them only: the least that gives a score, (5 + 7) / 2.
    assert score.most == 6


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


@given(
    st.lists(st.integers(1, 3), min_size=1, max_size=5),
    st.fractions(0, 1, max_denominator=6),
    st.integers(1, 4),
)
def test_no_answers_gain_more_of_a_bonus_than_the_share_that_bounds_it(
    weights: list[int], share: Fraction, most: int
) -> None:
    """Every set of answers that gives a score, and every choice among them, against the formula."""
    places = range(len(weights))
    gained = [
        Fraction(sum(weights[n] for n in chosen), sum(weights[n] for n in answered))
        for count in range(fewest(share, len(weights)), len(weights) + 1)
        for answered in combinations(places, count)
        for chosen in combinations(answered, min(most, count))
    ]
    assert bonus_share(weights, share, most) == max(gained)


def test_a_score_with_a_gap_stays_on_its_scale_and_keeps_its_level() -> None:
    """One chosen of two; the other skipped: 5 + 2 is the most, and the scale goes up to it."""
    settings = RatingSettings(
        SETTINGS.question, SETTINGS.responses, truest=Truest(text("Which?"), most=1, bonus=2)
    )
    of = instrument(items("S", 2), [scale("S", minimum_share=Fraction(1, 2))])
    answers: dict[str, Answer] = {"s1": 5, "s2": Missing.SKIPPED, "truest": ("s1",)}
    score = Rating().profile(Run(of, settings, 1, answers)).score("S")
    assert (score.value, score.most, score.share) == (Fraction(7), Fraction(7), Fraction(1))


def test_the_anchors_run_from_one_to_seven() -> None:
    profile = profile_of(instrument_from(ANCHORS, host()), {})
    assert {(score.least, score.most) for score in profile.scores} == {(Fraction(1), Fraction(7))}
