"""The slabs of a paper form: a question with its codes, boxes or lines; short labelled lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from progpro_tui.core.form_blocks import Asked, Coded, FormBlock, Labels
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.codes import BOX_WIDTH, CODE_WIDTH, RADIUS, CodeCell, box, ring
from progpro_tui.reports.pdf.hand_slabs import WRITING_LEADING
from progpro_tui.reports.pdf.lines import width_of
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, WIDTH, Style
from progpro_tui.reports.pdf.slab import Setting, Slab, Spaced
from progpro_tui.reports.pdf.text_slabs import setting

INDENT = 11.0
"""From the number of a question to its words."""

CODE_INDENT = 7.0
BETWEEN = 1.4
SCALES = 2 * RADIUS + 2 * BETWEEN
ALONE = 22.0
"""The width of a box that stands alone: a year fits in."""

MOST_LINES = 12
"""What is never split must fit a page, however hostile its words are."""

ONE_COLUMN = 3
"""So many options stand below each other; more, where they are short, in two columns."""

Row = tuple[tuple[Coded, Setting], ...]


def form_slab(block: FormBlock, styles: Mapping[str, Style]) -> Slab:
    """A block of a form, measured."""
    if isinstance(block, Labels):
        return LabelRow(labels=block.labels, style=styles["text"], after=5.0)
    style, quiet = styles["table"], styles["small"].but(ink=sheet.MUTED)
    x, width = LEFT + INDENT, WIDTH - INDENT
    above = [setting(block.note, quiet, x, width)] if block.note else []
    below = [setting(block.help, quiet, x, width)] if block.help else []
    return Question(
        number=setting(block.number, style.but(bold=True), LEFT, INDENT - 1),
        words=tuple(
            part.first(MOST_LINES)
            for part in (*above, setting(block.words, style.but(bold=True), x, width), *below)
        ),
        options=_rows(block.options, styles["small"], x, width),
        ways=_rows(block.ways, quiet, x, width),
        scales=_scales(block, styles["small"], x),
        boxes=block.boxes,
        lines=block.lines,
        style=styles["small"],
        after=2.0 if block.keep else 5.0,
        keep=block.keep,
    )


def _scales(block: Asked, style: Style, x: float) -> tuple[tuple[str, CodeCell], ...]:
    """Labels and codes side by side, each as wide as it is."""
    placed = []
    for label, codes in block.scales:
        x += width_of(label, style) + 1.6
        placed.append((label, CodeCell(codes.codes, (x, 0.0), style)))
        x += len(codes.codes) * CODE_WIDTH + 4.0
    return tuple(placed)


def _rows(options: Sequence[Coded], style: Style, x: float, width: float) -> tuple[Row, ...]:
    """Options in rows: in one line where none has words, else in one column or two."""
    if not any(option.words for option in options):
        per, wide = max(1, len(options)), 2 * RADIUS + 2.2
    else:
        half = width / 2
        short = all(width_of(o.words, style) < half - CODE_INDENT - 3 for o in options)
        many = len(options) > ONE_COLUMN or style.ink == sheet.MUTED
        per = 2 if short and many else 1
        wide = width / per
    placed = [
        (o, setting(o.words, style, x + (n % per) * wide + CODE_INDENT, wide - CODE_INDENT))
        for n, o in enumerate(options)
    ]
    placed = [(option, column.first(MOST_LINES // 3)) for option, column in placed]
    return tuple(tuple(placed[n : n + per]) for n in range(0, len(placed), per))


@dataclass
class Question(Spaced):
    """One question; ``words`` stand below each other, then codes, boxes or lines to write on."""

    number: Setting = field(kw_only=True)
    words: tuple[Setting, ...] = field(kw_only=True)
    options: tuple[Row, ...] = field(kw_only=True)
    ways: tuple[Row, ...] = field(kw_only=True)
    scales: tuple[tuple[str, CodeCell], ...] = field(kw_only=True)
    boxes: int = field(kw_only=True)
    lines: int = field(kw_only=True)
    style: Style = field(kw_only=True)

    @property
    def height(self) -> float:
        heights = [part.height for part in self.words]
        heights += [self._high(row) for row in (*self.options, *self.ways)]
        return sum(heights) + self._hand + (SCALES if self.scales else 0)

    @property
    def least(self) -> float:
        return self.height

    @property
    def _hand(self) -> float:
        return (self.lines + bool(self.boxes)) * WRITING_LEADING

    def _high(self, row: Row) -> float:
        return max(2 * RADIUS, *(words.height for _, words in row)) + BETWEEN

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        top = y
        with canvas.tagged("P"):
            self.number.draw(canvas, y + self._to_words, more=True)
            for part in self.words:
                part.draw(canvas, y, more=True)
                y += part.height
        for row in self.options:
            self._row(canvas, y + BETWEEN, row)
            y += self._high(row)
        if self.scales:
            self._scales(canvas, y + BETWEEN)
            y += SCALES
        y = self._by_hand(canvas, y)
        for row in self.ways:
            self._row(canvas, y + BETWEEN, row)
            y += self._high(row)
        return y - top, None

    @property
    def _to_words(self) -> float:
        """The number stands beside the question, below a note above it."""
        bold = [place for place, part in enumerate(self.words) if part.style.bold]
        return sum(part.height for part in self.words[: bold[0] if bold else 0])

    def _row(self, canvas: Canvas, y: float, row: Row) -> None:
        with canvas.artifact():
            for option, words in row:
                ring(canvas, words.x - CODE_INDENT + RADIUS, y, words.style, option.code)
        with canvas.tagged("P"):
            for option, words in row:
                middle = words.x - CODE_INDENT + RADIUS
                canvas.label(middle, y + words.style.baseline, option.code, words.style, "centre")
                words.draw(canvas, y, more=True)

    def _scales(self, canvas: Canvas, y: float) -> None:
        with canvas.artifact():
            for _, cell in self.scales:
                cell.rings(canvas, y)
        with canvas.tagged("P"):
            for label, cell in self.scales:
                x, _ = cell.edge
                canvas.label(x - 1.6, y + self.style.baseline, label, self.style, "right")
                cell.draw(canvas, y)

    def _by_hand(self, canvas: Canvas, y: float) -> float:
        x = LEFT + INDENT
        with canvas.artifact():
            width = BOX_WIDTH if self.boxes > 1 else ALONE
            for n in range(self.boxes):
                box(canvas, x + n * (width + 3), y + 2, self.style, width)
            y += WRITING_LEADING if self.boxes else 0
            for _ in range(self.lines):
                y += WRITING_LEADING
                canvas.strokes([((x, y), (RIGHT, y))], sheet.HAIRLINE, sheet.LINE)
        return y


@dataclass
class LabelRow(Spaced):
    """Labels side by side, a line to write on behind each."""

    labels: tuple[str, ...] = field(kw_only=True)
    style: Style = field(kw_only=True)

    @property
    def height(self) -> float:
        return WRITING_LEADING

    @property
    def least(self) -> float:
        return self.height

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        widths = [width_of(label, self.style) for label in self.labels]
        gap = 6.0
        free = (WIDTH - sum(widths) - gap * (len(widths) - 1)) / max(1, len(widths))
        x, baseline = LEFT, y + WRITING_LEADING - 1.5
        for label, width in zip(self.labels, widths, strict=True):
            with canvas.tagged("P"):
                canvas.label(x, baseline, label, self.style)
            with canvas.artifact():
                start, end = x + width + 1.5, x + width + free
                canvas.strokes([((start, baseline), (end, baseline))], sheet.HAIRLINE, sheet.LINE)
            x = x + width + free + gap
        return self.height, None
