"""Simulated respondents: their model, their manners, and what is counted of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from statistics import NormalDist, correlation, fmean, stdev
from typing import get_args

import pytest

from progpro_tui.authoring.simulate.by_rule import Fast, Random, Straight
from progpro_tui.authoring.simulate.by_taste import Acquiescent, Extreme, Target
from progpro_tui.authoring.simulate.latent import (
    NO_TARGETS,
    RESIDUAL,
    Tastes,
    point_of,
    pull_of,
    share_of,
)
from progpro_tui.authoring.simulate.respondents import Respondent, Who
from progpro_tui.authoring.simulate.simulate import MANNERS, Manner, Plan, respond, simulate
from progpro_tui.authoring.simulate.tally import Tally, found_again
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import PluginError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.core.steps import Step
from progpro_tui.core.ties import NO_TIES
from progpro_tui.workspace.profiles import make_profile
from tests.kinds import NAMES, exercise_of, golden, host, run_of
from tests.support import riasec

PEOPLE = 400


def led(respondent: Respondent) -> Administration:
    of = respondent.who.instrument
    return respond(exercise_of(of), run_of(of), respondent)


@pytest.mark.parametrize(
    ("points", "cuts"),
    [
        (5, [-1.5, -0.5, 0.5, 1.5]),
        (3, [-1, 1]),
        (2, [0]),
        (4, [-4 / 3, 0, 4 / 3]),
        (11, [-1.8, -1.4, -1, -0.6, -0.2, 0.2, 0.6, 1, 1.4, 1.8]),
    ],
)
def test_the_cut_points_of_a_scale(points: int, cuts: list[float]) -> None:
    for place, cut in enumerate(cuts):
        assert point_of(cut - 0.001, points) == place
        assert point_of(cut + 0.001, points) == place + 1


def test_piles_are_cut_so_that_each_gets_its_share() -> None:
    assert [share_of(utility, 3) for utility in (2, 0.5, 0.4, 0, -0.4, -0.5, -9)] == [
        0,
        0,
        1,
        1,
        1,
        2,
        2,
    ]


def test_a_target_pulls_by_its_loading_in_the_direction_of_the_weight() -> None:
    item = riasec(1).items[0]
    assert pull_of(item, {"R": "high"}) == pytest.approx(1.2)
    assert pull_of(replace(item, scales={"R": -1}), {"R": "high"}) == pytest.approx(-1.2)
    assert pull_of(item, {"R": "low"}) == pytest.approx(-1.2)
    assert pull_of(item, {"I": "high"}) == 0
    assert pull_of(replace(item, scales={"R": 1, "I": 1}), {"R": "high"}) == pytest.approx(1.2 / 2**0.5)


def test_utilities_have_the_mean_and_variance_of_the_model() -> None:
    of = riasec(1)
    drawn = [Tastes(of, {"R": "high"}, 0, number) for number in range(3000)]
    target, other = ([tastes.of(item) for tastes in drawn] for item in ("r1", "i1"))
    assert (fmean(target), stdev(target)) == pytest.approx((1.2, 0.8), abs=0.05)
    assert (fmean(other), stdev(other)) == pytest.approx((0, 0.8), abs=0.05)
    assert abs(correlation(target, other)) < 0.05


def test_a_taste_is_drawn_once_however_often_it_is_asked() -> None:
    first, again = (Tastes(golden("cards"), NO_TARGETS, 3, 5) for _ in range(2))
    assert first.of("own:1") == first.of("own:1") == again.of("own:1")
    assert first.of("c01") == again.of("c01") != Tastes(golden("cards"), NO_TARGETS, 3, 6).of("c01")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("manner", get_args(Manner))
def test_everyone_can_answer_everything_and_does_so_again(name: str, manner: Manner) -> None:
    who = Who(golden(name), seed=4, number=9, language="en")
    first, again = led(MANNERS[manner](who)), led(MANNERS[manner](who))
    assert first.finished
    assert first.live == again.live
    assert first.profile() == again.profile()
    assert {given.language for given in first.live.values()} == {"en"}
    other = led(MANNERS[manner](replace(who, number=10)))
    # Who says yes to everything, or reads nothing, may do so alike.
    assert manner not in {"random", "fast", "target"} or other.answers != first.answers


def test_the_straight_liner_takes_one_point_and_whatever_comes_first() -> None:
    asked = {step: a for step, a in led(Straight(Who(golden("rating")))).answers.items() if a != "seen"}
    assert set(asked.values()) == {3}
    assert 5 in led(Straight(Who(golden("rating")), at=1)).answers.values()
    assert led(Straight(Who(golden("pairs")))).answers["pair:make1:help1"] == "make1"
    assert led(Straight(Who(golden("ranks")))).answers["l2:1"] == "care2"
    sort = led(Straight(Who(golden("q-sort"))))
    assert {sort.answers[f"pile:{item.id}"] for item in golden("q-sort").items} == {"more"}


def shares(kind: type[Respondent], name: str = "rating") -> Counter[object]:
    counted: Counter[object] = Counter()
    for number in range(PEOPLE):
        answers = led(kind(Who(golden(name), number=number))).answers
        counted.update(answer for step, answer in answers.items() if step != "show:instructions")
    total = counted.total()
    return Counter({answer: round(100 * n / total) for answer, n in counted.items()})


def test_manners_show_in_the_answers() -> None:
    assert set(shares(Extreme)) == {1, 5}
    agreeing = shares(Acquiescent)
    assert agreeing[4] + agreeing[5] > 80
    at_random = shares(Random)
    assert all(15 <= at_random[point] <= 21 for point in (1, 2, 3, 4, 5))
    assert sum(at_random[way] for way in Missing) in range(8, 13)
    assert not any(way in shares(Target) for way in Missing)


def test_gaps_leave_that_share_out_in_the_ways_offered() -> None:
    many = [Target(Who(golden("rating"), number=number, gaps=0.4)) for number in range(PEOPLE)]
    answers = [a for who in many for step, a in led(who).answers.items() if step != "show:instructions"]
    assert sum(isinstance(a, Missing) for a in answers) / len(answers) == pytest.approx(0.4, abs=0.04)
    assert set(Missing) <= set(answers)


def test_only_the_fast_are_faster_than_one_can_read() -> None:
    given = [led(kind(Who(golden("rating")))).live.values() for kind in (Fast, Random)]
    fast, calm = ([answer.seconds for answer in answers] for answers in given)
    assert max(fast) < 1 < min(calm)


def test_a_target_respondent_puts_the_target_first_and_its_opposite_last() -> None:
    who = Who(golden("ranks"), targets={"care": "high"})
    firsts = [led(Target(replace(who, number=n))).answers["l1:1"] for n in range(200)]
    assert firsts.count("care1") > 140
    low = replace(who, targets={"care": "low"})
    firsts = [led(Target(replace(low, number=n))).answers["l1:1"] for n in range(200)]
    assert firsts.count("care1") < 20


def test_things_nearly_alike_are_called_equal_and_meet_in_duels() -> None:
    answers = [led(Target(Who(golden("cards"), number=n))).answers for n in range(200)]
    assert any(step.startswith("duel:") for given in answers for step in given)


class Unknown(Step):
    """A step of no sort that respondents know."""

    @property
    def topic(self) -> object:  # type: ignore[override]  # nobody reads it
        return self

    def check_value(self, value: object) -> None:
        """Takes anything."""

    def value_in_words(self, value: object) -> object:  # type: ignore[override]  # nobody reads it
        return self


def test_a_step_of_no_known_sort_is_named() -> None:
    with pytest.raises(PluginError) as refused:
        Random(Who(golden("rating"), gaps=0)).answer(Unknown("dial"))
    assert refused.value.message.params == {"step": "dial", "sort": "Unknown"}


@pytest.mark.parametrize(
    ("groups", "targets", "expected"),
    [
        ("S AE", {"S": "high"}, (True, True)),
        ("SA E", {"S": "high"}, (True, False)),
        ("A SE", {"S": "high"}, (False, False)),
        ("A E", {"S": "high"}, (False, False)),  # S has no score
        ("S A E", {"S": "high", "A": "high"}, (True, True)),
        ("SA E", {"S": "high", "A": "high"}, (True, True)),
        ("S AE", {"S": "high", "A": "high"}, (True, False)),
        ("S E A", {"S": "high", "A": "high"}, (False, False)),
        ("A E S", {"S": "low"}, (True, True)),
        ("A ES", {"S": "low"}, (True, False)),
        ("S A E", {"S": "high", "E": "low"}, (True, True)),
    ],
)
def test_a_target_is_found_again(
    groups: str, targets: dict[str, str], expected: tuple[bool, bool]
) -> None:
    ties = replace(NO_TIES, groups=tuple(tuple(group) for group in groups.split()))
    assert found_again(ties, targets) == expected  # type: ignore[arg-type]  # high or low, as written


def outcome_of(of: Instrument, plan: Plan) -> object:
    return simulate(exercise_of(of), run_of(of), plan, partial(make_profile, host(), of))


def test_targets_take_turns_where_none_is_named() -> None:
    of = golden("pairs")
    plan = Plan(7, "target")
    aims = [dict(who.who.targets) for who in plan.respondents(of)]
    letters = ["make", "help", "tidy", "make", "help", "tidy", "make"]
    assert aims == [{letter: "high"} for letter in letters]


def test_an_outcome_counts_scores_levels_and_steps() -> None:
    of = golden("rating")
    done: list[tuple[int, int]] = []
    found = simulate(
        exercise_of(of),
        run_of(of),
        Plan(30, "straight"),
        partial(make_profile, host(), of),
        lambda *n: done.append(n),
    )
    assert (found.n, found.compared, found.undifferentiated) == (30, 30, 30)
    assert [(scale.scored, scale.mean, scale.sd) for scale in found.scales] == [(30, 3, 0)] * 3
    assert {scale.levels for scale in found.scales} == {(0, 30)}
    assert (found.asked, found.unreached) == (10, ())
    assert done == [(number, 30) for number in range(1, 31)]


def test_an_outcome_names_the_steps_that_nobody_reached() -> None:
    found = simulate(
        exercise_of(golden("truest")),
        run_of(golden("truest")),
        Plan(5, "straight"),
        lambda administration: administration.profile(),
    )
    assert found.unreached == ("truest",)


@pytest.mark.parametrize(
    ("values", "cut"),
    [
        ([1, 2, 3, 5], (1, 1.75, 2.5, 3.5, 5)),
        ([4], (4, 4, 4, 4, 4)),
        ([], None),
    ],
)
def test_scores_are_cut_at_their_quartiles(values: list[int], cut: tuple[float, ...] | None) -> None:
    """As R's quantile(c(1, 2, 3, 5)) cuts them."""
    tally, of = Tally(riasec(1), []), riasec(1)
    for value in values:
        who = Straight(Who(of), at=(value - 1) / 4)
        run = Run(of, run_of(golden("rating")).settings, seed=0)
        tally.add([], respond(exercise_of(of), run, who).profile(), NO_TARGETS)
    assert {scale.quartiles for scale in tally.outcome().scales} == {cut}


def test_the_mean_of_nobody_is_none() -> None:
    of = golden("rating")
    found = simulate(
        exercise_of(of), run_of(of), Plan(3, "random", gaps=1.0), lambda run: run.profile()
    )
    assert [(scale.scored, scale.mean, scale.sd) for scale in found.scales] == [(0, None, None)] * 3
    assert (found.compared, found.undifferentiated) == (0, 0)


def test_the_same_seed_gives_the_same_outcome_and_another_another() -> None:
    one, same, other = (outcome_of(golden("rating"), Plan(20, seed=seed)) for seed in (1, 1, 2))
    assert one == same != other


def test_scores_of_a_large_simulation_are_those_of_the_model() -> None:
    """The mean of an item is 1 + Σ P(utility > cut point), of N(1.2, .8²) or N(0, .8²)."""
    of, plan = golden("rating"), Plan(800, "target", {"M": "high"})
    found = simulate(exercise_of(of), run_of(of), plan, lambda run: run.profile())
    means = {scale.scale: scale.mean for scale in found.scales}
    cuts = (-1.5, -0.5, 0.5, 1.5)
    expected = 1 + sum(1 - NormalDist(1.2, RESIDUAL).cdf(cut) for cut in cuts)
    assert expected == pytest.approx(4.146, abs=0.001)
    assert means["M"] == pytest.approx(expected, abs=0.06)
    assert means["W"] == pytest.approx(3, abs=0.08)
    (target,) = found.targets
    assert (target.n, target.first > 700, target.alone > 600) == (800, True, True)
