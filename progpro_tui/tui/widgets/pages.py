"""A report on the screen: the same blocks as on paper, in cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Facts,
    Heading,
    Headline,
    Paragraph,
    Polygon,
    Table,
    WordBars,
    Writing,
)
from progpro_tui.core.figures import (
    Dumbbells,
    Exchange,
    LaidCards,
    QuadrantBoxes,
    RankedList,
    TimeLine,
    Web,
)
from progpro_tui.core.text import NN_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.blocks.boxes import box_rows
from progpro_tui.tui.blocks.dumbbells import dumbbell_rows
from progpro_tui.tui.blocks.laid import laid_rows
from progpro_tui.tui.blocks.ranked import ranked_rows
from progpro_tui.tui.blocks.rows import TEXT, paragraph
from progpro_tui.tui.blocks.table import WIDEST, table_rows
from progpro_tui.tui.blocks.time_line import time_rows
from progpro_tui.tui.safe import assembled, padded, safe
from progpro_tui.tui.widgets.hexagon import hexagon
from progpro_tui.tui.widgets.score_bar import score_bar

DRAWN = (Polygon, Table, Dumbbells, Web, TimeLine, LaidCards)
"""Blocks whose caption explains what is drawn on paper."""


@dataclass(frozen=True)
class Room:
    """How much of a block is shown: cells across, rows of a life line, things in a box.

    With ``lines`` each ranked card says its line.
    """

    tr: Translator
    width: int = WIDEST
    reach: int = 5
    most: int = 12
    lines: bool = True

    def others(self, n: int) -> str:
        """How many things of a box are not shown."""
        return self.tr(NN_("… {n} other", "… {n} others"), n=n)


def shown(blocks: tuple[Block, ...], room: Room) -> Iterator[Content]:
    """One piece of content a block. What is to be filled in by hand is for paper only."""
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        lines = [] if _for_paper(before, block, after) else list(_lines(block, room))
        if lines:
            yield Content("\n").join(lines)


def _for_paper(before: Block | None, block: Block, after: Block | None) -> bool:
    """Whether a paragraph explains what is drawn on paper, or asks to write below it."""
    if not isinstance(block, Paragraph):
        return False
    return isinstance(after, Writing) or (block.role == "caption" and isinstance(before, DRAWN))


def _lines(block: Block, room: Room) -> Iterator[Content]:
    match block:
        case Heading(level, words):
            rule = "" if level == 1 else "── "
            yield safe(f"{rule}{words}", "bold")
        case Paragraph(words):
            yield from paragraph(words)
        case Callout(title, words):
            yield safe(f"▌ {title}", "bold")
            yield from paragraph(words, "▌ ")
        case Bullets(items):
            for item in items:
                yield from paragraph(item, "  ", "· ")
        case Facts(rows):
            for label, value in rows:
                yield from paragraph(value, " " * 20, padded(label, 20))
        case Headline(code, words):
            yield assembled((clean(code), "bold $accent"), "   ", clean(words))
        case WordBars():
            yield from _word_bars(block)
        case Polygon(axes):
            letters = [axis.letter for axis in axes]
            for line in hexagon(letters, [axis.share for axis in axes], 31, 13):
                yield safe(line)
        case Table():
            yield from table_rows(block, room.width)
        case _:
            yield from _figure(block, room)


def _figure(block: Block, room: Room) -> Iterator[Content]:
    """The blocks that show findings; of the wheel its rows, which read better than a web."""
    match block:
        case RankedList():
            yield from ranked_rows(block, room.width, room.tr.language, room.lines)
        case QuadrantBoxes():
            yield from box_rows(block, room.width, room.most, room.others)
        case Dumbbells():
            yield from dumbbell_rows(block, room.width)
        case TimeLine():
            yield from time_rows(block, room.width, room.reach)
        case LaidCards():
            yield from laid_rows(block, room.width)
        case Exchange(question, answer, given):
            yield from (row.stylize("bold") for row in paragraph(question))
            for words in answer:
                for row in paragraph(words, "  "):
                    yield row if given else row.stylize("$muted")
        case _:
            return


def _word_bars(block: WordBars) -> Iterator[Content]:
    if len(block.marks) == 3:
        left, middle, right = block.marks
        yield safe(f"{left:<22}{middle:^20}{right:>22}")
    for row in block.rows:
        yield Content("")
        yield safe(row.name, "bold")
        if row.share is not None:
            yield safe(score_bar(row.share, 0, TEXT), "$accent")
        for sentence in row.sentences:
            yield from paragraph(sentence)
