"""Which backups are kept: the newest of each of seven days, and of each of four weeks.

Days and weeks are counted by the backups there are, not back from today: a practice that rests for two
months still has all of them, and a clock that jumps ahead purges nothing but the oldest.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

DAILY = 7
WEEKLY = 4
LIFE = timedelta(weeks=WEEKLY + 1)
"""After this a backup has been superseded, where one is made in the same place every week."""


def superseded(made: Iterable[datetime], now: datetime) -> list[datetime]:
    """The backups that may go, oldest first.

    None may while the clock stands before the newest: then nobody knows how old the others are.
    """
    newest_first = sorted(set(made), reverse=True)
    if clock_is_behind(newest_first, now):
        return []
    kept = {
        *_newest_of_each(newest_first, lambda when: when.date(), DAILY),
        *_newest_of_each(newest_first, lambda when: when.isocalendar()[:2], WEEKLY),
    }
    return [when for when in reversed(newest_first) if when not in kept]


def clock_is_behind(made: Iterable[datetime], now: datetime) -> bool:
    """Whether a backup claims to be made later than now."""
    return any(when > now for when in made)


def is_due(made: Iterable[datetime], now: datetime) -> bool:
    """Whether today has no backup yet, by the day of the clock's own time zone."""
    return all(when.astimezone(now.tzinfo).date() != now.date() for when in made)


def _newest_of_each(
    newest_first: Iterable[datetime], period: Callable[[datetime], Hashable], most: int
) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for when in newest_first:
        found.setdefault(period(when), when)
    return list(found.values())[:most]
