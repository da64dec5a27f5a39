"""Geometry against points computed by hand."""

from fractions import Fraction
from math import dist, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.reports.charts import hatch, hatch_bar, margin, outline, polygon_points, rings

HALF, ROOT = 0.5, sqrt(3) / 2
# R, I, A, S, E, C clockwise from the top left, y downward.
CORNERS = [(-HALF, -ROOT), (HALF, -ROOT), (1.0, 0.0), (HALF, ROOT), (-HALF, ROOT), (-1.0, 0.0)]


def test_a_full_hexagon() -> None:
    for found, corner in zip(polygon_points([1.0] * 6, 1.0), CORNERS, strict=True):
        assert found == pytest.approx(corner)


def test_shares_centre_and_gaps() -> None:
    points = polygon_points([0.0, None, 0.5, 1.0, 0.5, 0.25], 40.0, (100.0, 50.0))
    assert points[0] == pytest.approx((100.0, 50.0))
    assert points[1] is None
    assert points[2] == pytest.approx((120.0, 50.0))
    assert points[3] == pytest.approx((120.0, 50.0 + 40 * ROOT))
    assert points[5] == pytest.approx((90.0, 50.0))


def test_neighbours_of_a_gap_are_not_joined() -> None:
    whole: list[tuple[float, float] | None] = [(0, 0), (4, 0), (4, 4), (0, 4)]
    assert len(outline(whole)) == 4
    assert outline([*whole[:3], None]) == [((0, 0), (4, 0)), ((4, 0), (4, 4))]
    assert hatch([*whole[:3], None], 1.0) == []


def test_rings_end_at_the_edge() -> None:
    found = rings(6, 40.0, 4)
    assert len(found) == 4
    assert found[1][2] == pytest.approx((20.0, 0.0))
    assert found[-1][3] == pytest.approx((40 * HALF, 40 * ROOT))


def test_hatching_of_a_square() -> None:
    # x + y = 2, 4 and 6 cross the square; the corners at 0 and 8 are points, not lines.
    lines = hatch_bar(0, 0, 4, 4, 2.0)
    assert [sorted(line) for line in lines] == [
        [(0.0, 2.0), (2.0, 0.0)],
        [(0.0, 4.0), (4.0, 0.0)],
        [(2.0, 4.0), (4.0, 2.0)],
    ]


@given(st.lists(st.floats(0.05, 1), min_size=3, max_size=9), st.floats(0.5, 5))
def test_hatching_stays_inside(shares: list[float], spacing: float) -> None:
    points = polygon_points(shares, 37.0)
    for line in hatch(points, spacing):
        for point in line:
            assert dist(point, (0, 0)) <= 37.0 + 1e-6
            multiple = (point[0] + point[1]) / spacing
            assert multiple == pytest.approx(round(multiple), abs=1e-6)


def test_margin_is_clamped_to_the_track() -> None:
    assert margin(0.5, 0.125) == (0.375, 0.375, 0.625)
    assert margin(1.0, 0.25) == (0.75, 0.75, 1.0)
    assert margin(0.0, 0.25) == (0.0, 0.0, 0.25)
    assert margin(0.5, 0.0) == (0.5, 0.5, 0.5)


shares = st.fractions(0, 1, max_denominator=60)


@given(shares, shares, st.fractions(0, 1, max_denominator=60))
def test_hatchings_overlap_exactly_when_tied(one: Fraction, other: Fraction, width: Fraction) -> None:
    _, start, end = margin(one, width / 2)
    _, other_start, other_end = margin(other, width / 2)
    overlap = min(end, other_end) > max(start, other_start)
    assert overlap == (abs(one - other) < width)
