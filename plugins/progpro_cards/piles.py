"""Cards into piles, one after the other, each carrying the piles so far."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from progpro_tui.api import (
    N_,
    Answer,
    Count,
    Fault,
    Option,
    Sort,
    Step,
    Text,
    Words,
    faults_of_ids,
    message,
)


@dataclass(frozen=True)
class Pile:
    """A pile as the file names it."""

    id: Annotated[str, N_("A short name that no other pile has.")]
    name: Annotated[Text, N_("What the pile is called.")]


FEWEST = 2
"""With one pile only there is nothing to sort."""

MOST = 9
"""A digit puts a card on its pile."""


def faults_of_piles(path: tuple[str | int, ...], piles: Sequence[Pile]) -> Iterator[Fault]:
    """Too few piles or too many, or ids that cannot tell them apart."""
    yield from faults_of_ids(path, piles, least=FEWEST)
    if len(piles) > MOST:
        what = message(N_("At most {most} may stand here: a digit chooses one."), most=MOST)
        yield Fault(path, what, of_name=True)


def pile_options(piles: Sequence[Pile]) -> tuple[Option, ...]:
    """The piles as the step shows them."""
    return tuple(Option(pile.id, pile.name) for pile in piles)


def sort_step(
    name: str,
    question: Words,
    card: Option,
    piles: Sequence[Pile],
    placed: dict[str, list[Option]] | None = None,
    count: Count | None = None,
) -> Sort:
    """The step that sorts one card; ``name`` is the pass it belongs to."""
    so_far = {pile: tuple(cards) for pile, cards in (placed or {}).items()}
    return Sort(f"{name}:{card.id}", question, card, pile_options(piles), so_far, count=count)


def sorted_cards(
    name: str, question: Words, deck: Sequence[Option], piles: Sequence[Pile]
) -> Generator[Step, Answer, dict[str, list[Option]]]:
    """Every card into a pile; those that were left out are in none."""
    placed: dict[str, list[Option]] = {pile.id: [] for pile in piles}
    for number, card in enumerate(deck, 1):
        count = Count(number, len(deck), N_("card {n} of {total}"))
        answer = yield sort_step(name, question, card, piles, placed, count)
        if isinstance(answer, str):
            placed[answer].append(card)
    return placed
