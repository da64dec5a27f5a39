"""Slabs with a drawing: bars of words, a code in large letters, a polygon."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from progpro_tui.core.document import Polygon
from progpro_tui.reports import charts
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.lines import set_lines
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, WIDTH, Style
from progpro_tui.reports.pdf.slab import EPSILON, Setting, Slab, Spaced

BAR_HEIGHT, BELOW_NAME, BELOW_BAR, BETWEEN_SENTENCES, BETWEEN_ROWS = 4.2, 0.8, 1.6, 1.0, 5.0


@dataclass(frozen=True)
class Bar:
    """One direction: its name, its bar where there is one, its sentences."""

    name: Setting
    share: float | None
    sentences: tuple[Setting, ...]
    alt: str

    @property
    def height(self) -> float:
        bar = 0.0 if self.share is None else BAR_HEIGHT + BELOW_BAR
        words = sum(s.height for s in self.sentences)
        words += BETWEEN_SENTENCES * max(0, len(self.sentences) - 1)
        return self.name.height + BELOW_NAME + bar + words

    def draw(self, canvas: Canvas, y: float) -> None:
        with canvas.tagged("H2"):
            self.name.draw(canvas, y)
        y += self.name.height + BELOW_NAME
        if self.share is not None:
            with canvas.tagged("Figure", alt=self.alt):
                _word_bar(canvas, y, self.share)
            y += BAR_HEIGHT + BELOW_BAR
        for sentence in self.sentences:
            with canvas.tagged("P"):
                sentence.draw(canvas, y)
            y += sentence.height + BETWEEN_SENTENCES


@dataclass
class Bars(Spaced):
    """Bars between the words of a scale, which come again on each page."""

    marks: tuple[str, ...] = field(kw_only=True)
    mark_style: Style = field(kw_only=True)
    bars: tuple[Bar, ...] = field(kw_only=True)

    @property
    def _head(self) -> float:
        return self.mark_style.line + 1.5 if self.marks else 0.0

    @property
    def height(self) -> float:
        rows = sum(bar.height for bar in self.bars) + BETWEEN_ROWS * (len(self.bars) - 1)
        return self._head + rows

    @property
    def least(self) -> float:
        return self._head + (self.bars[0].height if self.bars else 0.0)

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        top, end = y, y + room + EPSILON
        if self.marks:
            with canvas.tagged("P"):
                _draw_marks(canvas, y, self.marks, self.mark_style)
            y += self._head
        for place, bar in enumerate(self.bars):
            if place and y + bar.height > end:
                return y - BETWEEN_ROWS - top, replace(self, bars=self.bars[place:])
            bar.draw(canvas, y)
            y += bar.height + BETWEEN_ROWS
        return y - BETWEEN_ROWS - top, None


def _draw_marks(canvas: Canvas, y: float, marks: tuple[str, ...], style: Style) -> None:
    for place, mark in enumerate(marks):
        share = place / (len(marks) - 1) if len(marks) > 1 else 0.0
        for line in set_lines(mark, style, WIDTH / len(marks))[:1]:
            x = LEFT + share * (WIDTH - line.width)
            canvas.line(x, y + style.baseline, line, style, " ")


def _word_bar(canvas: Canvas, y: float, share: float) -> None:
    canvas.box(LEFT, y, WIDTH, BAR_HEIGHT, fill=sheet.SURFACE, ink=sheet.LINE)
    end = LEFT + share * WIDTH
    if share > 0:
        canvas.box(LEFT, y, end - LEFT, BAR_HEIGHT, fill=sheet.ACCENT)
    for quarter in (0.25, 0.5, 0.75):
        x = LEFT + quarter * WIDTH
        ink = sheet.WHITE if x < end else sheet.LINE
        canvas.strokes([((x, y), (x, y + BAR_HEIGHT))], sheet.FRAME, ink)


@dataclass
class CodeLine(Spaced):
    """A code in large letters, and what it stands for beside it; below it where it is long."""

    code: Setting = field(kw_only=True)
    words: Setting = field(kw_only=True)

    @property
    def _beside(self) -> bool:
        return self.words.x > LEFT

    @property
    def height(self) -> float:
        if self._beside:
            return max(self.code.height, self.words.height)
        return self.code.height + self.words.height

    @property
    def least(self) -> float:
        return self.height

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        with canvas.tagged("P"):
            self.code.draw(canvas, y, more=True)
            below = (self.height - self.words.height) / 2 if self._beside else self.code.height
            self.words.draw(canvas, y + below)
        return self.height, None


@dataclass
class PolygonFigure(Spaced):
    """Scores around a ring, as high as it is printed whatever its axes are."""

    polygon: Polygon = field(kw_only=True)

    RADIUS, CENTRE_X, CENTRE_Y, BLOCK = 37.0, (LEFT + RIGHT) / 2, 49.0, 97.0

    @property
    def height(self) -> float:
        return self.BLOCK

    @property
    def least(self) -> float:
        return self.BLOCK

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        centre = (self.CENTRE_X, y + self.CENTRE_Y)
        with canvas.tagged("Figure", alt=self.polygon.alt):
            steps = self.polygon.rings
            rings = charts.rings(len(self.polygon.axes), self.RADIUS, steps, centre)
            ring_frame(canvas, rings, centre)
            points = charts.polygon_points(
                [axis.share for axis in self.polygon.axes], self.RADIUS, centre
            )
            canvas.strokes(charts.hatch(points, 2.0), 0.16, sheet.ACCENT)
            canvas.strokes(charts.outline(points), sheet.SERIES, sheet.ACCENT)
            for point in points:
                if point is not None:
                    canvas.disc(*point, 1.25, sheet.ACCENT, rim=sheet.WHITE)
            _name_axes(canvas, centre, self.RADIUS, self.polygon)
        return self.BLOCK, None


def ring_frame(canvas: Canvas, rings: list[list[charts.Point]], centre: charts.Point) -> None:
    """The rings of a polygon and its spokes: the edge full, the middle dashed, the others thin."""
    steps = len(rings)
    for step, ring in enumerate(rings, 1):
        if step == steps:
            canvas.shape(ring, ink=sheet.LINE, width=0.35)
        elif 2 * step == steps:
            canvas.shape(ring, ink=sheet.LINE, width=sheet.HAIRLINE, dash=(1, 1))
        else:
            canvas.shape(ring, ink=sheet.HAIR, width=sheet.HAIRLINE)
    canvas.strokes([(centre, corner) for corner in rings[-1]], sheet.HAIRLINE, sheet.HAIR)


def _name_axes(canvas: Canvas, centre: charts.Point, radius: float, polygon: Polygon) -> None:
    """Letter and name at each corner: above, below or aside of it."""
    letters, names = sheet.AXIS_LETTER, sheet.AXIS_NAME
    for axis, angle in zip(polygon.axes, charts.angles(len(polygon.axes)), strict=True):
        x, y = charts.polar(centre, radius, angle)
        name = axis.name if axis.share is not None else f"{axis.name} –"
        rise = math.sin(math.radians(angle))
        if abs(rise) > 0.5:
            high, low = (-6.2, -2.2) if rise < 0 else (5.4, 9.4)
            canvas.label(x, y + high, axis.letter, letters, "centre")
            canvas.label(x, y + low, name, names, "centre")
        else:
            side = 1 if x > centre[0] else -1
            align = "left" if side > 0 else "right"
            canvas.label(x + side * 2.5, y - 0.3, axis.letter, letters, align)
            canvas.label(x + side * 2.5, y + 4.2, name, names, align)
