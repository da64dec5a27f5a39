"""Small drawn marks: a disc, a ring, an arrow. Marks are drawn, never typed."""

from __future__ import annotations

from progpro_tui.core.findings import Sign
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.sheet import Ink

ARROW = 4.6
SIGN = 1.5
"""The radius of a disc or ring before its words."""


def ring(canvas: Canvas, x: float, y: float, radius: float, ink: Ink, rim: float = 0.7) -> None:
    """A ring, white inside."""
    canvas.disc(x, y, radius, sheet.WHITE, rim=ink, width=rim)


def arrow(canvas: Canvas, x: float, y: float, ink: Ink, length: float = ARROW) -> None:
    """An arrow to the right whose tail stands at x, y."""
    head = 1.8
    canvas.strokes([((x, y), (x + length - head, y))], 0.5, ink)
    tip = [(x + length, y), (x + length - head, y - 1.0), (x + length - head, y + 1.0)]
    canvas.shape(tip, fill=ink)


def sign(canvas: Canvas, kind: Sign, x: float, y: float) -> None:
    """The mark of a note: it is there, it is missing, a way to it."""
    if kind == "full":
        canvas.disc(x + SIGN, y, SIGN, sheet.ACCENT)
    elif kind == "empty":
        ring(canvas, x + SIGN, y, SIGN, sheet.ACCENT, 0.6)
    else:
        arrow(canvas, x - 0.4, y, sheet.ACCENT, 2 * SIGN + 0.8)
