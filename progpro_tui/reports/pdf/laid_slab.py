"""A Q-sort with its columns lying on their side: the most on top, every card readable."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from progpro_tui.core.figures import LaidCards
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, Style
from progpro_tui.reports.pdf.slab import EPSILON, Setting, Slab, Spaced
from progpro_tui.reports.pdf.text_slabs import setting

VALUES, BETWEEN, PADDING = 11.0, 1.2, 1.3
MOST_LINES = 8
"""A card with more lines than this is hostile."""


@dataclass(frozen=True)
class Row:
    """The cards of one column, measured: each a cell as wide as the widest column asks for."""

    value: Setting
    cells: tuple[Setting, ...]
    width: float

    @property
    def height(self) -> float:
        cells = max((cell.height for cell in self.cells), default=self.value.style.line)
        return cells + 2 * PADDING + BETWEEN

    def draw(self, canvas: Canvas, y: float) -> None:
        high = self.height - BETWEEN
        middle = y + high / 2
        self.value.draw(canvas, middle - self.value.height / 2, more=True)
        for cell in self.cells:
            canvas.box(cell.x - PADDING, y, self.width, high, ink=sheet.LINE)
            cell.draw(canvas, middle - cell.height / 2, more=True)


@dataclass
class LaidFigure(Spaced):
    """The rows between the words of the two ends."""

    most: Setting = field(kw_only=True)
    least_words: Setting = field(kw_only=True)
    rows: tuple[Row, ...] = field(kw_only=True)
    alt: str = field(kw_only=True)

    @property
    def _head(self) -> float:
        return self.most.height + 1.2 if self.most.lines else 0.0

    @property
    def height(self) -> float:
        return self._head + sum(row.height for row in self.rows) + self.least_words.height

    @property
    def least(self) -> float:
        return self._head + sum(row.height for row in self.rows[:2])

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        top, end = y, y + room + EPSILON
        with canvas.tagged("Figure", alt=self.alt):
            self.most.draw(canvas, y, more=True)
            y += self._head
            for place, row in enumerate(self.rows):
                tail = self.least_words.height if place == len(self.rows) - 1 else 0.0
                if place and y + row.height + tail > end:
                    rest = replace(self, rows=self.rows[place:], before=0)
                    rest.most = replace(self.most, lines=())
                    return y - top, rest
                row.draw(canvas, y)
                y += row.height
            self.least_words.draw(canvas, y)
        return y + self.least_words.height - top, None


def laid_slab(block: LaidCards, style: Style, captioned: bool) -> LaidFigure:
    """``block`` measured in ``style``: the width is shared by the cards of the fullest column."""
    labelled = any(column.value for column in block.columns)
    start = LEFT + (VALUES if labelled else 0.0)
    most = max((len(column.cards) for column in block.columns), default=0) or 1
    step = (RIGHT - start) / most
    room = step - BETWEEN - 2 * PADDING
    rows = []
    for column in reversed(block.columns):
        cells = (
            setting(card, style, start + place * step + PADDING, room).first(MOST_LINES)
            for place, card in enumerate(column.cards)
        )
        value = setting(column.value, style.but(bold=True), LEFT, VALUES)
        rows.append(Row(value, tuple(cells), step - BETWEEN))
    words = style.but(ink=sheet.MUTED)
    least, best = block.ends
    return LaidFigure(
        most=setting(best, words, start).first(MOST_LINES),
        least_words=setting(least, words, start).first(MOST_LINES),
        rows=tuple(rows),
        alt=block.alt,
        after=2.1 if captioned else 4.2,
        keep=captioned,
    )
