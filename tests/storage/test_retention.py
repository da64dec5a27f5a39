"""Which backups go, also where the clock jumps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from progpro_tui.storage.retention import LIFE, clock_is_behind, is_due, superseded

BEGAN = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)  # a Monday


def every_day(days: int) -> list[datetime]:
    """The backups left after so many days with one each evening."""
    kept: list[datetime] = []
    for number in range(days):
        now = BEGAN + timedelta(days=number)
        kept.append(now)
        gone = superseded(kept, now)
        kept = [when for when in kept if when not in gone]
    return kept


def test_seven_days_and_four_weeks_are_kept() -> None:
    kept = every_day(100)
    ages = [(kept[-1] - when).days for when in kept]
    assert ages[-7:] == [6, 5, 4, 3, 2, 1, 0]
    assert len(kept) == 7 + 4 - 2
    assert all(when.weekday() == 6 for when in kept[:2])


def test_none_outlives_the_time_that_certificates_name() -> None:
    for days in range(1, 120):
        kept = every_day(days)
        assert kept[-1] - kept[0] < LIFE


def test_of_one_day_the_newest_is_kept() -> None:
    made = [BEGAN + timedelta(hours=hour) for hour in (0, 1, 2)]
    assert superseded(made, made[-1]) == made[:2]


def test_a_practice_that_rests_loses_none() -> None:
    kept = every_day(40)
    assert superseded(kept, kept[-1] + timedelta(days=3650)) == []


def test_nothing_goes_while_the_clock_stands_before_the_newest() -> None:
    made = [BEGAN + timedelta(days=number) for number in range(60)]
    behind = made[-1] - timedelta(days=365)
    assert clock_is_behind(made, behind)
    assert superseded(made, behind) == []
    assert len(superseded(made, made[-1])) > 40


def test_a_clock_that_jumped_ahead_once_costs_no_more_than_one_place() -> None:
    kept = every_day(40)
    ahead = kept[-1] + timedelta(days=3650)
    gone = superseded([*kept, ahead], ahead)
    assert len(gone) <= 2
    assert kept[-1] not in gone


def test_one_is_due_a_day_by_the_days_of_the_practice() -> None:
    paris = timezone(timedelta(hours=1))
    made = [datetime(2026, 1, 5, 22, 30, tzinfo=UTC)]  # half past eleven in the evening in Paris
    assert not is_due(made, datetime(2026, 1, 5, 23, 50, tzinfo=paris))
    assert is_due(made, datetime(2026, 1, 6, 0, 10, tzinfo=paris))
    assert is_due([], BEGAN)
