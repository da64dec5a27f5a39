"""The figures of a document in lines: what comes first, what lies where, how it is and is wished."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.document import Block
from progpro_tui.core.figures import (
    Dumbbell,
    Dumbbells,
    Exchange,
    LaidCards,
    QuadrantBoxes,
    RankedList,
    RankedRow,
    Web,
)
from progpro_tui.core.text import N_
from progpro_tui.linear.page import Line
from progpro_tui.reports.wording import Typesetter

ITEM = "- "
"""Before each thing of a list, as plain text has it."""

DASH = "–"
"""What stands on paper where there is no figure: a voice reads it as a dash."""

TIED = "="
"""What stands behind a place that others share."""


def figure_lines(block: Block, tr: Typesetter) -> Iterator[Line]:
    """A figure in lines, or its alternative text."""
    match block:
        case RankedList(rows):
            for row in rows:
                yield from _ranked(row, tr)
        case QuadrantBoxes(rows=pairs):
            for box in (box for pair in pairs for box in pair):
                yield labelled(tr, box.title, str(box.count))
                yield from (Line(item, ITEM) for item in box.items)
                yield Line(box.more)
        case Dumbbells(rows, ends):
            yield from (Line(end) for end in ends)
            yield from (_two_points(row, tr) for row in rows)
        case LaidCards(columns, ends):
            words = N_("From “{most}” to “{least}”, one column after the other:")
            yield Line(tr(words, most=ends[1], least=ends[0]))
            for column in reversed(columns):
                cards = ", ".join(column.cards) or tr(N_("none"))
                yield Line(labelled(tr, column.value, cards).words if column.value else cards, ITEM)
        case Exchange(question, answer):
            yield Line(question)
            yield from (Line(paragraph) for paragraph in answer)
        case Web():
            return  # the same points once more
        case _:
            yield Line(getattr(block, "alt", ""))


def labelled(tr: Typesetter, label: str, words: str) -> Line:
    """A label and what it names."""
    return Line(tr(N_("{label}: {words}"), label=label, words=words))


def _ranked(row: RankedRow, tr: Typesetter) -> Iterator[Line]:
    place = row.place.removesuffix(TIED).rstrip()
    words = N_("{n}, tied: {name}") if place != row.place else N_("{label}: {words}")
    yield Line(tr(words, n=place, label=place, name=row.name, words=row.name))
    yield Line(row.line)
    for note in row.notes:
        yield Line(labelled(tr, note.mark, tr.quoted(note.said)).words, ITEM)


def _two_points(row: Dumbbell, tr: Typesetter) -> Line:
    today, wished = (tr(N_("no answer")) if said == DASH else said for said in row.figures)
    words = N_("{name}: today {today}, wished {wished}.")
    return Line(tr(words, name=row.name, today=today, wished=wished), ITEM)
