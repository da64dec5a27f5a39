"""The steps of a values deck, each made in one place for the run, the outline and the profile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from progpro_cards.duels import duel_id
from progpro_cards.settings import CardSettings, Own, Question
from progpro_tui.api import (
    N_,
    Choose,
    Count,
    Option,
    Rank,
    Run,
    Write,
    another,
    as_said,
    message,
)

FIRST = "pile"
KEEP = "keep"
MOST_PRESET = 20
"""Up to so many cards all are kept at first, and the person puts aside; beyond, they pick."""


def in_file_order(run: Run[CardSettings], ids: Iterable[str]) -> list[str]:
    """Ids of cards in the order of the file, the person's own last."""
    order = {item.id: place for place, item in enumerate(run.instrument.items)}
    # The tenth card of one's own comes after the ninth: the shorter id first.
    return sorted(ids, key=lambda card: (order.get(card, len(order)), len(card), card))


def name_step(own: Own, number: int) -> Write:
    """The name of a card of one's own; skipping it ends them."""
    ends = message(N_("nothing to add"))
    question = another(own.question, first=number == 1)
    return Write(f"own:{number}", question, skip_words=ends, count=_own_count(own, number))


def _own_count(own: Own, number: int) -> Count:
    return Count(number, own.most, N_("a card of your own"))


def line_step(own: Own, number: int, name: str) -> Write:
    """The line of a card of one's own."""
    about = as_said(name) if name else None
    return Write(f"own:{number}:line", own.line_question, about=about, count=_own_count(own, number))


def keep(settings: CardSettings, cards: Sequence[Option], sure: Sequence[Option]) -> Choose:
    """Which cards to go on with. A shorter list is allowed; none is not."""
    preset = tuple(cards) if len(cards) <= MOST_PRESET else tuple(sure)
    return Choose(
        KEEP,
        settings.keep.question,
        tuple(cards),
        several=True,
        least=1,
        most=settings.keep.most,
        at_first=tuple(card.id for card in preset),
        count=Count(1, len(cards), N_("{total} cards")),
    )


def top_id(place: int) -> str:
    """The id of the step that picks the card of this place."""
    return f"top:{place}"


def rank_step(
    settings: CardSettings,
    left: Sequence[Option],
    picked: Sequence[tuple[Option, bool]],
    place: int,
    places: int = 0,
) -> Rank:
    """Which card comes next; it may equal the one before."""
    places = places or settings.rank.most
    return Rank(
        top_id(place),
        settings.rank.question,
        tuple(left),
        places,
        tuple(picked),
        equals=True,
        skip_words=message(N_("stop the list here")),
        count=Count(place, places, N_("choice {n} of {total}")),
    )


def duel(settings: CardSettings, one: Option, other: Option) -> Choose:
    """Two cards that were marked as equal."""
    return Choose(
        duel_id(one.id, other.id),
        settings.duel_question,
        (one, other),
        skip_words=message(N_("they stay equal")),
        count=Count(1, 2, N_("two equal cards")),
    )


def question_step(question: Question, card: Option, place: int = 1, places: int = 1) -> Write:
    """What is asked of a card on top, in the person's own words; which of them it is."""
    count = Count(place, places, N_("card {n} of {total}"))
    return Write(f"{card.id}:{question.id}", question.text, form="long", about=card.name, count=count)
