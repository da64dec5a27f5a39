"""Rows of two points on one track: as it is today (``●``), and as it is wished (``○``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from progpro_tui.core.figures import Dumbbell
from progpro_tui.core.findings import Gap, Gaps
from progpro_tui.tui.safe import padded

TODAY, WISHED, LINK, EMPTY = "●", "○", "─", "·"

SIGNS = {TODAY: "$accent", WISHED: "$second", LINK: "$second"}
"""What is coloured on a track."""

NONE, EQUAL = "–", "="
"""In the figures: what was not answered, and a wish that is as it is today."""

MOST_NAME, LEAST_NAME = 24, 8
MOST_UNIT = 5
"""Cells from one value to the next at most."""

APART = 2
"""Cells between a name and its track."""
FIGURES = 10
"""Cells of both figures, with what parts them from the track."""


@dataclass(frozen=True)
class Layout:
    """Cells of a name and of a track; ``steps`` values lie between the bounds of the track."""

    name: int
    track: int
    steps: int

    @property
    def start(self) -> int:
        """From which cell on the track stands."""
        return self.name + APART

    def value_at(self, x: int) -> int | None:
        """The step (from 0) nearest to this cell of a row, or none beside the track."""
        if not self.start <= x < self.start + self.track:
            return None
        return round((x - self.start) * self.steps / max(1, self.track - 1))


def layout(names: Sequence[str], width: int, steps: int) -> Layout:
    """How names and tracks share ``width`` cells: the track first loses length, then the names."""
    name = min(MOST_NAME, max((cell_len(name) for name in names), default=0))
    room = width - APART - FIGURES
    unit = max(1, min(MOST_UNIT, (room - name - 1) // steps))
    track = min(unit * steps + 1, max(2, room - LEAST_NAME))
    return Layout(max(LEAST_NAME, min(name, room - track)), track, steps)


def dumbbell(gap: Gap, of: Gaps, name: str) -> Dumbbell:
    """One domain of a wheel, ready to be drawn."""

    def share(value: int | None) -> float | None:
        return None if value is None else (value - of.least) / max(1, of.most - of.least)

    figures = [NONE if value is None else str(value) for value in (gap.today, gap.wished)]
    same = EQUAL if gap.difference == 0 else ""
    return Dumbbell(name, share(gap.today), share(gap.wished), (figures[0], figures[1]), same)


def track(today: float | None, wished: float | None, width: int) -> str:
    """Both points (0 to 1) on ``width`` cells; where they meet, today's covers the other."""
    places = [None if share is None else round(share * (width - 1)) for share in (today, wished)]
    cells = [EMPTY] * width
    if places[0] is not None and places[1] is not None:
        first, last = sorted((places[0], places[1]))
        cells[first : last + 1] = LINK * (last - first + 1)
    for place, sign in ((places[1], WISHED), (places[0], TODAY)):
        if place is not None:
            cells[place] = sign
    return "".join(cells)


def coloured(drawn: str) -> list[tuple[str, str]]:
    """A track in pieces of one style each: what is today, what is wished, the rest."""
    return [(cell, SIGNS.get(cell, "$line")) for cell in drawn]


def figures(row: Dumbbell) -> str:
    """Both figures: « 7 → 9 », « 5 = », one alone, or nothing."""
    today, wished = row.figures
    if row.same:
        return f"{today:>2} {EQUAL}"
    if wished == NONE:
        return "" if today == NONE else f"{today:>2}"
    return f"{today:>2} → {wished}"


def head(of: Layout, bounds: tuple[int, int]) -> str:
    """The values above the track: both bounds, and the middle where there is a whole one."""
    least, most = bounds
    words = padded(str(least), of.track - 1) + str(most)
    middle, odd = divmod(least + most, 2)
    at = (of.track - 1) // 2
    if not odd and of.track > 8:
        words = words[:at] + str(middle) + words[at + len(str(middle)) :]
    return " " * of.start + words
