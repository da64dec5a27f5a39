"""Slabs that wait for a pen: boxes to tick, lines to write on."""

from __future__ import annotations

from dataclasses import dataclass, field

from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.lines import Line, set_lines
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, WIDTH, Style
from progpro_tui.reports.pdf.slab import EPSILON, Slab, Spaced

BOX, BOX_GAP, CHOICE_GAP = 4.2, 2.4, 9.0
WRITING_LEADING = 9.5


@dataclass
class Ticks(Spaced):
    """Boxes to tick, side by side; those that do not fit stand on the next row."""

    options: tuple[str, ...] = field(kw_only=True)
    style: Style = field(kw_only=True)

    def __post_init__(self) -> None:
        self.rows: list[list[tuple[float, Line]]] = [[]]
        x = LEFT
        for option in self.options:
            for line in set_lines(option, self.style, WIDTH - BOX - BOX_GAP)[:1]:
                wide = BOX + BOX_GAP + line.width
                if self.rows[-1] and x + wide > RIGHT:
                    self.rows.append([])
                    x = LEFT
                self.rows[-1].append((x, line))
                x += wide + CHOICE_GAP

    @property
    def height(self) -> float:
        return len(self.rows) * (self.style.line + 1.6)

    @property
    def least(self) -> float:
        return self.height

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        for place, row in enumerate(self.rows):
            top = y + place * (self.style.line + 1.6)
            with canvas.artifact():
                for x, _ in row:
                    box = top + (self.style.line - BOX) / 2
                    canvas.box(x, box, BOX, BOX, ink=sheet.TEXT, line=0.35)
            with canvas.tagged("P"):
                for x, line in row:
                    canvas.line(x + BOX + BOX_GAP, top + self.style.baseline, line, self.style, " ")
        return self.height, None


@dataclass
class Ruled(Spaced):
    """Lines to write on: as many as the room holds, between the two bounds."""

    fewest: int = field(kw_only=True)
    most: int = field(kw_only=True)

    @property
    def height(self) -> float:
        return self.fewest * WRITING_LEADING

    @property
    def least(self) -> float:
        return self.height

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        fit = int((room + EPSILON) / WRITING_LEADING)
        count = max(self.fewest, min(self.most, fit))
        rules = [
            ((LEFT, y + place * WRITING_LEADING), (RIGHT, y + place * WRITING_LEADING))
            for place in range(1, count + 1)
        ]
        with canvas.artifact():
            canvas.strokes(rules, sheet.HAIRLINE, sheet.LINE)
        return count * WRITING_LEADING, None
