"""Cards: duels and their circles, what is kept and ranked, two sorts, the shape of a Q-sort."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_cards.asking import in_file_order
from progpro_cards.duels import Outcome, circular_triads, most_triads, outcome, rounds
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.findings import Quadrants, Ranking, Shape
from progpro_tui.core.profile import Profile
from tests.kinds import exercise_of, golden, profile_of, run_of


@pytest.mark.parametrize(
    ("wins", "triads", "zeta"),
    [
        ([3, 2, 1, 0], 0, Fraction(1)),
        ([2, 2, 1, 1], 2, Fraction(0)),
        ([1, 1, 1], 1, Fraction(0)),
        ([2, 1, 0], 0, Fraction(1)),
        ([2, 2, 2, 2, 2], 5, Fraction(0)),
        ([4, 2, 2, 2, 0], 1, Fraction(4, 5)),
    ],
)
def test_circular_triads_and_consistency(wins: list[int], triads: int, zeta: Fraction) -> None:
    assert circular_triads(wins) == triads
    assert 1 - circular_triads(wins) / most_triads(len(wins)) == zeta


@given(st.integers(3, 6), st.randoms(use_true_random=False))
def test_circular_triads_are_those_that_one_counts(n: int, chance: Any) -> None:
    """Kendall's formula against the definition: three cards that beat each other in a circle."""
    beats = {pair: chance.random() < 0.5 for pair in combinations(range(n), 2)}

    def wins(one: int, other: int) -> bool:
        return beats[one, other] if one < other else not beats[other, one]

    counted = sum(
        {wins(a, b), wins(b, c), wins(c, a)} in ({True}, {False})
        for a, b, c in combinations(range(n), 3)
    )
    won = [sum(wins(card, other) for other in range(n) if other != card) for card in range(n)]
    assert circular_triads(won) == counted <= most_triads(n)


def test_duels_order_a_group_and_leave_equals_equal() -> None:
    cards = ["a", "b", "c"]
    clear = outcome(cards, dict(zip(rounds(cards), ("b", "a", "b"), strict=True)))
    assert clear == Outcome((("b",), ("a",), ("c",)), 0, Fraction(0), Fraction(1))
    circle = outcome(cards, dict(zip(rounds(cards), ("a", "c", "b"), strict=True)))
    assert circle == Outcome((("a", "b", "c"),), 0, Fraction(1), Fraction(0))


@pytest.mark.parametrize(
    ("cards", "winners"),
    [(["a", "b"], ["a"]), (["a", "b", "c"], ["a", None, "b"])],
    ids=["two cards", "a duel was passed"],
)
def test_consistency_is_undefined_for_two_and_where_a_duel_was_passed(
    cards: list[str], winners: list[str | None]
) -> None:
    found = outcome(cards, dict(zip(rounds(cards), winners, strict=True)))
    assert (found.triads, found.zeta) == (None, None)


def kept(*ids: str, **answers: Answer) -> Profile:
    """The profile of someone who kept these cards, ranked as ``answers`` say."""
    piles: dict[str, Answer] = {f"pile:c0{n}": "very" for n in range(1, 8)}
    named = {name.replace("_", ":"): answer for name, answer in answers.items()}
    return profile_of(golden("cards"), {**piles, "own:1": Missing.SKIPPED, "keep": ids, **named})


def ranking(profile: Profile) -> Ranking:
    (found,) = profile.findings
    assert isinstance(found, Ranking)
    return found


def test_the_top_holds_the_persons_own_words_and_the_rest_stands_beside() -> None:
    answers: dict[str, Answer] = {"top_1": "c05", "top_2": "c01", "c05_lived": "in my choir"}
    profile = kept("c01", "c04", "c05", **answers, top_3=Missing.SKIPPED)
    found = ranking(profile)
    assert [(entry.id, entry.place, entry.tied) for entry in found.entries] == [
        ("c05", 1, False),
        ("c01", 2, False),
    ]
    assert [note.said for note in found.entries[0].notes] == ["in my choir"]
    assert len(found.also) == 1
    assert profile.facts["kept"] == ["c01", "c04", "c05"]


def test_a_duel_parts_two_that_were_marked_as_equal() -> None:
    ranked: dict[str, Answer] = {"top_1": "c01", "top_2": "=c02", "top_3": "c03"}
    profile = kept("c01", "c02", "c03", **ranked, duel_c01_c02="c02")
    assert profile.facts["top"] == ["c02", "c01", "c03"]
    assert profile.facts["tied"] == []
    passed = kept("c01", "c02", "c03", **ranked, duel_c01_c02=Missing.SKIPPED)
    assert passed.facts["tied"] == [["c01", "c02"]]
    assert [entry.place for entry in ranking(passed).entries] == [1, 1, 3]
    assert ranking(passed).ties is not None


def boxes(can: dict[str, str], like: dict[str, str]) -> dict[str, Any]:
    answers: dict[str, Answer] = {f"can:{card}": pile for card, pile in can.items()}
    answers |= {f"like:{card}": pile for card, pile in like.items()}
    profile = profile_of(golden("two-sorts"), answers)
    (found,) = profile.findings
    assert isinstance(found, Quadrants)
    return dict(profile.facts)


def test_skills_cards_are_strong_where_done_well_and_wanted_where_liked() -> None:
    found = boxes(
        {"s01": "well", "s02": "well", "s03": "some", "s04": "not-yet", "s05": "not-yet"},
        {"s01": "like", "s02": "neutral", "s03": "like", "s04": "like", "s05": "dislike"},
    )
    assert found["both"] == ["s01"]
    assert found["strong"] == ["s02"]
    assert found["wanted"] == ["s03", "s04"]
    assert found["neither"] == ["s05"]
    assert found["learn"] == ["s04"]
    assert found["left_out"] == 1  # s06 was in no pile


def test_half_a_card_is_in_no_box_and_counted() -> None:
    found = boxes({"s01": "well", "s02": "well"}, {"s01": "like", "s03": "like"})
    assert (found["both"], found["left_out"]) == (["s01"], 5)


SORTED = ("task1", "task2", "task3", "folk1", "folk2", "folk3", "time1", "time2", "time3")


def test_the_value_of_a_card_is_that_of_its_column() -> None:
    profile = profile_of(golden("q-sort"), {"arrange": SORTED})
    values = {score.scale: score.value for score in profile.scores}
    assert values == {"time": Fraction(1 + 1 + 2, 3), "folk": 0, "task": Fraction(-2 - 1 - 1, 3)}
    (shape,) = profile.findings
    assert isinstance(shape, Shape)
    assert [(column.value, len(column.cards)) for column in shape.columns] == [
        (-2, 1),
        (-1, 2),
        (0, 3),
        (1, 2),
        (2, 1),
    ]


def test_without_an_arrangement_there_is_no_score_and_no_shape() -> None:
    profile = profile_of(golden("q-sort"), {"arrange": Missing.SKIPPED})
    assert [score.value for score in profile.scores] == [None] * 3
    assert profile.findings == ()


def test_progress_counts_lines_of_ones_own_and_duels() -> None:
    """Seven cards, one of one's own with its line, keep, three ranked, three duels, six questions."""
    of = golden("cards")
    assert exercise_of(of).length(run_of(of)) == 7 + 2 + 1 + 3 + 3 + 3 * 2


def test_cards_of_ones_own_stand_in_the_order_in_which_they_were_written() -> None:
    assert in_file_order(run_of(golden("cards")), ["own:10", "own:2", "c02", "c01"]) == [
        "c01",
        "c02",
        "own:2",
        "own:10",
    ]
