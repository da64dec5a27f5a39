"""The blocks of a document in lines: bars and tables become words, a drawing what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Choices,
    Cover,
    Facts,
    Heading,
    Headline,
    MarginBar,
    PageBreak,
    Paragraph,
    Table,
    WordBars,
    Writing,
)
from progpro_tui.core.figures import Squares
from progpro_tui.core.form_blocks import Asked, Codes, Labels
from progpro_tui.core.text import N_
from progpro_tui.linear.figures import DASH, ITEM, figure_lines, labelled
from progpro_tui.linear.page import Line
from progpro_tui.reports.wording import Typesetter


def lines_of(block: Block, tr: Typesetter) -> Iterator[Line]:
    """A block in lines; one of a kind that is not known here says its alternative text."""
    match block:
        case Cover() | PageBreak() | Writing() | Asked() | Labels():
            return  # for paper alone
        case Heading(words=words) | Paragraph(words=words):
            yield Line(words)
        case Callout(title, words):
            yield Line(title)
            yield Line(words)
        case Bullets(items, quoted):
            yield from (Line(tr.quoted(item) if quoted else item, ITEM) for item in items)
        case Choices(options):
            yield from (Line(option, ITEM) for option in options)
        case Facts(rows):
            yield from (labelled(tr, label, value) for label, value in rows)
        case Headline(code, words):
            yield labelled(tr, code, words) if words else Line(code)
        case WordBars():
            yield from _bars(block)
        case Table():
            yield from _rows(block, tr)
        case _:
            yield from figure_lines(block, tr)


def _bars(bars: WordBars) -> Iterator[Line]:
    """Each direction by its word, then what is said of it."""
    for row in bars.rows:
        yield Line(row.alt)
        yield from (Line(sentence) for sentence in row.sentences if sentence not in row.alt)


def _rows(table: Table, tr: Typesetter) -> Iterator[Line]:
    """A line a row: every cell after the head of its column, so that none must be looked up."""
    for row in table.rows:
        cells = [
            labelled(tr, column.head, words).words if column.head else words
            for column, cell in zip(table.columns, row, strict=True)
            if (words := _in_words(cell, tr))
        ]
        yield Line(tr.semicolon.join(cells), ITEM)


def _in_words(cell: Cell, tr: Typesetter) -> str:
    match cell:
        case MarginBar():
            return ""  # its value stands in a cell of its own
        case Squares(words=words):
            return words
        case Codes(codes):
            return " ".join(codes)
        case str():
            return tr(N_("none")) if cell == DASH else cell
