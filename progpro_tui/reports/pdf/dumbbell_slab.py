"""Rows of two points on one track: as it is today, as it is wished."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from progpro_tui.core.figures import Dumbbell, Dumbbells
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.lines import width_of
from progpro_tui.reports.pdf.marks import ARROW, arrow, ring
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, ROW_FIGURE, ROW_NAME, Style
from progpro_tui.reports.pdf.slab import EPSILON, Setting, Slab, Spaced
from progpro_tui.reports.pdf.text_slabs import setting
from progpro_tui.reports.tracks import along

ROW, TRACK, TRACK_LENGTH, TICK = 9.5, 83.0, 82.0, 1.2
TRACK_END = TRACK + TRACK_LENGTH
DISC, RING, EQUAL_RING, EQUAL_DISC = 1.9, 1.9, 2.6, 1.5
MOST_LINES = 6
"""A name with more lines than this is hostile."""


@dataclass(frozen=True)
class Row:
    """One domain, measured."""

    name: Setting
    row: Dumbbell

    @property
    def height(self) -> float:
        return max(ROW, self.name.height + 2.0)

    def draw(self, canvas: Canvas, y: float) -> None:
        middle = y + self.height / 2
        self.name.draw(canvas, middle - self.name.height / 2, more=True)
        _track(canvas, middle)
        _points(canvas, middle, self.row)
        _figures(canvas, middle, self.row)


@dataclass
class DumbbellRows(Spaced):
    """All rows below the words of the track's ends, which come again on each page."""

    ends: tuple[Setting, Setting] = field(kw_only=True)
    rows: tuple[Row, ...] = field(kw_only=True)
    alt: str = field(kw_only=True)

    @property
    def _head(self) -> float:
        return max(end.height for end in self.ends) + 1.5

    @property
    def height(self) -> float:
        return self._head + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        return self._head + sum(row.height for row in self.rows[:2])

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        top, end = y, y + room + EPSILON
        with canvas.tagged("Figure", alt=self.alt):
            for words in self.ends:
                words.draw(canvas, y + self._head - 1.5 - words.height, more=True)
            y += self._head
            for place, row in enumerate(self.rows):
                if place and y + row.height > end:
                    return y - top, replace(self, rows=self.rows[place:], before=0)
                row.draw(canvas, y)
                y += row.height
        return y - top, None


def dumbbell_slab(block: Dumbbells, ends: Style, captioned: bool) -> DumbbellRows:
    """``block`` measured; ``ends`` is the style of the words of the track's ends."""
    least = setting(block.ends[0], ends, TRACK, TRACK_LENGTH / 2 - 2).first(MOST_LINES)
    most = setting(block.ends[1], ends, TRACK, TRACK_LENGTH / 2 - 2).first(MOST_LINES)
    widest = max((line.width for line in most.lines), default=0.0)
    names = (
        setting(row.name, ROW_NAME, LEFT, TRACK - LEFT - 5).first(MOST_LINES) for row in block.rows
    )
    rows = (Row(name, row) for name, row in zip(names, block.rows, strict=True))
    return DumbbellRows(
        ends=(least, replace(most, x=TRACK_END - widest)),
        rows=tuple(rows),
        alt=block.alt,
        after=2.1 if captioned else 4.2,
        keep=captioned,
    )


def place(share: float) -> float:
    """Where a share of the track stands."""
    return along(share, 0, 1, TRACK, TRACK_END)


def _track(canvas: Canvas, middle: float) -> None:
    ticks = [((x, middle - TICK), (x, middle + TICK)) for x in map(place, (0, 0.5, 1))]
    canvas.strokes([((TRACK, middle), (TRACK_END, middle)), *ticks], 0.4, sheet.HAIR)


def _points(canvas: Canvas, middle: float, row: Dumbbell) -> None:
    """The wished ring under today's disc, the link below both; equal: one in the other."""
    if row.today is not None and row.today == row.wished:
        ring(canvas, place(row.today), middle, EQUAL_RING, sheet.SECOND)
        canvas.disc(place(row.today), middle, EQUAL_DISC, sheet.ACCENT)
        return
    if row.today is not None and row.wished is not None:
        link = ((place(row.today), middle), (place(row.wished), middle))
        canvas.strokes([link], sheet.SERIES, sheet.SECOND)
    if row.wished is not None:
        ring(canvas, place(row.wished), middle, RING, sheet.SECOND)
    if row.today is not None:
        canvas.disc(place(row.today), middle, DISC, sheet.ACCENT)


def _figures(canvas: Canvas, middle: float, row: Dumbbell) -> None:
    """« 7 → 9 » at the right edge, its arrow drawn; one figure and a word where they are equal."""
    baseline = middle - ROW_FIGURE.line / 2 + ROW_FIGURE.baseline
    today, wished = row.figures
    if row.same:
        canvas.label(RIGHT, baseline, f"{today}, {row.same}", ROW_FIGURE, "right")
        return
    tail = RIGHT - max(width_of(wished, ROW_FIGURE), 5.0) - 1.6 - ARROW
    canvas.label(tail - 1.6, baseline, today, ROW_FIGURE, "right")
    arrow(canvas, tail, middle, sheet.TEXT)
    canvas.label(RIGHT, baseline, wished, ROW_FIGURE, "right")
