"""The outline of an exercise as it stands on paper: parts in printed order, every line numbered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeAlias

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.blanks import SHORT_LIST, Blank, blank_of, row_blank
from progpro_tui.core.card_steps import EQUAL, Arrange, Rank, Sort
from progpro_tui.core.errors import AnswerRefused, InputError
from progpro_tui.core.exercise import Exercise, Later
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.core.scale_steps import Grid, Rate
from progpro_tui.core.steps import Show, Step
from progpro_tui.core.text import N_, Words
from progpro_tui.core.write_step import Write

Marks: TypeAlias = Mapping[str, Answer]
"""What stands in the blanks, by their keys."""


@dataclass(frozen=True)
class Single:
    """One step and its one blank. ``condition`` tells when it is asked, where it is not always."""

    blank: Blank
    condition: Words | None = None

    @property
    def blanks(self) -> tuple[Blank, ...]:
        return (self.blank,)

    @property
    def steps(self) -> tuple[Step, ...]:
        return (self.blank.step,)

    def answers(self, marks: Marks) -> dict[str, Answer]:
        """The answer to the step, by its id."""
        return {self.blank.step.id: marks[self.blank.key]}


@dataclass(frozen=True)
class Ranked:
    """A list in order of preference: a place is written beside each option, the best has 1.

    ``steps`` pick place after place. Two may share a place where they may be equal.
    """

    steps: tuple[Rank, ...]
    blanks: tuple[Blank, ...]

    def answers(self, marks: Marks) -> dict[str, Answer]:
        """Who is picked at each place; an open place ends the list.

        Raises :class:`AnswerRefused` where the numbers make no order.
        """
        written: dict[int, list[str]] = {}
        for blank, option in zip(self.blanks, self.steps[0].options, strict=True):
            if isinstance(place := marks[blank.key], int):
                written.setdefault(place, []).append(option.id)
        picks = list(self._picks(written))
        found: dict[str, Answer] = {s.id: p for s, p in zip(self.steps, picks, strict=False)}
        if len(picks) < len(self.steps):
            declined = any(marks[blank.key] is Missing.DECLINED for blank in self.blanks)
            found[self.steps[len(picks)].id] = Missing.DECLINED if declined else Missing.SKIPPED
        return found

    def _picks(self, written: Mapping[int, Sequence[str]]) -> Iterator[str]:
        picked = groups = 0
        for place in sorted(written):
            options = written[place]
            # After two seconds comes a third, or a fourth: people count in both ways.
            if place not in (picked + 1, groups + 1):
                raise AnswerRefused(
                    N_("The place {n} is given to nothing: key the list again."), n=groups + 1
                )
            if len(options) > 1 and not self.steps[0].equals:
                raise AnswerRefused(N_("The place {n} is given twice: key the list again."), n=place)
            yield options[0]
            yield from (EQUAL + option for option in options[1:])
            picked, groups = picked + len(options), groups + 1


@dataclass(frozen=True)
class Arranged:
    """Cards in columns: the number of its column, from 1, is written beside each card."""

    step: Arrange
    blanks: tuple[Blank, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return (self.step,)

    def answers(self, marks: Marks) -> dict[str, Answer]:
        """The cards of each column in printed order: their order inside one says nothing.

        Raises :class:`AnswerRefused` where a column holds too many or too few.
        """
        said = [marks[blank.key] for blank in self.blanks]
        if not any(isinstance(column, int) for column in said):
            declined = Missing.DECLINED in said
            return {self.step.id: Missing.DECLINED if declined else Missing.SKIPPED}
        lying: list[str] = []
        for number, column in enumerate(self.step.columns, 1):
            cards = [c.id for c, place in zip(self.step.cards, said, strict=True) if place == number]
            if len(cards) != column.places:
                raise AnswerRefused(
                    N_("Column {n} holds {found} cards, {expected} are expected: key them again."),
                    n=number,
                    found=len(cards),
                    expected=column.places,
                )
            lying += cards
        return {self.step.id: tuple(lying)}


Group: TypeAlias = Single | Ranked | Arranged
"""Blanks that answer together."""


@dataclass(frozen=True)
class Open:
    """Questions that follow from the answers: ``groups`` are asked when they are keyed."""

    later: Later
    groups: tuple[Group, ...]


Part: TypeAlias = Show | Group | Open


@dataclass(frozen=True)
class Paper:
    """All that stands on a form, in printed order."""

    parts: tuple[Part, ...]

    @property
    def groups(self) -> Iterator[Group]:
        for part in self.parts:
            if isinstance(part, Open):
                yield from part.groups
            elif not isinstance(part, Show):
                yield part


CODE_LENGTH = 6
"""Characters of the content's hash that a form carries: enough to tell two versions apart."""


def form_code(instrument: Instrument) -> str:
    """What a form says of its version, and whoever keys it compares."""
    return instrument.hash[:CODE_LENGTH]


def paper_of(exercise: Exercise[Any], run: Run[Any]) -> Paper:
    """The form of an instrument.

    Raises :class:`InputError` where its kind cannot be printed, and says why.
    """
    reason = exercise.unprintable(run)
    if reason is not None:
        raise InputError(reason)
    later = {step: found for found in exercise.later(run) for step in found.steps}
    laying = _Laying()
    parts: list[Part] = []
    outline = (step.fallback() for step in exercise.outline(run))
    for left_open, steps in groupby(outline, lambda step: later.get(step.id)):
        if left_open is None:
            parts += laying.parts(list(steps))
        else:
            parts.append(Open(left_open, tuple(laying.unnumbered(list(steps)))))
    lines = {
        step.id: part.blanks[0].number
        for part in parts
        if not isinstance(part, Show | Open)
        for step in part.steps
    }
    conditions = exercise.conditions(run, lines)
    return Paper(tuple(_with_condition(part, conditions) for part in parts))


def _with_condition(part: Part, conditions: Mapping[str, Words]) -> Part:
    if not isinstance(part, Single):
        return part
    return replace(part, condition=conditions.get(part.blank.step.id))


class _Laying:
    """Lays out steps, and counts the lines."""

    def __init__(self) -> None:
        self._line = 0
        self._numbers: dict[str, str] = {}

    def _next(self) -> str:
        self._line += 1
        return str(self._line)

    def parts(self, steps: Sequence[Step]) -> Iterator[Part]:
        for _, alike in groupby(steps, _belonging):
            yield from self._alike(list(alike))

    def _alike(self, steps: Sequence[Step]) -> Iterator[Part]:
        first = steps[0]
        ranks = tuple(step for step in steps if isinstance(step, Rank))
        if isinstance(first, Show):
            yield first
        elif isinstance(first, Arrange):
            blanks = [row_blank(first, c, self._next(), len(first.columns)) for c in first.cards]
            yield Arranged(first, tuple(blanks))
        elif ranks and len(ranks[0].options) <= SHORT_LIST:
            most = min(len(ranks) + 1, len(ranks[0].options))
            options = ranks[0].options
            yield Ranked(ranks, tuple(row_blank(ranks[0], o, self._next(), most) for o in options))
        elif isinstance(first, Grid):
            number = self._next()
            for letter, step in zip("abcdefghi", steps, strict=False):
                yield self._single(step, number + letter)
        else:
            yield from (self._single(step, self._next()) for step in steps)

    def _single(self, step: Step, number: str) -> Single:
        named = step.card.id if isinstance(step, Sort) else step.id
        if isinstance(step, Sort | Rate | Write):
            self._numbers.setdefault(named, number)
        return Single(blank_of(step, number, self._numbers))

    def unnumbered(self, steps: Sequence[Step]) -> Iterator[Group]:
        """Steps of which paper cannot know whether they are asked: named by what they are about."""
        for step in steps:
            number = self._numbers.get(step.id.rpartition(":")[0], "")
            yield Single(blank_of(step, number, self._numbers))


def _belonging(step: Step) -> object:
    """What steps that stand together have in common."""
    if isinstance(step, Rank):
        return (step.question, step.options)
    return step.row.id if isinstance(step, Grid) else step.id
