"""Two lines around one centre: full and hatched as it is, dashed and hollow as it is wished."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from progpro_tui.core.figures import Web
from progpro_tui.reports import charts
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.chart_slabs import ring_frame
from progpro_tui.reports.pdf.lines import set_lines
from progpro_tui.reports.pdf.marks import ring
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, Style
from progpro_tui.reports.pdf.slab import Slab, Spaced

RADIUS, CENTRE_X, CENTRE_Y, BLOCK, OFF = 36.0, (LEFT + RIGHT) / 2, 48.0, 96.0, 3.0


@dataclass
class WebFigure(Spaced):
    """A polygon of two lines; a gap in one has no point, and its neighbours are not joined."""

    web: Web = field(kw_only=True)
    names: Style = field(kw_only=True)

    @property
    def height(self) -> float:
        return BLOCK

    @property
    def least(self) -> float:
        return BLOCK

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        centre = (CENTRE_X, y + CENTRE_Y)
        with canvas.tagged("Figure", alt=self.web.alt):
            count = len(self.web.names)
            ring_frame(
                canvas, charts.rings(count, RADIUS, self.web.rings, centre, charts.UPWARD), centre
            )
            today, wished = (web_points(line, centre) for line in (self.web.today, self.web.wished))
            canvas.strokes(charts.hatch(today, 2.0), 0.16, sheet.ACCENT)
            canvas.strokes(charts.outline(today), sheet.SERIES, sheet.ACCENT)
            canvas.strokes(charts.outline(wished), 0.6, sheet.SECOND, dash=(2, 1.2))
            for point in filter(None, wished):
                ring(canvas, *point, 1.3, sheet.SECOND, 0.5)
            for point in filter(None, today):
                canvas.disc(*point, 1.25, sheet.ACCENT, rim=sheet.WHITE)
            for name, angle in zip(self.web.names, charts.angles(count, charts.UPWARD), strict=True):
                _name(canvas, name, centre, angle, self.names)
        return BLOCK, None


def web_points(shares: tuple[float | None, ...], centre: charts.Point) -> list[charts.Point | None]:
    """The corners of one line."""
    return charts.polygon_points(shares, RADIUS, centre, charts.UPWARD)


def _name(canvas: Canvas, name: str, centre: charts.Point, angle: float, style: Style) -> None:
    """Above or below its corner where that is a tip, else beside it, in as many lines as it needs."""
    x, y = charts.polar(centre, RADIUS + OFF, angle)
    tip = abs(math.sin(math.radians(angle))) > 0.95
    room = 60.0 if tip else (RIGHT - x if x > centre[0] else x - LEFT)
    lines = set_lines(name, style, room)[:3]
    high = len(lines) * style.line
    above = high / 2 if not tip else high if y < centre[1] else 0.0
    for place, line in enumerate(lines):
        shift = line.width / 2 if tip else 0.0 if x > centre[0] else line.width
        end = " " if place < len(lines) - 1 else ""
        canvas.line(x - shift, y - above + place * style.line + style.baseline, line, style, end)
