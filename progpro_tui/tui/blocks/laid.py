"""A Q-sort in cells: its columns upright where there is room, else as rows, the most on top."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.figures import LaidCards
from progpro_tui.tui.blocks.rows import rows_of
from progpro_tui.tui.safe import padded, safe

CELL, GAP, MOST_LINES = 13, 1, 3
"""A card upright: its short text in two or three lines of so many cells."""
BETWEEN = "\N{NO-BREAK SPACE}· "


def laid_rows(block: LaidCards, width: int) -> Iterator[Content]:
    """The whole arrangement with the words of its ends."""
    room = len(block.columns) * (CELL + GAP) - GAP
    cards = [rows_of(card, CELL) for column in block.columns for card in column.cards]
    lines = max(map(len, cards), default=1)
    if room <= width and lines <= MOST_LINES:
        yield from _upright(block, room, lines)
    else:
        yield from _lying(block, width)


def _upright(block: LaidCards, room: int, lines: int) -> Iterator[Content]:
    step = CELL + GAP
    least, most = (clean(end) for end in block.ends)
    right = padded(f"{most} →", room - room // 2, right=True)
    yield Content.styled(f"{padded(f'← {least}', room // 2)}{right}", "$muted")
    if any(column.value for column in block.columns):
        heads = "".join(padded(column.value, step) for column in block.columns)
        yield safe(heads.rstrip(" "), "bold")
    for place in range(max((len(column.cards) for column in block.columns), default=0)):
        yield Content("")
        held = [c.cards[place] if place < len(c.cards) else "" for c in block.columns]
        cells = [rows_of(card, CELL) for card in held]
        for line in range(lines):
            words = (rows[line] if line < len(rows) else "" for rows in cells)
            yield safe("".join(padded(each, step) for each in words).rstrip(" "))


def _lying(block: LaidCards, width: int) -> Iterator[Content]:
    least, most = block.ends
    label = max((len(column.value) for column in block.columns), default=0)
    indent = " " * (label + 2 if label else 2)
    yield Content.styled(clean(f"{indent}{most}"), "$muted")
    for column in reversed(block.columns):
        head = f"{column.value:>{label}}  " if label else "· "
        rows = rows_of(BETWEEN.join(column.cards) or "–", width, indent, head)
        yield from map(Content, rows)
    yield Content.styled(clean(f"{indent}{least}"), "$muted")
