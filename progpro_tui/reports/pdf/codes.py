"""Codes to circle, drawn in thin rings, and boxes to write in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from progpro_tui.core.form_blocks import BOX
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.sheet import Style

CODE_WIDTH = 7.4
RADIUS = 2.6
WIDER = 0.6
"""So much wider is the ring of a code of two letters."""

BOX_WIDTH, BOX_HEIGHT = 10.0, 5.6


def ring(canvas: Canvas, middle: float, y: float, style: Style, code: str) -> None:
    """The ring round a code: light, for the pen goes over it."""
    radius = RADIUS + (WIDER if len(code) > 1 else 0)
    canvas.disc(middle, y + style.line / 2, radius, sheet.WHITE, rim=sheet.LINE, width=0.2)


def box(canvas: Canvas, x: float, y: float, style: Style, width: float = BOX_WIDTH) -> None:
    """A box for a number."""
    top = y + (style.line - BOX_HEIGHT) / 2
    canvas.box(x, top, width, BOX_HEIGHT, ink=sheet.LINE, line=sheet.FRAME)


@dataclass(frozen=True)
class CodeCell:
    """The codes of one cell of a table, evenly from its left edge."""

    codes: tuple[str, ...]
    edge: tuple[float, float]
    style: Style

    @property
    def height(self) -> float:
        return max(self.style.line, 2 * RADIUS + 0.6)

    def _places(self) -> Iterator[tuple[float, str]]:
        x, _ = self.edge
        for place, code in enumerate(self.codes):
            yield x + place * CODE_WIDTH + RADIUS, code

    def rings(self, canvas: Canvas, y: float) -> None:
        for middle, code in self._places():
            if code == BOX:
                box(canvas, middle - RADIUS, y, self.style)
            else:
                ring(canvas, middle, y, self.style, code)

    def draw(self, canvas: Canvas, y: float) -> None:
        for middle, code in self._places():
            if code != BOX:
                canvas.label(middle, y + self.style.baseline, code, self.style, "centre")
