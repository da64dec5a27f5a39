"""What an instrument of values cards says under ``settings:``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from progpro_cards.piles import Pile
from progpro_tui.api import N_, Order, Sign, Text


@dataclass(frozen=True)
class Own:
    """Cards that the person writes: a name, then a line of their own."""

    most: Annotated[int, N_("How many cards of their own a person may write at most.")]
    question: Annotated[Text, N_("Asks for the name of a card that is missing.")]
    line_question: Annotated[Text, N_("Asks what this name means to the person.")]


@dataclass(frozen=True)
class Limit:
    """How many at most, and how it is asked."""

    most: Annotated[int, N_("How many at most.")]
    question: Annotated[Text, N_("How it is asked.")]


@dataclass(frozen=True)
class Question:
    """Asked of each of the cards on top; ``mark`` labels the answer on the profile."""

    id: Annotated[str, N_("A short name that no other question has.")]
    mark: Annotated[Text, N_("The word before the answer on the profile.")]
    sign: Annotated[Sign, N_("The sign before it: a full disc, an empty ring or an arrow.")]
    text: Annotated[Text, N_("The question itself.")]


@dataclass(frozen=True)
class Field:
    """A field that several cards belong to (their tag ``field``)."""

    id: Annotated[str, N_("A short name; a card says in its tag that it belongs here.")]
    name: Annotated[Text, N_("What the group of cards is called.")]


@dataclass(frozen=True)
class CardSettings:
    """Piles go from the most important to the least; the first is where the kept cards come from."""

    question: Annotated[Text, N_("Asked above every card, while they are sorted into piles.")]
    piles: Annotated[
        tuple[Pile, ...], N_("The piles, the most important first: the kept cards come from it.")
    ]
    keep: Annotated[Limit, N_("How many cards to go on with.")]
    rank: Annotated[Limit, N_("How many of the kept cards to put in order.")]
    duel_question: Annotated[Text, N_("Asked of two cards that were said to be equal.")]
    order: Order = "shuffled"
    own: Annotated[Own | None, N_("Lets the person write cards of their own.")] = None
    questions: Annotated[
        tuple[Question, ...], N_("Asked of each card that stands first in the end.")
    ] = ()
    fields: Annotated[
        tuple[Field, ...],
        N_("Groups of cards that the counsellor sees; a card names its own in the tag field."),
    ] = ()
