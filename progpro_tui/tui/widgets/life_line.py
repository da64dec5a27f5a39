"""A life line in cells: moments along their years, above and below a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from progpro_tui.reports.tracks import along, spread
from progpro_tui.tui.safe import signed

POINT, UNPLACED, STEM, LINE = "●", "○", "│", "─"
UP, DOWN = "┴", "┬"
"""Where a stem leaves the line."""

MARGIN = 5
"""Cells of the heights on the left."""
YEAR = 4
APART = 6
"""Cells between two moments at least, as long as the width allows: a year and what parts it."""

NO_YEAR = "–"
CURSOR = "▌"


@dataclass(frozen=True)
class Mark:
    """One moment: its year, or none; its height, or none where it is not placed yet."""

    year: int | None
    height: int | None


@dataclass(frozen=True)
class Scale:
    """Heights from ``least`` to ``most`` on so many ``rows``."""

    least: int
    most: int
    rows: int

    def row(self, height: int) -> int:
        """The row of a height, the highest on row 0."""
        span = max(1, self.most - self.least)
        return round((self.most - height) / span * (self.rows - 1))

    def height(self, row: int) -> int:
        """The height that is drawn on a row."""
        span = self.most - self.least
        return self.most - round(row / max(1, self.rows - 1) * span)

    @property
    def zero(self) -> int:
        """The row of the line itself."""
        return self.row(max(self.least, min(0, self.most)))


def places(years: Sequence[int | None], width: int) -> list[int]:
    """The cell of each moment: true to the years, crowded ones spread, those without a year last.

    The years must rise; cells too few for all are shared.
    """
    known = [year for year in years if year is not None]
    first, last = (known[0], known[-1]) if known else (0, 0)
    start, end = MARGIN + YEAR // 2, max(MARGIN + YEAR // 2, width - YEAR // 2)
    wanted = [end if year is None else along(year, first, last, start, end) for year in years]
    return [round(place) for place in spread(wanted, APART, start, end)]


def life_line(marks: Sequence[Mark], scale: Scale, width: int, current: int = -1) -> list[str]:
    """``scale.rows`` rows of drawing and one of years, each ``width`` cells.

    The moment at place ``current`` has the cursor before its year.
    """
    xs = places([mark.year for mark in marks], width)
    rows = [[*f"{words:>{MARGIN - 2}}", *" " * (width - MARGIN + 2)] for words in _heights(scale)]
    rows[scale.zero][MARGIN:width] = LINE * (width - MARGIN)
    for x, mark in zip(xs, marks, strict=True):
        _draw(rows, x, mark.height, scale)
    return ["".join(row[:width]) for row in rows] + [_years(marks, xs, width, current)]


def _heights(scale: Scale) -> Iterable[str]:
    named = {scale.row(scale.most): scale.most, scale.row(scale.least): scale.least}
    named[scale.zero] = max(scale.least, min(0, scale.most))
    return (signed(named[row]) if row in named else "" for row in range(scale.rows))


def _draw(rows: list[list[str]], x: int, height: int | None, scale: Scale) -> None:
    zero = scale.zero
    row = zero if height is None else scale.row(height)
    if row != zero:
        rows[zero][x] = UP if row < zero else DOWN
        for between in range(min(row, zero) + 1, max(row, zero)):
            rows[between][x] = STEM
    rows[row][x] = UNPLACED if height is None else POINT


def _years(marks: Sequence[Mark], xs: Sequence[int], width: int, current: int) -> str:
    """The years below, those that would run into another left out, the current one never."""
    cells = [" "] * width
    order = [current] if 0 <= current < len(marks) else []
    order += [place for place in range(len(marks)) if place != current]
    for place in order:
        year = marks[place].year
        words = NO_YEAR if year is None else str(year)
        words = CURSOR + words if place == current else words
        start = max(0, xs[place] - len(words) // 2)
        start = min(start, width - len(words))
        if all(cell == " " for cell in cells[max(0, start - 1) : start + len(words) + 1]):
            cells[start : start + len(words)] = words
    return "".join(cells)
