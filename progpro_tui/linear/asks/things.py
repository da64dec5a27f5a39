"""Steps answered by things: to choose, to rank, to sort into piles."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.answers import Value
from progpro_tui.core.card_steps import EQUAL, Choose, Rank, Sort, listed
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.text import N_, NN_, Words, message
from progpro_tui.linear.asks.ask import Ask, Read, Reply, labelled, names_of, numbered
from progpro_tui.linear.commands import Tell
from progpro_tui.linear.spoken import numbers, place_of


class AskChoose(Ask[Choose]):
    """One of some options, by its number or its name."""

    def question(self) -> Iterator[Words]:
        if self.step.about is not None:
            yield self.step.about
        yield self.step.question
        yield from numbered(self.step.options)

    def read(self, line: str, tell: Tell) -> Read:
        options = self.step.options
        return Reply(options[place_of(line, names_of(options, tell))].id)


class AskSeveral(AskChoose):
    """Several of them, by their numbers in one line; 0 is none."""

    def question(self) -> Iterator[Words]:
        yield from super().question()
        yield self._limits()

    def _limits(self) -> Words:
        least, most = self.step.least, min(self.step.most, len(self.step.options))
        if least == 0:
            return message(
                NN_(
                    "Type a number, or 0 for none.",
                    "Type up to {n} numbers, with spaces between them, or 0 for none.",
                ),
                n=most,
            )
        if least == most:
            return message(NN_("Type a number.", "Type {n} numbers, with spaces between them."), n=most)
        words = N_("Type {least} to {most} numbers, with spaces between them.")
        return message(words, least=least, most=most)

    def standing(self) -> Iterator[Words]:
        if not isinstance(self.kept, tuple):
            yield from super().standing()
            return
        chosen = [str(n) for n, option in enumerate(self.step.options, 1) if option.id in self.kept]
        if len(chosen) > self.step.most:
            words = N_("{n} are chosen now, {most} at most may be kept: type the numbers of those.")
            yield message(words, n=len(chosen), most=self.step.most)
        elif chosen:
            yield message(N_("Chosen now: {list}. Enter keeps them."), list=", ".join(chosen))
        else:
            yield message(N_("None is chosen now. Enter keeps it so."))

    def read(self, line: str, tell: Tell) -> Read:
        found = numbers(line)
        if found == [0]:
            return Reply(())
        names = names_of(self.step.options, tell)
        parts = [str(n) for n in found] if found is not None else self._named(line, names)
        try:
            return Reply(tuple(self.step.options[place_of(part, names)].id for part in parts))
        except AnswerRefused:
            if self.step.most == 1:
                raise
            words = N_("Type numbers from 1 to {n} with spaces between them, such as: {example}.")
            raise AnswerRefused(words, n=len(names), example="1 3") from None

    def _named(self, line: str, names: list[str]) -> list[str]:
        """A dictated list: names with commas between them, or the one name that has commas in it."""
        try:
            place_of(line, names)
        except AnswerRefused:
            return [part for part in line.split(",") if part.strip()]
        return [line]


class AskRank(Ask[Rank]):
    """The next best, by its number; with ``=`` before it, as good as the one before."""

    def question(self) -> Iterator[Words]:
        step = self.step
        yield step.question
        if step.picked:
            yield message(N_("So far: {list}."), list=listed(self._picked()))
        yield from numbered(step.options)
        if step.may_equal:
            before = step.picked[-1][0].name
            yield message(N_("“=” before the number says: as much as {name}."), name=before)

    def _picked(self) -> Iterator[Words]:
        for option, equal in self.step.picked:
            if equal:
                yield message(N_("{name} (as much as the one before)"), name=option.name)
            else:
                yield option.name

    def read(self, line: str, tell: Tell) -> Read:
        line = line.strip()
        picked = line.strip(EQUAL)
        equal = EQUAL if picked != line else ""
        if equal and not self.step.may_equal:
            raise AnswerRefused(N_("There is nothing before it that it could equal."))
        options = self.step.options
        return Reply(equal + options[place_of(picked, names_of(options, tell))].id)


class AskSort(Ask[Sort]):
    """One card into one of the piles, by the pile's number or name."""

    def question(self) -> Iterator[Words]:
        yield self.step.card.name
        if self.step.card.line is not None:
            yield self.step.card.line
        yield self.step.question
        yield from numbered(self.step.piles)

    def read(self, line: str, tell: Tell) -> Read:
        piles = self.step.piles
        return Reply(piles[place_of(line, names_of(piles, tell))].id)

    def said(self, value: Value) -> Words:
        pile = super().said(value)
        return message(N_("{one}, {other}"), one=self.step.card.name, other=pile)

    def help(self) -> Iterator[Words]:
        """What lies on each pile."""
        for pile in self.step.piles:
            cards = self.step.placed.get(pile.id, ())
            yield labelled(pile.name, listed(card.name for card in cards))
