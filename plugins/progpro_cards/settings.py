"""What an instrument of values cards says under ``settings:``."""

from __future__ import annotations

from dataclasses import dataclass

from progpro_cards.piles import Pile
from progpro_tui.api import Order, Sign, Text


@dataclass(frozen=True)
class Own:
    """Cards that the person writes: a name, then a line of their own."""

    most: int
    question: Text
    line_question: Text


@dataclass(frozen=True)
class Limit:
    """How many at most, and how it is asked."""

    most: int
    question: Text


@dataclass(frozen=True)
class Question:
    """Asked of each of the cards on top; ``mark`` labels the answer on the profile."""

    id: str
    mark: Text
    sign: Sign
    text: Text


@dataclass(frozen=True)
class Field:
    """A field that several cards belong to (their tag ``field``)."""

    id: str
    name: Text


@dataclass(frozen=True)
class CardSettings:
    """Piles go from the most important to the least; the first is where the kept cards come from."""

    question: Text
    piles: tuple[Pile, ...]
    keep: Limit
    rank: Limit
    duel_question: Text
    order: Order = "shuffled"
    own: Own | None = None
    questions: tuple[Question, ...] = ()
    fields: tuple[Field, ...] = ()
