"""A level as squares in a cell of a table, and its words below."""

from __future__ import annotations

from dataclasses import dataclass

from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.slab import Setting

SIDE, BETWEEN, ABOVE, BELOW = 3.8, 1.2, 0.8, 1.0


@dataclass(frozen=True)
class LevelCell:
    """``filled`` squares of ``of``, and the words that say it."""

    words: Setting
    filled: int
    of: int

    @property
    def height(self) -> float:
        return ABOVE + SIDE + BELOW + self.words.height

    def squares(self, canvas: Canvas, y: float) -> None:
        """The drawing alone: to a reader the words say it all."""
        for place in range(self.of):
            fill = sheet.ACCENT if place < self.filled else sheet.WHITE
            x = self.words.x + place * (SIDE + BETWEEN)
            canvas.box(x, y + ABOVE, SIDE, SIDE, fill=fill, ink=sheet.ACCENT, line=0.35)

    def draw(self, canvas: Canvas, y: float) -> None:
        self.words.draw(canvas, y + ABOVE + SIDE + BELOW)
