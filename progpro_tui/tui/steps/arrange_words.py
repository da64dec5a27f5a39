"""What stands below the board of a Q-sort: the card that is read whole, and what a move would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from progpro_tui.core.card_steps import EMPTY, Arrange
from progpro_tui.core.text import N_, message
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.safe import padded, signed
from progpro_tui.tui.steps.arrangement import Arrangement

FEWEST, MOST = 2, 3
"""Lines of a card that is read whole."""

NUMBER = 5
"""Cells before a card's words: its number on the board."""


@dataclass(frozen=True)
class Deck:
    """The cards in the language of the moment: their numbers, short and whole words."""

    numbers: dict[str, int]
    short: dict[str, str]
    whole: dict[str, str]

    def label(self, card: str, words: bool) -> str:
        """A card as it is found on the board: by its words, or by its number as well."""
        return self.short[card] if words else f"{self.numbers[card]}, {self.short[card]}"

    def mark(self, card: str, words: bool) -> str:
        """The same, as short as it goes."""
        return self.short[card] if words else str(self.numbers[card])


def deck_of(step: Arrange, tr: Translator, plain: bool) -> Deck:
    """The cards of a step. Their numbers follow the places in which they lay at first."""
    order = {card: place for place, card in enumerate(filter(None, step.at_first))}
    ids = sorted((card.id for card in step.cards), key=lambda card: order.get(card, len(order)))
    whole = {}
    for card in step.cards:
        whole[card.id] = name = tr(card.name, plain=plain)
        if card.line is not None:
            line = tr(card.line, plain=plain)
            whole[card.id] = tr(N_("{label}: {words}"), label=name, words=line)
    return Deck(
        {card: number for number, card in enumerate(ids, 1)},
        {card.id: tr(card.short or card.name, plain=plain) for card in step.cards},
        whole,
    )


def status(arrangement: Arrangement, tr: Translator) -> str:
    """In which column the card lies that is read whole, and whether it is in hand."""
    column = signed(arrangement.value(arrangement.shown))
    return column if arrangement.held is None else tr(N_("{column}, in hand"), column=column)


def card_rows(deck: Deck, width: int) -> int:
    """How many lines the longest card takes, within bounds: so nothing jumps from card to card."""
    longest = max(map(cell_len, deck.whole.values()), default=0)
    return max(FEWEST, min(MOST, -(-longest // max(1, width - NUMBER - 16))))


def card_lines(
    deck: Deck, arrangement: Arrangement, words: bool, tr: Translator, width: int, rows: int
) -> Sequence[str]:
    """The card in hand or under the cursor, whole, with its column at the right end."""
    card = arrangement.cards[arrangement.shown]
    where = status(arrangement, tr)
    if card == EMPTY:
        return (padded(tr(N_("An empty place")), width - cell_len(where)) + where,)
    lead = "" if words else f"{deck.numbers[card]:>3}  "
    # Reserved even where nothing is in hand: the card's lines break the same before and after.
    reserved = cell_len(tr(N_("{column}, in hand"), column="−10")) + 2
    room = max(10, width - len(lead) - reserved)
    first, *others = wrapped(deck.whole[card], room, rows) or [""]
    first = padded(lead + first, width - cell_len(where)) + where
    return (first, *(" " * len(lead) + line for line in others))


def move_words(
    deck: Deck,
    arrangement: Arrangement,
    words: bool,
    tr: Translator,
    exchanged: tuple[int, int] | None,
) -> str:
    """What was exchanged just now, or what putting the card down here would do."""
    cards = arrangement.cards
    if arrangement.held is None:
        if exchanged is None:
            return tr(N_("Lift a card, then put it down where another one lies: they change places."))
        one, other = sorted(exchanged, key=lambda place: cards[place] == EMPTY)
        card, column = deck.mark(cards[one], words), signed(arrangement.value(one))
        if cards[other] == EMPTY:
            return "● " + tr(N_("Moved: {card} ({column})."), card=card, column=column)
        said = message(
            N_("Exchanged: {card} ({column}) and {other} ({its_column})."),
            card=card,
            column=column,
            other=deck.mark(cards[other], words),
            its_column=signed(arrangement.value(other)),
        )
        return f"● {tr(said)}"
    column = signed(arrangement.value(arrangement.cursor))
    if arrangement.cursor == arrangement.held:
        return tr(N_("Choose its place with the arrows, then put it down."))
    if cards[arrangement.cursor] == EMPTY:
        return tr(N_("Put down in {column}, it takes an empty place."), column=column)
    other_card = deck.label(cards[arrangement.cursor], words)
    sentence = N_("Put down in {column}, it changes places with {other}.")
    return tr(sentence, column=column, other=other_card)
