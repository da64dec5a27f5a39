"""The cover: a band, the title, for whom and when, and whose document it is."""

from __future__ import annotations

from progpro_tui.core.document import Cover
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.sheet import BOTTOM, LEFT, PAGE_HEIGHT, RIGHT, WIDTH
from progpro_tui.reports.pdf.slab import Setting
from progpro_tui.reports.pdf.text_slabs import setting

PRACTICE_TOP, BELONGS_TOP, LABELS = 66.0, 232.0, 50.0
BAND = 8.0


def draw_cover(canvas: Canvas, cover: Cover) -> None:
    """Draw the cover, on a second page too where a name is longer than one can hold."""
    _open(canvas)
    y = PRACTICE_TOP
    for text, style, kind in (
        (cover.practice, sheet.COVER_PRACTICE, "P"),
        (cover.title, sheet.COVER_TITLE, "H1"),
        (cover.subtitle, sheet.COVER_SUBTITLE, "P"),
    ):
        y = _flow(canvas, y, (setting(text, style, width=WIDTH - 20),), kind) + style.after
    y += 6
    with canvas.artifact():
        canvas.strokes([((LEFT, y), (RIGHT, y))], 0.35, sheet.TEXT)
    y += 8
    label_style = sheet.COVER_FACT.but(ink=sheet.MUTED)
    for label, value in cover.facts:
        fact = (
            setting(label, label_style, LEFT, LABELS - 4),
            setting(value, sheet.COVER_FACT, LEFT + LABELS, WIDTH - LABELS),
        )
        y = _flow(canvas, y, fact) + 2.4
    belongs = setting(cover.belongs, sheet.COVER_FACT)
    _flow(canvas, max(y + 6, BELONGS_TOP) if y < BOTTOM - 20 else y, (belongs,))


def _open(canvas: Canvas) -> None:
    canvas.new_page()
    with canvas.artifact():
        canvas.box(0, 0, BAND, PAGE_HEIGHT, fill=sheet.ACCENT)


def _flow(canvas: Canvas, y: float, columns: tuple[Setting, ...], kind: str = "P") -> float:
    """Draw columns side by side, on new pages where they are long; the y below them."""
    while True:
        if y + columns[-1].style.line > BOTTOM:
            _open(canvas)
            y = PRACTICE_TOP
        split = [column.split(BOTTOM - y) for column in columns]
        with canvas.tagged(kind):
            for place, (first, rest) in enumerate(split):
                first.draw(canvas, y, more=bool(rest.lines) or place < len(split) - 1)
        height = max(first.height for first, _ in split)
        columns = tuple(rest for _, rest in split)
        if not any(column.lines for column in columns):
            return y + height
        y = BOTTOM
