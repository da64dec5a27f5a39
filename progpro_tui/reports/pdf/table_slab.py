"""A table: its head comes again on each page, its rows are never split."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from progpro_tui.core.document import Cell, Column, MarginBar, Table
from progpro_tui.core.figures import Squares
from progpro_tui.core.form_blocks import Codes
from progpro_tui.reports import charts
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.codes import CODE_WIDTH, CodeCell
from progpro_tui.reports.pdf.lines import longest_word, set_lines
from progpro_tui.reports.pdf.sheet import BOTTOM, LEFT, RIGHT, TOP, WIDTH, Style
from progpro_tui.reports.pdf.slab import EPSILON, Setting, Slab, Spaced
from progpro_tui.reports.pdf.squares import BETWEEN, SIDE, LevelCell
from progpro_tui.reports.pdf.tags import Tag

GAP, PADDING, SMALL_PADDING = 3.2, 1.5, 0.8
BAR_HEIGHT, HATCH = 3.6, 1.05
MOST_LINES = 40
"""A cell with more lines than this is hostile, or a page in itself: it goes on in a row below."""

Drawn: TypeAlias = Setting | MarginBar | LevelCell | CodeCell
Row: TypeAlias = tuple[Drawn, ...]


@dataclass
class Grid(Spaced):
    """The rows still to be put, under their head. ``edges`` are left and width of each column."""

    edges: tuple[tuple[float, float], ...] = field(kw_only=True)
    head: Row = field(kw_only=True)
    rows: tuple[Row, ...] = field(kw_only=True)
    style: Style = field(kw_only=True)
    padding: float = PADDING
    whole: bool = False

    @property
    def height(self) -> float:
        return self._high(self.head) + sum(map(self._high, self.rows))

    @property
    def least(self) -> float:
        # The last two rows stay together, and so do three.
        first = self.rows if len(self.rows) <= 3 or self._fits_a_page else self.rows[:2]
        return self._high(self.head) + sum(map(self._high, first))

    @property
    def _fits_a_page(self) -> bool:
        return self.whole and self.height <= BOTTOM - TOP

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        fit = self._fit(room)
        top = y
        table = canvas.element("Table")
        self._row(canvas, y, self.head, table, "TH")
        y += self._high(self.head)
        self._rule(canvas, y, 0.35, sheet.TEXT)
        for place, row in enumerate(self.rows[:fit]):
            if place:
                self._rule(canvas, y, sheet.HAIRLINE, sheet.HAIR)
            self._row(canvas, y, row, table, "TD")
            y += self._high(row)
        rest = self.rows[fit:]
        return y - top, replace(self, rows=rest, before=0) if rest else None

    def _fit(self, room: float) -> int:
        """How many rows the room holds: at least one, and never all but one."""
        left = room - self._high(self.head) + EPSILON
        fit = 0
        for row in self.rows:
            left -= self._high(row)
            if left < 0:
                break
            fit += 1
        if fit == len(self.rows) - 1:
            fit -= 1
        return max(1, fit)

    def _high(self, row: Row) -> float:
        heights = (cell.height for cell in row if not isinstance(cell, MarginBar))
        return max(self.style.line, *heights, 0.0) + 2 * self.padding

    def _rule(self, canvas: Canvas, y: float, width: float, ink: sheet.Ink) -> None:
        with canvas.artifact():
            canvas.strokes([((LEFT, y), (RIGHT, y))], width, ink)

    def _row(self, canvas: Canvas, y: float, row: Row, table: Tag, kind: str) -> None:
        element = canvas.element("TR", table)
        for cell, (x, width) in zip(row, self.edges, strict=True):
            if isinstance(cell, MarginBar):
                # The figures of its row say it all.
                with canvas.artifact():
                    _margin_bar(canvas, x, y + self.padding + self.style.line / 2, width - GAP, cell)
                canvas.element("TD", element)
            elif isinstance(cell, LevelCell):
                with canvas.artifact():
                    cell.squares(canvas, y + self.padding)
                with canvas.tagged(kind, element):
                    cell.draw(canvas, y + self.padding)
            elif isinstance(cell, CodeCell):
                with canvas.artifact():
                    cell.rings(canvas, y + self.padding)
                with canvas.tagged(kind, element):
                    cell.draw(canvas, y + self.padding)
            elif cell.lines:
                scope = "Column" if kind == "TH" else ""
                with canvas.tagged(kind, element, scope=scope):
                    cell.draw(canvas, y + self.padding)
            else:
                canvas.element(kind, element)


def table_slab(table: Table, style: Style, keep: bool = False) -> Grid:
    """``table`` measured: columns as wide as they ask for, and never narrower than a word."""
    head_style = style.but(bold=True)
    widths = _column_widths(table, style, head_style)
    edges = tuple((LEFT + sum(widths[:place]), width) for place, width in enumerate(widths))
    head = tuple(
        _cell(column.head, column, edge, head_style)
        for column, edge in zip(table.columns, edges, strict=True)
    )
    rows: list[Row] = []
    for cells in table.rows:
        row = tuple(
            _drawn(cell, column, edge, style)
            for cell, column, edge in zip(cells, table.columns, edges, strict=True)
        )
        rows += _bounded(row)
    return Grid(
        edges=edges,
        head=head,
        rows=tuple(rows),
        style=style,
        padding=SMALL_PADDING if table.small else PADDING,
        whole=table.whole,
        after=style.after,
        keep=keep,
    )


def _drawn(cell: Cell, column: Column, edge: tuple[float, float], style: Style) -> Drawn:
    if isinstance(cell, MarginBar):
        return cell
    if isinstance(cell, Squares):
        words = _cell(cell.words, column, edge, style).first(MOST_LINES // 2)
        return LevelCell(words, cell.filled, cell.of)
    if isinstance(cell, Codes):
        return CodeCell(cell.codes, edge, style)
    return _cell(cell, column, edge, style.but(bold=column.bold))


def _cell(text: str, column: Column, edge: tuple[float, float], style: Style) -> Setting:
    x, width = edge
    lines = set_lines(text, style, width - GAP)
    if column.align == "right" and lines:
        # Figures are short: the widest line ends at the column's edge.
        x += width - GAP - max(line.width for line in lines)
    return Setting(x, tuple(lines), style)


def _column_widths(table: Table, style: Style, head_style: Style) -> list[float]:
    """The widths asked for, mended where a word is wider, at the cost of the columns with slack."""
    asked = [column.width for column in table.columns]
    least = []
    for place, column in enumerate(table.columns):
        body = style.but(bold=column.bold)
        widest = max(_widest(row[place], body) for row in table.rows) if table.rows else 0.0
        wanted = min(max(longest_word(column.head, head_style), widest), WIDTH / 3)
        rings = max((_rings(row[place]) for row in table.rows), default=0.0)
        least.append(max(wanted, rings) + GAP + EPSILON)
    scale = min(1.0, WIDTH / sum(asked))
    widths = [max(width * scale, low) for width, low in zip(asked, least, strict=True)]
    slack = [width - low for width, low in zip(widths, least, strict=True)]
    over = sum(widths) - WIDTH
    if over > 0 and sum(slack) > 0:
        share = min(1.0, over / sum(slack))
        widths = [width - share * room for width, room in zip(widths, slack, strict=True)]
    total = max(sum(widths), WIDTH)
    return [width * WIDTH / total for width in widths]


def _rings(cell: Cell) -> float:
    """The width of codes, which cannot be broken."""
    return len(cell.codes) * CODE_WIDTH if isinstance(cell, Codes) else 0.0


def _widest(cell: Cell, style: Style) -> float:
    """The width below which a cell breaks."""
    if isinstance(cell, MarginBar):
        return 20.0
    if isinstance(cell, Squares):
        return max(longest_word(cell.words, style), cell.of * (SIDE + BETWEEN) - BETWEEN)
    if isinstance(cell, Codes):
        return _rings(cell)
    return longest_word(cell, style)


def _bounded(row: Row) -> list[Row]:
    """A row no higher than a page can hold, and what is left of it in rows below."""
    rows = [row]
    while any(isinstance(cell, Setting) and len(cell.lines) > MOST_LINES for cell in rows[-1]):
        first, rest = [], []
        for cell in rows.pop():
            lines = cell.lines if isinstance(cell, Setting) else ()
            style = cell.style if isinstance(cell, Setting) else None
            if style is None:
                first.append(cell)
                rest.append(Setting(LEFT, (), sheet.RUNNING))
            else:
                assert isinstance(cell, Setting)
                first.append(Setting(cell.x, lines[:MOST_LINES], style))
                rest.append(Setting(cell.x, lines[MOST_LINES:], style))
        rows += [tuple(first), tuple(rest)]
    return rows


def _margin_bar(canvas: Canvas, x: float, middle: float, width: float, bar: MarginBar) -> None:
    """Solid up to the hatching, a tick at the value, half the tie width hatched on each side."""
    top = middle - BAR_HEIGHT / 2
    solid, start, end = (share * width for share in charts.margin(bar.share, bar.half_width))
    canvas.box(x, top, width, BAR_HEIGHT, fill=sheet.SURFACE)
    if solid > 0:
        canvas.box(x, top, solid, BAR_HEIGHT, fill=sheet.ACCENT)
    if end > start:
        canvas.box(x + start, top, end - start, BAR_HEIGHT, fill=sheet.WHITE)
        lines = charts.hatch_bar(x + start, top, end - start, BAR_HEIGHT, HATCH)
        canvas.strokes(lines, 0.28, sheet.ACCENT)
    canvas.box(x, top, width, BAR_HEIGHT, ink=sheet.LINE)
    tick = x + bar.share * width
    canvas.strokes([((tick, top - 0.7), (tick, top + BAR_HEIGHT + 0.7))], 0.5, sheet.TEXT)
