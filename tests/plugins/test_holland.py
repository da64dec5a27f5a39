"""Holland's indices: every worked example of the measurement notes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_holland.hexagon import code, consistency, differentiation, distance, elevation, spread
from progpro_holland.indices import Code, Consistency, Differentiation, Elevation
from progpro_tui.core.profile import Axis, IndexResult, Profile
from progpro_tui.core.ties import tie_groups
from progpro_tui.reports.score_polygons import polygons
from progpro_tui.reports.wording import Typesetter
from tests.support import RING, riasec, score


def profile(**values: str | None) -> Profile:
    scores = [score(letter, values[letter], answered=10 if values[letter] else 3) for letter in RING]
    return Profile(scores=tuple(scores), ties=tie_groups(scores), lines=())


def computed(index: Any, of: Profile) -> IndexResult:
    result: IndexResult = index.compute(riasec(), of)
    return result


def code_of(**values: str | None) -> Any:
    return computed(Code(), profile(**values)).data["code"]


def test_the_ring_has_distances_from_nought_to_three() -> None:
    assert [distance("R", other) for other in RING] == [0, 1, 2, 3, 2, 1]
    assert all(distance(a, b) == distance(b, a) for a, b in permutations(RING, 2))


def test_without_six_scales_there_is_no_hexagon_to_draw() -> None:
    """An index that asks for a drawing all the same gets none, and nothing fails."""
    other = Profile(scores=(score("make", "3"),))
    found = computed(Code(), other)
    assert found.polygon == ()
    assert found.reason is not None
    axes = (Axis("R", "R"),)
    asking = replace(other, indices=(replace(found, polygon=axes),))
    assert polygons(Typesetter("en"), asking) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (dict(S="4.5", A="4.0", E="3.9", R="3.0", I="2.9", C="2.0"), "S(AE)"),
        (dict(S="4.0", A="3.9", E="3.8", C="3.7", R="2.0", I="1.0"), "(AS)(EC)"),
        (dict.fromkeys(RING, "5.0"), "(RIASEC)"),
        (dict(S="4.5", A="4.2", E="3.0", C="2.9", R="2.9", I="1"), "SA(REC)"),
        (dict(R="5", I="4", A="3", S="2", E="1.5", C="1"), "RIA"),
    ],
)
def test_codes_with_their_ties(values: dict[str, str], expected: str) -> None:
    assert code_of(**values) == expected


def test_six_alike_are_undifferentiated_with_their_elevation_and_no_code_pretended() -> None:
    alike = profile(**dict.fromkeys(RING, "5.0"))
    result = computed(Code(), alike)
    assert result.data == {"code": "(RIASEC)", "undifferentiated": True}
    held = computed(Consistency(), alike)
    assert held.data == {"consistency": {"from": None, "to": None}}
    assert held.reason is not None
    assert computed(Elevation(), alike).data == {"elevation": {"value": 5.0}}
    assert computed(Differentiation(), alike).data == {"differentiation": {"value": 0.0}}


def test_flat_high_and_flat_low_ask_different_questions() -> None:
    high = computed(Elevation(), profile(**dict.fromkeys(RING, "5.0"))).question
    low = computed(Elevation(), profile(**dict.fromkeys(RING, "1.0"))).question
    middle = computed(Elevation(), profile(**dict.fromkeys(RING, "3.0"))).question
    assert None not in (high, low, middle)
    assert len({str(high), str(low), str(middle)}) == 3


@pytest.mark.parametrize("index", [Code(), Consistency(), Differentiation(), Elevation()])
def test_a_scale_without_a_score_leaves_no_index_and_is_named(index: Any) -> None:
    gap = profile(R="4", I="3", A=None, S="2", E="1", C="1")
    result = computed(index, gap)
    assert result.reason is not None
    assert result.reason.params["letter"] == "A"
    assert result.sentence is None
    assert not result.headline


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (["R", "I", "A"], (1, 1)),
        (["R", "A", "I"], (2, 2)),
        (["R", "S", "I"], (3, 3)),
        (["S", "AE"], (1, 1)),
        (["AS", "EC"], (1, 1)),
        (["RIS", "A"], (1, 3)),
        (["R", "AS"], (2, 3)),
    ],
)
def test_consistency_from_and_to(groups: list[str], expected: tuple[int, int]) -> None:
    assert consistency(groups) == expected


def test_iachans_differentiation_and_the_range() -> None:
    six = dict(zip(RING, map(Fraction, (70, 90, 120, 75, 100, 130)), strict=True))
    assert differentiation(six) == 25
    assert spread(six) == 60


def test_elevation_is_the_mean_of_the_six() -> None:
    six = dict(zip(RING, map(Fraction, (30, 22, 12, 35, 20, 25)), strict=True))
    assert elevation(six) == 24


@given(st.lists(st.integers(10, 50), min_size=6, max_size=6))
def test_a_code_names_at_least_three_letters_each_once(tenths: list[int]) -> None:
    scores = [score(s, str(Fraction(t, 10))) for s, t in zip(RING, tenths, strict=True)]
    letters = code(tie_groups(scores).groups).replace("(", "").replace(")", "")
    assert 3 <= len(letters) == len(set(letters))
