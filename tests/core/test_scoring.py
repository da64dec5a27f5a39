"""Scale scores: the numbers of the measurement notes, by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.instrument import Item
from progpro_tui.core.scoring import keyed, score_scale
from tests.support import instrument, items, scale, text


def test_a_reversed_item_counts_from_the_other_end() -> None:
    assert [keyed(x, -1, 1, 5) for x in (1, 2, 3, 4, 5)] == [5, 4, 3, 2, 1]
    assert keyed(4, 2, 1, 5) == 4


@pytest.mark.parametrize("outside", [0, 6, -3])
def test_an_answer_outside_the_range_is_never_scored(outside: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        keyed(outside, 1, 1, 5)


def test_the_prorated_sum_of_seven_answers_of_eight() -> None:
    of = instrument(items("S", 8), [scale("S", score="sum")])
    answers: dict[str, Answer] = {f"s{n}": v for n, v in enumerate((4, 4, 4, 4, 3, 3, 3), 1)}
    found = score_scale(of.scales[0], of, answers, 1, 5)
    assert found.value == Fraction(200, 7)
    assert float(found.value) == pytest.approx(28.571428571428573, abs=1e-12)
    assert (found.answered, found.asked) == (7, 8)
    assert (found.least, found.most) == (Fraction(8), Fraction(40))


def test_weights_weigh_and_their_sign_reverses() -> None:
    weighted = (
        Item("a", text("a"), {"S": 2}),
        Item("b", text("b"), {"S": -1}),
        Item("c", text("c"), {"S": 1}),
    )
    of = instrument(weighted, [scale("S")])
    found = score_scale(of.scales[0], of, {"a": 5, "b": 1, "c": 3}, 1, 5)
    assert found.value == Fraction(2 * 5 + 5 + 3, 4)
    without_b = score_scale(of.scales[0], of, {"a": 5, "c": 3}, 1, 5)
    assert without_b.value == Fraction(2 * 5 + 3, 3)


@pytest.mark.parametrize(("answers", "scored"), [(7, False), (8, True), (10, True)])
def test_too_few_answers_give_no_score_and_say_so(answers: int, scored: bool) -> None:
    of = instrument(items("S", 10), [scale("S", minimum_share=Fraction("0.8"))])
    found = score_scale(of.scales[0], of, {f"s{n}": 4 for n in range(1, answers + 1)}, 1, 5)
    assert (found.value is not None) is scored
    if not scored:
        assert found.reason is not None
        assert found.reason.params == {"answered": 7, "asked": 10}
        assert found.level is None


def test_a_share_of_seven_tenths_of_ten_is_seven_and_not_eight() -> None:
    of = instrument(items("S", 10), [scale("S", minimum_share=Fraction("0.7"))])
    assert score_scale(of.scales[0], of, {f"s{n}": 4 for n in range(1, 8)}, 1, 5).value == 4


def test_no_answer_at_all_gives_no_score_even_where_none_is_required() -> None:
    of = instrument(items("S", 3), [scale("S", minimum_share=Fraction(0))])
    assert score_scale(of.scales[0], of, {}, 1, 5).value is None


def test_the_last_level_holds_its_end_and_the_others_do_not() -> None:
    of = instrument(items("S", 2), [scale("S")])
    names = {}
    for pair in ((1, 1), (2, 3), (3, 3), (5, 5)):
        level = score_scale(of.scales[0], of, {"s1": pair[0], "s2": pair[1]}, 1, 5).level
        names[pair] = level.name.resolve("en") if level else None
    assert names == {(1, 1): "low", (2, 3): "low", (3, 3): "high", (5, 5): "high"}


ANSWERS = st.one_of(st.integers(1, 5), st.sampled_from(list(Missing)))


@given(st.lists(ANSWERS, min_size=10, max_size=10))
def test_a_missing_answer_is_never_a_middle_answer(given_answers: list[Answer]) -> None:
    of = instrument(items("S", 10), [scale("S", minimum_share=Fraction(0))])
    answers = {f"s{n}": a for n, a in enumerate(given_answers, 1)}
    values = [a for a in given_answers if isinstance(a, int)]
    found = score_scale(of.scales[0], of, answers, 1, 5)
    assert found.answered == len(values)
    assert found.value == (Fraction(sum(values), len(values)) if values else None)
