"""Keying: the blanks of a form one after the other, as far as the answers lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given
from progpro_tui.core.blanks import Blank
from progpro_tui.core.card_steps import Choose
from progpro_tui.core.errors import AnswerRefused, ProgproError
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.paper import Group, paper_of
from progpro_tui.core.run import Run
from progpro_tui.core.steps import SEEN, Show, Step
from progpro_tui.core.text import N_, Words


class Keying:
    """The answers of one form, keyed line after line.

    The exercise leads in printed order, so that what need not be asked is not asked for. ``known``
    are answers keyed before, by the id of their step: keying goes on behind them. Several blanks may
    answer a step together; what is keyed counts from the last of them on.
    """

    def __init__(
        self, exercise: Exercise[Any], run: Run[Any], known: Mapping[str, Answer] | None = None
    ) -> None:
        self._exercise = exercise
        self._run = replace(run, printed=True)
        self.paper = paper_of(exercise, self._run)
        self._group_of = {step.id: group for group in self.paper.groups for step in group.steps}
        self._marks: dict[str, Answer] = {}
        self._before: dict[str, Answer] = {}
        """Answers that were taken back, and stand until they are keyed again."""
        self._filled = 0
        self._trail: list[Group] = []
        self._lead({})
        self._follow(known or {})

    @property
    def blank(self) -> Blank | None:
        """The blank that is keyed next; none at the end."""
        group = self._group
        return group.blanks[self._filled] if group is not None else None

    @property
    def words(self) -> Words | None:
        """What the next blank asks: in the words of the answers so far, where it asks alone."""
        step, group = self._administration.step, self._group
        if step is None or group is None:
            return None
        return step.topic if len(group.blanks) == 1 else group.blanks[self._filled].words

    @property
    def standing(self) -> Answer | None:
        """What was keyed in the next blank before one went back."""
        blank = self.blank
        if blank is None:
            return None
        return self._marks.get(blank.key, self._before.get(blank.key))

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers along the path, by the id of their step."""
        live = self._administration.answers.items()
        asked = {step.id for step in self._administration.path if step.asks}
        return {step: answer for step, answer in live if step in asked}

    @property
    def passed(self) -> int:
        """How many questions were left empty, those that only end a list apart."""
        return len(self._administration.passed)

    @property
    def keyed(self) -> Iterator[Blank]:
        """The blanks filled so far, in their order."""
        for group in self._trail:
            yield from group.blanks

    # -- moving ---------------------------------------------------------------------------------

    def read(self, typed: str) -> Answer:
        """The answer that was typed in the next blank. Raises :class:`AnswerRefused`."""
        blank = self.blank
        if blank is None:
            raise AnswerRefused(N_("There is nothing to answer here."))
        return blank.read(typed)

    def take(self, answer: Answer) -> None:
        """Fill the next blank.

        Raises :class:`AnswerRefused` where its group does not come out: all of it is keyed again.
        """
        blank, group = self.blank, self._group
        assert blank is not None
        assert group is not None
        self._marks[blank.key] = answer
        self._filled += 1
        if self._filled < len(group.blanks):
            return
        self._filled = 0
        found = group.answers(self._marks)
        self._answer(found)
        self._before |= found
        self._trail.append(group)

    def back(self) -> bool:
        """Go to the blank before; false at the first one."""
        if self._filled:
            self._filled -= 1
            return True
        if not self._trail:
            return False
        group = self._trail.pop()
        gone = {step.id for step in group.steps}
        self._lead({step: a for step, a in self._administration.answers.items() if step not in gone})
        # What was keyed in one go stands; of lines answered before, all are keyed again.
        if all(blank.key in self._marks for blank in group.blanks):
            self._filled = len(group.blanks) - 1
        return True

    def go_to(self, number: str) -> None:
        """Go to the line of this number, among those keyed. Raises :class:`AnswerRefused`."""
        if not number or all(blank.number != number for blank in self.keyed):
            raise AnswerRefused(N_("No line that was keyed has the number {n}."), n=number or "–")
        while (blank := self.blank) is None or blank.number != number:
            self.back()

    def forward(self) -> None:
        """Go on past everything that stands, to the next blank that is empty or does not fit."""
        if not self._filled:
            self._follow(self._before)

    # -- leading --------------------------------------------------------------------------------

    @property
    def _group(self) -> Group | None:
        step = self._administration.step
        if step is None:
            return None
        if step.id not in self._group_of:
            raise ProgproError(
                N_("The exercise “{kind}” asks “{step}”, which stands on no form."),
                kind=self._exercise.kind,
                step=step.id,
            )
        return self._group_of[step.id]

    def _lead(self, answers: Mapping[str, Answer]) -> None:
        kept = [Given(step, answer) for step, answer in answers.items()]
        self._administration = Administration(self._exercise, self._run, kept)
        self._read_on()

    def _read_on(self) -> None:
        """Pass what only has to be read."""
        while isinstance(step := self._administration.step, Show):
            self._administration.answer(Given(step.id, SEEN))

    def _answer(self, found: Mapping[str, Answer]) -> None:
        """Answer the steps of a group as far as they are asked; all of them, or none."""
        before = dict(self._administration.answers)
        try:
            while (step := self._administration.step) is not None and step.id in found:
                self._administration.answer(Given(step.id, _as_asked(step, found[step.id])))
                self._read_on()
        except AnswerRefused:
            self._lead(before)
            raise

    def _follow(self, known: Mapping[str, Answer]) -> None:
        """Take what is known, group after group, as far as it goes."""
        while (group := self._group) is not None:
            found = {step.id: known[step.id] for step in group.steps if step.id in known}
            step = self._administration.step
            if step is None or step.id not in found:
                break
            try:
                self._answer(found)
            except AnswerRefused:
                break
            self._before |= found
            self._trail.append(group)


def _as_asked(step: Step, answer: Answer) -> Answer:
    """Several choices in the order in which the step offers them, whichever was written first."""
    if not isinstance(step, Choose) or not isinstance(answer, tuple):
        return answer
    order = {option.id: place for place, option in enumerate(step.options)}
    return tuple(sorted(answer, key=lambda option: order.get(option, len(order))))
