"""Two boxes side by side, each with a strip that tells it apart in grey too."""

from __future__ import annotations

from dataclasses import dataclass, field

from progpro_tui.core.figures import Filling, QuadrantBox, QuadrantBoxes
from progpro_tui.reports import charts
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.lines import width_of
from progpro_tui.reports.pdf.sheet import BOX_ITEM, BOX_TITLE, LEFT
from progpro_tui.reports.pdf.slab import Setting, Slab, Spaced
from progpro_tui.reports.pdf.text_slabs import setting

BOX_WIDTH, BETWEEN, STRIP, PADDING, BETWEEN_ITEMS = 80.0, 5.0, 2.0, 3.6, 0.8
MOST_LINES, MOST_TITLE = 30, 5
"""An item or a title with more lines is hostile: a row of boxes stays on one page."""


@dataclass(frozen=True)
class Box:
    """One box, measured."""

    x: float
    title: Setting
    count: Setting
    items: tuple[Setting, ...]
    filling: Filling

    @property
    def height(self) -> float:
        items = sum(item.height + BETWEEN_ITEMS for item in self.items)
        return STRIP + 2 * PADDING + self.title.height + 1.6 + items

    def frame(self, canvas: Canvas, y: float, height: float) -> None:
        ink = sheet.HAIR if self.filling == "none" else sheet.LINE
        canvas.box(self.x, y, BOX_WIDTH, height, ink=ink, line=sheet.FRAME)
        if self.filling == "solid":
            canvas.box(self.x, y, BOX_WIDTH, STRIP, fill=sheet.ACCENT)
        elif self.filling == "hatched":
            canvas.strokes(charts.hatch_bar(self.x, y, BOX_WIDTH, STRIP, 1.1), 0.28, sheet.ACCENT)
        if self.filling in ("hatched", "lined"):
            rule = ((self.x, y + STRIP), (self.x + BOX_WIDTH, y + STRIP))
            canvas.strokes([rule], 0.35, sheet.ACCENT)

    def words(self, canvas: Canvas, y: float) -> None:
        y += STRIP + PADDING
        self.title.draw(canvas, y, more=True)
        self.count.draw(canvas, y, more=True)
        y += self.title.height + 1.6
        for item in self.items:
            item.draw(canvas, y, more=True)
            y += item.height + BETWEEN_ITEMS


@dataclass
class BoxRow(Spaced):
    """Two boxes, as high as the fuller; never split."""

    boxes: tuple[Box, Box] = field(kw_only=True)
    alt: str = field(kw_only=True)

    @property
    def height(self) -> float:
        return max(box.height for box in self.boxes)

    @property
    def least(self) -> float:
        return self.height

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        with canvas.artifact():
            for box in self.boxes:
                box.frame(canvas, y, self.height)
        with canvas.tagged("Figure", alt=self.alt):
            for box in self.boxes:
                box.words(canvas, y)
        return self.height, None


def box_slabs(block: QuadrantBoxes, captioned: bool) -> list[Slab]:
    """The rows of boxes, one below the other."""
    rows: list[Slab] = []
    for place, (row, alt) in enumerate(zip(block.rows, block.alts, strict=True), 1):
        last = place == len(block.rows)
        boxes = (_box(row[0], LEFT), _box(row[1], LEFT + BOX_WIDTH + BETWEEN))
        after = (2.1 if captioned else 4.2) if last else BETWEEN
        rows.append(BoxRow(boxes=boxes, alt=alt, after=after, keep=last and captioned))
    return rows


def _box(box: QuadrantBox, x: float) -> Box:
    inner, left = BOX_WIDTH - 2 * PADDING, x + PADDING
    muted = BOX_ITEM.but(ink=sheet.MUTED)
    count = width_of(str(box.count), muted)
    items = [setting(item, BOX_ITEM, left, inner) for item in box.items]
    if box.more:
        items.append(setting(box.more, muted, left, inner))
    return Box(
        x,
        setting(box.title, BOX_TITLE, left, inner - count - 3).first(MOST_TITLE),
        setting(str(box.count), muted, left + inner - count, count + 1),
        tuple(item.first(MOST_LINES) for item in items),
        box.filling,
    )
