"""Ties: groups from the top, exact differences."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.core.ties import are_tied, tie_groups, tie_width
from tests.support import score


def test_the_default_width_is_two_points_on_one_answer_of_the_scale_with_fewer() -> None:
    assert tie_width(score("S", "4"), score("A", "4")) == Fraction(1, 5)
    assert tie_width(score("S", "4"), score("A", "4", answered=8)) == Fraction(1, 4)


def test_a_declared_width_comes_before_the_default() -> None:
    declared = score("S", "4", tie_width=Fraction("0.5"))
    assert tie_width(declared, score("A", "4")) == Fraction(1, 2)
    groups = tie_groups([declared, score("A", "3.6"), score("E", "3.5")])
    assert groups.groups == (("S", "A"), ("E",))
    assert "author" in groups.rule.msgid


def test_exactly_the_width_apart_is_not_tied() -> None:
    assert are_tied(score("S", "4.0"), score("A", "3.9"))
    assert not are_tied(score("S", "4.0"), score("A", "3.8"))


def test_a_difference_of_a_tenth_is_exact_at_every_tenth() -> None:
    # In floats 14 of these 40 pairs would come out as less than 0.1.
    for tenths in range(10, 50):
        one = score("S", f"{Fraction(tenths, 10)}", tie_width=Fraction("0.1"))
        other = score("A", f"{Fraction(tenths + 1, 10)}", tie_width=Fraction("0.1"))
        assert not are_tied(one, other)


def test_a_group_is_tied_with_its_first_and_does_not_drift() -> None:
    scores = [score(s, v) for s, v in zip("SAEC", ("4.0", "3.9", "3.8", "3.7"), strict=True)]
    assert tie_groups(scores).groups == (("S", "A"), ("E", "C"))


def test_a_scale_without_a_score_is_in_no_group() -> None:
    ties = tie_groups([score("S", "4"), score("A", None, answered=3)])
    assert ties.groups == (("S",),)
    assert ties.group_of("A") == ()
    assert not ties.tied("A")


def test_nothing_scored_has_no_width() -> None:
    ties = tie_groups([score("S", None, answered=0)])
    assert ties.groups == ()
    assert ties.least_width is None


@given(st.lists(st.integers(10, 50), min_size=6, max_size=6))
def test_groups_hold_every_scale_once_from_most_to_least(tenths: list[int]) -> None:
    scores = [score(s, str(Fraction(t, 10))) for s, t in zip("RIASEC", tenths, strict=True)]
    by_scale = {s.scale: s for s in scores}
    groups = tie_groups(scores).groups
    assert sorted(scale for group in groups for scale in group) == sorted("RIASEC")
    tops = [max(by_scale[scale].value or 0 for scale in group) for group in groups]
    assert tops == sorted(tops, reverse=True)
    for group, top in zip(groups, tops, strict=True):
        assert all(top - (by_scale[scale].value or 0) < Fraction(1, 5) for scale in group)


@pytest.mark.parametrize("count", [0, 1])
def test_one_score_alone_is_tied_with_nobody(count: int) -> None:
    assert tie_groups([score("S", "4")] * count).groups == (("S",),) * count
