"""A life line: years from left to right, discs above and below, each with the number of its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from progpro_tui.core.figures import TimeLine, TimePoint
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.lines import width_of
from progpro_tui.reports.pdf.marks import ring
from progpro_tui.reports.pdf.sheet import DISC_NUMBER, LEFT, RIGHT, Style
from progpro_tui.reports.pdf.slab import Setting, Slab, Spaced
from progpro_tui.reports.tracks import along, spread

FIRST, LAST, APART, RADIUS = 39.0, 186.0, 6.2, 2.9
DRAWING, ZERO, REACH = 58.0, 29.0, 25.0
"""The height of the drawing, its line from the top, how far the highest moment stands from it."""


def places(points: Sequence[TimePoint]) -> list[float]:
    """Where each moment stands: its year along the line, kept apart from its neighbours."""
    years = [point.year for point in points]
    least, most = min(years), max(years)
    return spread([along(year, least, most, FIRST, LAST) for year in years], APART, FIRST, LAST)


def rise(point: TimePoint, most: int) -> float:
    """How far above the line it stands; below, negative."""
    return 0.0 if point.height is None else REACH * point.height / most


@dataclass
class TimeFigure(Spaced):
    """The drawing, with the words of its ends above and below."""

    line: TimeLine = field(kw_only=True)
    high: Setting = field(kw_only=True)
    low: Setting = field(kw_only=True)
    years: Style = field(kw_only=True)

    @property
    def height(self) -> float:
        return self.high.height + DRAWING + self.low.height

    @property
    def least(self) -> float:
        return self.height

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        zero = y + self.high.height + ZERO
        points = list(zip(self.line.points, places(self.line.points), strict=True))
        with canvas.tagged("Figure", alt=self.line.alt):
            self.high.draw(canvas, y, more=True)
            tops = [(x, zero - rise(point, self.line.most)) for point, x in points]
            canvas.strokes([((LEFT, zero), (RIGHT, zero))], 0.35, sheet.LINE)
            canvas.strokes(list(pairwise(tops)), 0.5, sheet.HAIR)
            canvas.strokes([((x, zero), (x, top)) for x, top in tops], 0.25, sheet.LINE)
            for (x, top), (point, _) in zip(tops, points, strict=True):
                _disc(canvas, x, top, point)
            _years(canvas, points, zero, self.line.most, self.years)
            self.low.draw(canvas, zero + DRAWING - ZERO)
        return self.height, None


def _disc(canvas: Canvas, x: float, y: float, point: TimePoint) -> None:
    style = DISC_NUMBER
    if point.height is None:
        ring(canvas, x, y, RADIUS, sheet.ACCENT, 0.6)
        style = style.but(ink=sheet.ACCENT)
    else:
        canvas.disc(x, y, RADIUS, sheet.ACCENT, rim=sheet.WHITE)
    canvas.label(x, y - style.line / 2 + style.baseline, str(point.number), style, "centre")


def _years(
    canvas: Canvas, points: list[tuple[TimePoint, float]], zero: float, most: int, style: Style
) -> None:
    """Each year on the side of the line where its disc is not, in a row of its own where they crowd.

    A year that the moment before it on that side has already is not said twice.
    """
    taken: dict[tuple[int, int], float] = {}
    said: dict[int, int] = {}
    for point, x in points:
        side = -1 if rise(point, most) < 0 else 1
        if said.get(side) == point.year:
            continue
        said[side] = point.year
        half = width_of(str(point.year), style) / 2
        row = next(n for n in range(len(points)) if taken.get((side, n), 0.0) <= x - half)
        taken[side, row] = x + half + 1.0
        top = zero + 1.0 + row * style.line if side > 0 else zero - 1.0 - (row + 1) * style.line
        canvas.label(x, top + style.baseline, str(point.year), style, "centre")
