"""Words to read, and steps answered by a point: of a scale, of a cell, of a line or wheel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progpro_tui.core.answers import Value
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.findings import Gaps
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import SEEN, Response, Show
from progpro_tui.core.text import N_, Words, message
from progpro_tui.linear.asks.ask import Ask, Read, Reply, labelled
from progpro_tui.linear.commands import Tell
from progpro_tui.linear.spoken import folded, no_such, number, signed


class AskShow(Ask[Show]):
    """Words to read; an empty line goes on."""

    def question(self) -> Iterator[Words]:
        yield self.step.title
        yield self.step.body
        yield message(N_("Enter: {words}."), words=self.step.proceed)

    def standing(self) -> Iterator[Words]:
        yield from ()

    def enter(self) -> Read:
        return Reply(SEEN)

    def read(self, line: str, tell: Tell) -> Read:
        if folded(line) == folded(tell(self.step.proceed)):
            return Reply(SEEN)
        raise AnswerRefused(N_("There is nothing to answer here: Enter alone goes on."))


class AskRate(Ask[Rate]):
    """A point of a scale, by its number or its words."""

    def question(self) -> Iterator[Words]:
        step = self.step
        yield step.item
        if step.opposite is not None:
            ends = N_("{least}: {one}. {most}: {other}.")
            least, most = step.responses[0].value, step.responses[-1].value
            yield message(
                ends, least=signed(least), one=step.item, most=signed(most), other=step.opposite
            )
        yield step.question
        yield from pointed(step.responses)

    def read(self, line: str, tell: Tell) -> Read:
        return Reply(point(line, self.step.responses, tell))


class AskGrid(Ask[Grid]):
    """A cell: its row, its column, the points of the column."""

    def question(self) -> Iterator[Words]:
        step = self.step
        yield step.heading
        yield step.row.name
        if step.row.line is not None:
            yield step.row.line
        yield labelled(step.asked.name, step.asked.question)
        yield from pointed(step.asked.responses)

    def read(self, line: str, tell: Tell) -> Read:
        return Reply(point(line, self.step.asked.responses, tell))


class AskPlace(Ask[Place]):
    """A number between two ends, each in words."""

    def question(self) -> Iterator[Words]:
        step = self.step
        yield self._called
        if step.subject.short is not None:  # then the name is a sentence
            yield step.subject.name
        if step.subject.line is not None:
            yield step.subject.line
        yield step.question
        if (today := self._today()) is not None:
            yield message(N_("Today: {value}."), value=signed(today))
        yield message(
            N_("Type a number, from {least} ({low}) to {most} ({high})."),
            least=signed(step.least),
            low=step.ends[0],
            most=signed(step.most),
            high=step.ends[1],
        )

    @property
    def _called(self) -> Words:
        return self.step.subject.short or self.step.subject.name

    def _today(self) -> int | None:
        """How it is today, where one is asked how one wishes it."""
        if self.step.series != "wished" or not isinstance(self.step.around, Gaps):
            return None
        rows = self.step.around.rows
        return next((row.today for row in rows if row.id == self.step.subject.id), None)

    def read(self, line: str, tell: Tell) -> Read:
        n = number(line)
        if n is None:
            raise no_such(self.step.least, self.step.most)
        return Reply(n)

    def said(self, value: Value) -> Words:
        return message(N_("{one}, {other}"), one=self._called, other=super().said(value))


def pointed(responses: Sequence[Response]) -> Iterator[Words]:
    """The points of a scale, a line each."""
    for response in responses:
        yield labelled(signed(response.value), response.label)


def point(line: str, responses: Sequence[Response], tell: Tell) -> int:
    """The point that a line means; the step says whether it is on the scale."""
    n = number(line)
    if n is not None:
        return n
    wanted = folded(line)
    same = [r.value for r in responses if wanted and folded(tell(r.label)) == wanted]
    if len(same) != 1:
        raise no_such(responses[0].value, responses[-1].value)
    return same[0]
