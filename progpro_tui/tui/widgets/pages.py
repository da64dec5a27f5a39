"""A report on the screen: the same blocks as on paper, in cells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Facts,
    Heading,
    Headline,
    MarginBar,
    Paragraph,
    Polygon,
    Table,
    WordBar,
    WordBars,
)
from progpro_tui.tui.safe import padded, safe
from progpro_tui.tui.widgets.hexagon import hexagon
from progpro_tui.tui.widgets.score_bar import score_bar

TEXT = 64
"""Running text is never wider."""
WIDEST = 70
"""Cells of a table at the reference size, its scrollbar apart."""
LEAST_BAR, MOST_BAR = 8, 20


def shown(blocks: tuple[Block, ...]) -> Iterator[Content]:
    """One piece of content a block. What is to be filled in by hand is for paper only."""
    for block in blocks:
        lines = list(_lines(block))
        if lines:
            yield Content("\n").join(lines)


def _lines(block: Block) -> Iterator[Content]:
    match block:
        case Heading(level, words):
            rule = "" if level == 1 else "── "
            yield safe(f"{rule}{words}", "bold")
        case Paragraph(role="caption"):
            return  # it explains the drawing on paper
        case Paragraph(words):
            yield from _wrapped(words)
        case Callout(title, words):
            yield safe(f"▌ {title}", "bold")
            yield from _wrapped(words, "▌ ")
        case Bullets(items):
            for item in items:
                yield from _wrapped(item, "  ", "· ")
        case Facts(rows):
            for label, value in rows:
                yield from _wrapped(value, " " * 20, padded(label, 20))
        case Headline(code, words):
            yield Content.assemble((clean(code), "bold $accent"), "   ", clean(words))
        case WordBars(marks, rows):
            yield from _word_bars(marks, rows)
        case Polygon(axes):
            letters = [axis.letter for axis in axes]
            for line in hexagon(letters, [axis.share for axis in axes], 31, 13):
                yield safe(line)
        case Table():
            yield from _table(block)
        case _:
            return


def _wrapped(words: str, indent: str = "", first: str | None = None) -> Iterator[Content]:
    # textwrap breaks at U+0020 only where told so: no-break spaces hold.
    lines = textwrap.wrap(
        clean(words),
        TEXT,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    yield from (Content(line) for line in lines)


def _word_bars(marks: tuple[str, ...], rows: tuple[WordBar, ...]) -> Iterator[Content]:
    if len(marks) == 3:
        left, middle, right = marks
        yield safe(f"{left:<22}{middle:^20}{right:>22}")
    for row in rows:
        yield Content("")
        yield safe(row.name, "bold")
        if row.share is not None:
            yield Content.styled(score_bar(row.share, 0, TEXT), "$accent")
        for sentence in row.sentences:
            yield from _wrapped(sentence)


def _table(table: Table) -> Iterator[Content]:
    widths = _widths(table)
    right = [column.align == "right" for column in table.columns]
    heads = [column.head for column in table.columns]
    yield safe(" ".join(map(padded, heads, widths, right)), "bold")
    for row in table.rows:
        cells = [
            score_bar(cell.share, cell.half_width, width) if isinstance(cell, MarginBar) else cell
            for cell, width in zip(row, widths, strict=True)
        ]
        yield safe(" ".join(map(padded, cells, widths, right)))


def _widths(table: Table) -> list[int]:
    """Cells for each column: its longest words, a bar what is left, the widest gives way."""
    cells = [(column.head, *(row[n] for row in table.rows)) for n, column in enumerate(table.columns)]
    bars = [any(isinstance(cell, MarginBar) for cell in column) for column in cells]
    widths = [max(len(cell) for cell in column if isinstance(cell, str)) for column in cells]
    room = WIDEST - (len(widths) - 1) - sum(widths)
    if any(bars):
        bar = bars.index(True)
        widths[bar] += max(LEAST_BAR, min(room, MOST_BAR))
        room -= widths[bar]
    if room < 0:
        widths[widths.index(max(widths))] += room
    return widths
