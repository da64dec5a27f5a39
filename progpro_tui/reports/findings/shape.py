"""A whole Q-sort, as the person laid it out."""

from __future__ import annotations

from progpro_tui.core.document import Block, Heading, Paragraph, Voice
from progpro_tui.core.figures import LaidCards, LaidColumn
from progpro_tui.core.findings import Laid, Shape
from progpro_tui.core.text import NN_
from progpro_tui.reports.wording import Typesetter


def blocks(tr: Typesetter, shape: Shape, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """The cards by column; the values of the columns are for the counsellor alone."""
    person = voice == "person"
    least, most = (tr(end, plain=plain) for end in shape.ends)
    columns = tuple(_column(tr, laid, person, plain) for laid in shape.columns)
    drawn = LaidCards(columns, (least, most), _alt(tr, columns, (least, most)))
    if person:
        return (drawn,)
    caption = tr("Each row is a column of the arrangement, with what its cards count.")
    return (Heading(2, tr("The cards, as they were laid")), drawn, Paragraph(caption, "caption"))


def _column(tr: Typesetter, laid: Laid, person: bool, plain: bool) -> LaidColumn:
    cards = tuple(tr(card.name, plain=plain) for card in laid.cards)
    return LaidColumn("" if person else signed(laid.value), cards)


def signed(value: int) -> str:
    """A column's value: a plus or a true minus before it, nothing before 0."""
    return f"{value:+}".replace("-", "\N{MINUS SIGN}") if value else "0"


def _alt(tr: Typesetter, columns: tuple[LaidColumn, ...], ends: tuple[str, str]) -> str:
    count = sum(len(column.cards) for column in columns)
    words = NN_("{n} card, from “{most}” to “{least}”.", "{n} cards, from “{most}” to “{least}”.")
    spoken = [tr(words, n=count, least=ends[0], most=ends[1])]
    for column in reversed(columns):
        cards = ", ".join(column.cards) or "–"
        line = tr("{label}: {words}", label=column.value, words=cards) if column.value else cards
        spoken.append(f"{line}.")
    return " ".join(spoken)
