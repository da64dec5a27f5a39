"""A Q-sort in lines: the columns as they lie, and two numbers to swap two cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progpro_tui.core.card_steps import EMPTY, Arrange, by_column
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.steps import option_named
from progpro_tui.core.text import N_, Words, message
from progpro_tui.linear.asks.ask import Ask, Read, Reply, Told, full, labelled, parted
from progpro_tui.linear.commands import Tell
from progpro_tui.linear.spoken import folded, no_such, numbers

DONE = ("ok", "okay", "fini", "terminer", "termine", "done", "finish")


class AskArrange(Ask[Arrange]):
    """A card keeps its number, from 1 in the order in which the cards lay at first."""

    def __init__(self, step: Arrange, kept: object) -> None:
        super().__init__(step, None)  # an empty line says the columns again
        self._first = _filled(step, step.at_first)
        self._lying = _filled(step, kept) if isinstance(kept, tuple) else self._first

    def question(self) -> Iterator[Words]:
        yield self.step.question
        yield from self._columns()
        yield message(N_("Two numbers swap two cards, such as: {example}."), example="1 2")
        yield message(N_("One number says the whole card. “ok” ends. Enter says the columns again."))

    def _columns(self) -> Iterator[Words]:
        for value, cards in by_column(self._lying, self.step.columns).items():
            words = parted(self._card(card) for card in cards)
            if words is not None:
                yield labelled(self._column(value), words)

    def _column(self, value: int) -> str | Words:
        """What a column is called: its value, and at both ends what it means."""
        ends = {self.step.columns[0].value: 0, self.step.columns[-1].value: 1}
        if value not in ends:
            return _count(value)
        return message(N_("{one}, {other}"), one=_count(value), other=self.step.ends[ends[value]])

    def _card(self, card: str) -> Words:
        option = option_named(self.step.cards, card)
        number = str(self._first.index(card) + 1)
        return message(N_("{n} {name}"), n=number, name=option.short or option.name)

    def read(self, line: str, tell: Tell) -> Read:
        if folded(line) in DONE:
            return Reply(tuple(self._lying))
        found = numbers(line)
        if found is None or len(found) > 2:
            raise AnswerRefused(N_("Type two numbers to swap two cards, or “ok” to end."))
        cards = [self._numbered(n) for n in found]
        if len(cards) == 1:
            return Told((self._where(cards[0]), full(option_named(self.step.cards, cards[0]))))
        return self._swapped(*cards)

    def _numbered(self, n: int) -> str:
        if not 1 <= n <= len(self._first):
            raise no_such(1, len(self._first))
        return self._first[n - 1]

    def _swapped(self, one: str, other: str) -> Reply:
        exchanged = {one: other, other: one}
        self._lying = [exchanged.get(card, card) for card in self._lying]
        said = (self._where(one), self._where(other)) if one != other else (self._where(one),)
        return Reply(tuple(self._lying), final=False, said=said)

    def _where(self, card: str) -> Words:
        columns = by_column(self._lying, self.step.columns).items()
        value = next(value for value, cards in columns if card in cards)
        return labelled(self._card(card), message(N_("column {value}"), value=_count(value)))


def _filled(step: Arrange, cards: Sequence[str]) -> list[str]:
    """An arrangement without empty places: cards that lie nowhere take them in turn."""
    left = iter([option.id for option in step.cards if option.id not in cards])
    return [next(left) if card == EMPTY else card for card in cards]


def _count(value: int) -> str:
    """What a column counts, with its sign."""
    return f"{value:+}".replace("-", "\N{MINUS SIGN}") if value else "0"
