"""Pairs, best and worst, rank lists: scores computed by hand, and sums that are constant."""

from __future__ import annotations

from fractions import Fraction

import pytest

from progpro_choice.best_worst import ItemSet
from progpro_choice.ranks import Ranks, RanksSettings
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from tests.kinds import complete, golden, profile_of
from tests.support import instrument, items, scale, text

RING = "RIASEC"


def values(profile: Profile) -> dict[str, Fraction | None]:
    return {score.scale: score.value for score in profile.scores}


def test_a_pair_is_a_win_of_one_and_an_appearance_of_both() -> None:
    answers: dict[str, Answer] = {
        "pair:make1:help1": "make1",
        "pair:help2:tidy1": "help2",
        "pair:tidy2:make2": "make2",
        "pair:help2:make2": "make2",
        "pair:tidy1:help1": "help1",
        "pair:make1:tidy2": "make1",
    }
    profile = profile_of(golden("pairs"), answers)
    assert values(profile) == {"make": 1, "help": Fraction(2, 4), "tidy": 0}
    assert {(score.answered, score.asked) for score in profile.scores} == {(4, 4)}
    assert profile.ipsative


def test_a_pair_without_an_answer_is_no_appearance() -> None:
    answers: dict[str, Answer] = {
        "pair:make1:help1": "make1",
        "pair:help2:tidy1": "tidy1",
        "pair:tidy2:make2": Missing.DECLINED,
        "pair:help2:make2": "help2",
        "pair:tidy1:help1": "tidy1",
        "pair:make1:tidy2": "make1",
    }
    profile = profile_of(golden("pairs"), answers)
    assert values(profile) == {"make": Fraction(2, 3), "help": Fraction(1, 4), "tidy": Fraction(2, 3)}
    assert [score.answered for score in profile.scores] == [3, 4, 3]


def test_best_less_worst_over_appearances() -> None:
    sets = ["set1", "set2", "set3", "set4", "set5", "set6"]
    best = ["near1", "near2", "near2", "near1", "calm1", "team1"]
    worst = ["calm1", "calm2", "calm1", "calm2", "team2", "near1"]
    answers: dict[str, Answer] = {}
    for name, first, last in zip(sets, best, worst, strict=True):
        answers |= {f"{name}:best": first, f"{name}:worst": last}
    # near: 4 best, 1 worst of 6; calm: 1 best, 4 worst; team: 1 best, 1 worst.
    expected = {"near": Fraction(3, 6), "calm": Fraction(-3, 6), "team": 0}
    assert values(profile_of(golden("best-worst"), answers)) == expected


def test_a_best_without_a_worst_says_nothing() -> None:
    answers: dict[str, Answer] = {"set1:best": "near1", "set1:worst": Missing.SKIPPED}
    profile = profile_of(golden("best-worst"), answers)
    assert values(profile) == {"near": None, "calm": None, "team": None}
    assert all(score.reason for score in profile.scores)


def six(lists: int) -> tuple[Instrument, RanksSettings]:
    """Lists of six titles, one a letter."""
    letters = [items(letter, lists) for letter in RING]
    made = instrument([item for held in letters for item in held], [scale(letter) for letter in RING])
    names = [f"l{number}" for number in range(1, lists + 1)]
    sets = [ItemSet(name, tuple(held[n].id for held in letters)) for n, name in enumerate(names)]
    return made, RanksSettings(text("Which first?"), tuple(sets))


def ranked(lists: list[list[str]]) -> Profile:
    """The profile of lists ranked as far as the letters go."""
    made, settings = six(len(lists))
    answers: dict[str, Answer] = {}
    for number, letters in enumerate(lists, 1):
        for place, letter in enumerate(letters, 1):
            answers[f"l{number}:{place}"] = f"{letter.lower()}{number}"
        answers[f"l{number}:{len(letters) + 1}"] = Missing.SKIPPED
    return Ranks().profile(Run(made, settings, 1, answers))


def test_titles_ranked_first_second_and_fourth_get_six_five_and_three() -> None:
    profile = ranked([list("RIASE"), list("IRASE"), list("IASRE")])
    assert profile.score("R").value == Fraction(6 + 5 + 3, 3) == Fraction(14, 3)
    # What is left after five picks is last, and gets one.
    assert profile.score("C").value == 1


def test_titles_that_are_not_ranked_share_the_mean_of_the_places_left() -> None:
    profile = ranked([list("RI")])
    assert profile.score("R").value == 6
    assert profile.score("I").value == 5
    assert {profile.score(letter).value for letter in "ASEC"} == {Fraction(1 + 2 + 3 + 4, 4)}


def test_a_list_that_was_not_begun_counts_for_nobody() -> None:
    profile = ranked([[], list("RIASE")])
    assert profile.score("R").value == 6
    assert {score.answered for score in profile.scores} == {1}
    assert {score.asked for score in profile.scores} == {2}


@pytest.mark.parametrize(
    ("name", "total"),
    [
        ("pairs", Fraction(3, 2)),  # six wins, four appearances a scale
        ("best-worst", Fraction(0)),
        ("ranks", Fraction(6)),  # 1 + 2 + 3 in every list
        ("q-sort", Fraction(0)),
    ],
)
def test_the_sum_of_complete_answers_is_constant(name: str, total: Fraction) -> None:
    for number in range(40):
        scores = complete(golden(name), number).scores
        assert sum((score.value or Fraction(0) for score in scores), Fraction(0)) == total
