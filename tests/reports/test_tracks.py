"""Places on tracks, wheels and life lines, against numbers computed by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.core.figures import TimePoint
from progpro_tui.reports.charts import UPWARD, polygon_points, rings
from progpro_tui.reports.pdf import box_slab, dumbbell_slab, time_slab, web_slab
from progpro_tui.reports.tracks import along, spread


def test_along_a_track() -> None:
    assert along(7, 0, 10, 83, 165) == pytest.approx(140.4)
    assert along(2011, 1998, 2021, 39, 186) == pytest.approx(39 + 13 / 23 * 147)
    assert along(5, 5, 5, 0, 10) == 5


def test_two_that_crowd_part_by_half_each() -> None:
    assert spread([10, 12, 30], 6, 0, 100) == pytest.approx([8, 14, 30])


def test_three_at_one_place_stand_around_it() -> None:
    assert spread([20, 20, 20], 6.2, 0, 100) == pytest.approx([13.8, 20, 26.2])


def test_the_end_of_the_track_pushes_back() -> None:
    assert spread([98, 99, 100], 6, 0, 100) == pytest.approx([88, 94, 100])
    assert spread([0, 0], 6, 0, 100) == pytest.approx([0, 6])


def test_a_track_too_short_spreads_evenly() -> None:
    assert spread([1, 1, 1, 1, 1], 6, 0, 8) == pytest.approx([0, 2, 4, 6, 8])
    assert spread([], 6, 0, 8) == []
    assert spread([9], 6, 0, 8) == [8]


@given(st.lists(st.floats(0, 100), max_size=14), st.floats(0.1, 9))
def test_spread_keeps_order_distance_and_bounds(places: list[float], apart: float) -> None:
    places.sort()
    found = spread(places, apart, 0, 100)
    least = min(apart, 100 / max(1, len(places) - 1))
    assert len(found) == len(places)
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in found)
    assert all(following - one >= least - 1e-6 for one, following in pairwise(found))
    if all(following - one >= apart for one, following in pairwise(places)):
        assert found == pytest.approx(places)


def test_the_points_of_a_dumbbell() -> None:
    # The track of pages.md: from 83, 82 long.
    assert [dumbbell_slab.place(share) for share in (0, 0.5, 0.7, 1)] == pytest.approx(
        [83, 124, 140.4, 165]
    )


def test_a_wheel_begins_on_top() -> None:
    points = polygon_points([1.0, 0.5, None, 1.0], 36.0, (107.5, 48.0), UPWARD)
    assert points[0] == pytest.approx((107.5, 12.0))
    assert points[1] == pytest.approx((125.5, 48.0))
    assert points[2] is None
    assert points[3] == pytest.approx((71.5, 48.0))
    assert rings(4, 36.0, 4, (0, 0), UPWARD)[1][0] == pytest.approx((0, -18.0))
    assert web_slab.web_points((0.5,), (107.5, 48.0))[0] == pytest.approx((107.5, 30.0))


def test_the_moments_of_a_life_line() -> None:
    points = [TimePoint(1, 1998, 3), TimePoint(2, 2011, -5), TimePoint(3, 2021, None)]
    # 23 years over the 147 mm from 39 to 186; five millimetres a unit of height.
    assert time_slab.places(points) == pytest.approx([39, 39 + 13 * 147 / 23, 186])
    assert [time_slab.rise(point, 5) for point in points] == [15, -25, 0]


def test_moments_of_one_year_are_parted() -> None:
    points = [TimePoint(n, year, 1) for n, year in enumerate((2000, 2010, 2010, 2020), 1)]
    middle = (39 + 186) / 2
    assert time_slab.places(points) == pytest.approx([39, middle - 3.1, middle + 3.1, 186])


def test_one_moment_stands_in_the_middle() -> None:
    assert time_slab.places([TimePoint(1, 2011, 0)]) == [112.5]


def test_two_boxes_fill_the_width() -> None:
    assert 2 * box_slab.BOX_WIDTH + box_slab.BETWEEN == 165
