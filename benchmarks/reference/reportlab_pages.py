"""The same document drawn by ReportLab: its words, chart and tables, its fonts embedded.

Neither tags nor PDF/A, no attachment, plain line breaks: what a report costs at least.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import fontpkg
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Facts,
    Heading,
    Headline,
    MarginBar,
    Paragraph,
    Polygon,
    Table,
)

PLAIN, BOLD = "Atkinson", "AtkinsonBold"
MM = 72 / 25.4
LEFT, TOP, BOTTOM, WIDTH = 25 * MM, 269 * MM, 26 * MM, 165 * MM
HEADINGS = {1: 22.0, 2: 14.5, 3: 11.5}


def register() -> None:
    """Parse the fonts, once a process."""
    for name, weight in ((PLAIN, 400), (BOLD, 700)):
        pdfmetrics.registerFont(TTFont(name, str(fontpkg.path("Atkinson Hyperlegible", weight))))


class Pages:
    """A cursor that goes down the page, and on to the next one."""

    def __init__(self, running: tuple[str, str]) -> None:
        self._out = io.BytesIO()
        self._running = running
        self._canvas = Canvas(self._out, pagesize=(210 * MM, 297 * MM))
        self._y = TOP
        self.count = 0

    def room(self, height: float) -> None:
        if self._y - height < BOTTOM:
            self.turn()

    def turn(self) -> None:
        self.count += 1
        self._canvas.setFont(PLAIN, 9)
        self._canvas.drawString(LEFT, 281 * MM, self._running[0])
        self._canvas.drawRightString(LEFT + WIDTH, 281 * MM, self._running[1])
        self._canvas.drawRightString(LEFT + WIDTH, 12 * MM, str(self.count))
        self._canvas.showPage()
        self._y = TOP

    def output(self) -> bytes:
        self.turn()
        self._canvas.save()
        return self._out.getvalue()

    def words(self, words: str, size: float = 10.5, font: str = PLAIN, width: float = WIDTH) -> None:
        for line in simpleSplit(words, font, size, width):
            self.room(size * 1.4)
            self._y -= size * 1.4
            self._canvas.setFont(font, size)
            self._canvas.drawString(LEFT, self._y, line)
        self._y -= size * 0.6

    def row(self, cells: Sequence[Cell], widths: Sequence[float], size: float) -> None:
        split = [
            simpleSplit(cell, PLAIN, size, width * MM - 4) if isinstance(cell, str) else []
            for cell, width in zip(cells, widths, strict=True)
        ]
        height = max([1, *map(len, split)]) * size * 1.37
        self.room(height)
        x = LEFT
        self._canvas.setFont(PLAIN, size)
        for cell, lines, width in zip(cells, split, widths, strict=True):
            if isinstance(cell, MarginBar):
                self._canvas.rect(x, self._y - size, cell.share * width * MM, size * 0.6, fill=1)
            for place, line in enumerate(lines):
                self._canvas.drawString(x, self._y - (place + 1) * size * 1.3, line)
            x += width * MM
        self._y -= height
        self._canvas.line(LEFT, self._y - 2, LEFT + WIDTH, self._y - 2)
        self._y -= 3

    def polygon(self, polygon: Polygon, radius: float = 32 * MM) -> None:
        self.room(2.5 * radius)
        centre, middle = self._y - 1.2 * radius, LEFT + WIDTH / 2
        count = len(polygon.axes)
        spokes = [(math.sin(a), math.cos(a)) for a in (2 * math.pi * k / count for k in range(count))]
        rings = [[step / polygon.rings] * count for step in range(1, polygon.rings + 1)]
        for shares in [*rings, [axis.share or 0.0 for axis in polygon.axes]]:
            path = self._canvas.beginPath()
            for place, (share, (dx, dy)) in enumerate(zip(shares, spokes, strict=True)):
                at = middle + dx * share * radius, centre + dy * share * radius
                path.lineTo(*at) if place else path.moveTo(*at)
            path.close()
            self._canvas.drawPath(path)
        for axis, (dx, dy) in zip(polygon.axes, spokes, strict=True):
            self._canvas.line(middle, centre, middle + dx * radius, centre + dy * radius)
            label = f"{axis.letter} {axis.name}"
            self._canvas.drawCentredString(
                middle + 1.15 * dx * radius, centre + 1.1 * dy * radius, label
            )
        self._y -= 2.5 * radius


def draw(document: Document) -> bytes:
    """The parts of ``document`` as the bytes of a PDF."""
    pages = Pages(document.parts[-1].running)
    for part in document.parts:
        for block in part.blocks:
            _block(pages, block)
    return pages.output()


def _block(pages: Pages, block: Block) -> None:
    match block:
        case Heading():
            pages.words(block.words, HEADINGS[block.level], BOLD)
        case Headline():
            pages.words(block.code, 27, BOLD)
            pages.words(block.words)
        case Paragraph():
            pages.words(block.words, width=137 * MM)
        case Callout():
            pages.words(block.title, 10.5, BOLD)
            pages.words(block.words)
        case Bullets():
            for item in block.items:
                pages.words(f"• {item}")
        case Facts():
            for row in block.rows:
                pages.row(row, (block.label_width, 165 - block.label_width), 9.5 if block.small else 10)
        case Polygon():
            pages.polygon(block)
        case Table():
            widths = [column.width for column in block.columns]
            for cells in ([column.head for column in block.columns], *block.rows):
                pages.row(cells, widths, 9.5 if block.small else 10)
        case _:
            raise TypeError(f"the reference draws no {type(block).__name__}")
