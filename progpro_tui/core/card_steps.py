"""Steps answered by things: to choose, to rank, to sort into piles, to arrange in columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Annotated

from progpro_tui.core.answers import Missing, Value
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.shown import shown
from progpro_tui.core.steps import (
    ANY_WAY,
    Option,
    Step,
    about,
    check_one_of,
    option_named,
)
from progpro_tui.core.text import N_, Words, message

EQUAL = "="
"""Before the id of a pick: equal to the one picked just before."""

EMPTY = ""
"""A place of an arrangement that holds no card yet."""


def listed(words: Iterable[Words]) -> Words:
    """Several words in a row."""
    found = list(words)
    if not found:
        return message(N_("none"))
    said = found[0]
    for following in found[1:]:
        said = message(N_("{one}, {other}"), one=said, other=following)
    return said


def check_ids(value: Value, options: Iterable[Option]) -> tuple[str, ...]:
    """The ids, each once and each known; raises :class:`AnswerRefused` otherwise."""
    if not isinstance(value, tuple):
        raise AnswerRefused(N_("{found} is not a list of choices."), found=shown(value))
    known = {option.id for option in options}
    for place, chosen in enumerate(value):
        if not isinstance(chosen, str) or chosen not in known:
            raise AnswerRefused(N_("{found} is not one of the choices here."), found=shown(chosen))
        if chosen in value[:place]:
            raise AnswerRefused(N_("{found} is chosen twice."), found=shown(chosen))
    return value


@dataclass(frozen=True)
class Choose(Step):
    """One or several of a few options.

    One: the answer is its id. ``several``: a list of ids, from ``least`` to ``most``; ``at_first``
    are those chosen before anyone has touched them. ``about`` is what the question is about, such as
    a card; ``worst`` says that it asks for what is liked least.
    """

    question: Words
    options: tuple[Option, ...]
    several: bool = False
    least: int = 0
    most: int = 1
    at_first: tuple[str, ...] = ()
    about: Words | None = None
    help: Words | None = None
    worst: bool = field(default=False, kw_only=True)

    @property
    def topic(self) -> Words:
        return about(self.about, self.question)

    def check_value(self, value: Value) -> None:
        if not self.several:
            check_one_of(value, self.options)
            return
        n = len(check_ids(value, self.options))
        if n > self.most:
            raise AnswerRefused(N_("At most {most} may be kept: {n} are chosen."), most=self.most, n=n)
        if n < self.least:
            raise AnswerRefused(N_("At least {least} must be chosen: {n} are."), least=self.least, n=n)

    def check_draft(self, value: Value) -> None:
        if self.several:
            check_ids(value, self.options)
        else:
            self.check_value(value)

    def value_in_words(self, value: Value) -> Words:
        if isinstance(value, tuple):
            return listed(option.name for option in self.options if option.id in value)
        return option_named(self.options, str(value)).name


@dataclass(frozen=True)
class Rank(Step):
    """Pick the next best. The answer is an id, after ``=`` where it equals the one picked before.

    ``picked`` are those that stand already, best first, each with whether it equals the one before;
    ``places`` how many are picked in all. Skipping ends the list.
    """

    question: Words
    options: tuple[Option, ...]
    places: int
    picked: tuple[tuple[Option, bool], ...] = ()
    equals: bool = False

    @property
    def topic(self) -> Words:
        place = message(N_("place {n}"), n=len(self.picked) + 1)
        return about(place, self.question)

    @property
    def may_equal(self) -> bool:
        """Whether a pick may be equal to the one before."""
        return self.equals and bool(self.picked)

    def check_value(self, value: Value) -> None:
        if isinstance(value, str) and value.startswith(EQUAL) and self.may_equal:
            value = value.removeprefix(EQUAL)
        check_one_of(value, self.options)

    def value_in_words(self, value: Value) -> Words:
        name = option_named(self.options, str(value).removeprefix(EQUAL)).name
        if str(value).startswith(EQUAL):
            return message(N_("{name}, as much as the one before"), name=name)
        return name


@dataclass(frozen=True)
class Sort(Step):
    """One card into one of a few piles. The answer is the pile's id.

    ``placed`` are the cards sorted so far by pile, the newest last.
    """

    question: Words
    card: Option
    piles: tuple[Option, ...]
    placed: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    takes: frozenset[Missing] = field(default=ANY_WAY, kw_only=True)

    @property
    def topic(self) -> Words:
        return self.card.name

    def check_value(self, value: Value) -> None:
        check_one_of(value, self.piles)

    def value_in_words(self, value: Value) -> Words:
        return option_named(self.piles, str(value)).name


@dataclass(frozen=True)
class Column:
    """A column of a fixed shape: what a card in it counts, and how many it holds."""

    value: Annotated[int, N_("What a card in this column counts.")]
    places: Annotated[int, N_("How many cards the column holds.")]


def by_column(cards: Iterable[str], columns: Iterable[Column]) -> dict[int, tuple[str, ...]]:
    """An arrangement, place after place, as the cards of each column; empty places are left out."""
    left = iter(cards)
    return {
        column.value: tuple(card for card in islice(left, column.places) if card != EMPTY)
        for column in columns
    }


@dataclass(frozen=True)
class Arrange(Step):
    """All cards into columns of a fixed shape, by drafts: a Q-sort.

    The answer lists the cards place after place, column after column from the least; ``at_first`` is
    how they lie before anyone has moved one. A place without a card is the empty text: a draft may
    have such places, a final answer none.
    """

    question: Words
    cards: tuple[Option, ...]
    columns: tuple[Column, ...]
    ends: tuple[Words, Words]
    at_first: tuple[str, ...]

    @property
    def topic(self) -> Words:
        return self.question

    @property
    def places(self) -> int:
        return sum(column.places for column in self.columns)

    def check_value(self, value: Value) -> None:
        self.check_draft(value)
        assert isinstance(value, tuple)
        if EMPTY in value:
            raise AnswerRefused(N_("Every place needs a card before you finish."))

    def check_draft(self, value: Value) -> None:
        if not isinstance(value, tuple) or len(value) != self.places:
            raise AnswerRefused(N_("{n} places are expected, one a card."), n=self.places)
        check_ids(tuple(card for card in value if card != EMPTY), self.cards)

    def value_in_words(self, value: Value) -> Words:
        assert isinstance(value, tuple)
        return message(N_("{n} cards in their columns"), n=sum(card != EMPTY for card in value))
