"""A form: questions of several kinds, each asked where its condition holds."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from progpro_forms.conditions import conditions
from progpro_forms.form_faults import form_faults
from progpro_forms.questions import OTHER, Question, asks_which, other_step, step_of
from progpro_forms.truth import Condition
from progpro_tui.api import (
    N_,
    Answer,
    Count,
    Exercise,
    Fault,
    Line,
    Profile,
    Run,
    Step,
    Steps,
    faults_of_unscored,
    line_of,
    message,
    opening,
)


@dataclass(frozen=True)
class FormSettings:
    """The questions, in the order in which they are asked."""

    questions: Annotated[
        tuple[Question, ...], N_("The questions, in the order in which they are asked.")
    ]


class FormExercise(Exercise[FormSettings]):
    """A qualitative exercise: what was asked and answered, and no score."""

    kind: ClassVar[str] = "form"
    Settings: ClassVar[type] = FormSettings

    def steps(self, run: Run[FormSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[FormSettings]) -> Generator[Step, Answer, None]:
        yield opening(run.instrument)
        read = conditions(run.settings.questions)[0]
        answers: dict[str, Answer] = {}
        questions = run.settings.questions
        for place, question in enumerate(questions):
            if not read[question.id].holds(answers):
                continue
            count = _count(questions, place, read, answers)
            answer = yield step_of(question, count)
            answers[question.id] = answer
            if asks_which(question, answer):
                yield other_step(question, count)

    def outline(self, run: Run[FormSettings]) -> Sequence[Step]:
        asked: list[Step] = [opening(run.instrument)]
        for question in run.settings.questions:
            asked.append(step_of(question))
            if question.chooses and question.other:
                asked.append(other_step(question))
        return asked

    def length(self, run: Run[FormSettings]) -> int:
        return len(run.settings.questions)

    def faults(self, run: Run[FormSettings]) -> Iterator[Fault]:
        yield from faults_of_unscored(run.instrument)
        yield from form_faults(run.settings.questions)

    def profile(self, run: Run[FormSettings]) -> Profile:
        lines = tuple(_lines(run))
        answered = sum(isinstance(answer, int | str | tuple) for answer in _asked(run))
        return Profile(lines=lines, facts={"answered": answered, "asked": len(_asked(run))})


def _count(
    questions: Sequence[Question],
    place: int,
    read: Mapping[str, Condition],
    answers: Mapping[str, Answer],
) -> Count:
    """The number of this question among those asked, and how many there may still be.

    The total shrinks where an answer closes a branch: nobody is shown a number that jumps.
    """
    passed = {question.id for question in questions[:place]}

    def may_come(question: Question) -> bool:
        condition = read[question.id]
        return bool(condition.names - passed) or condition.holds(answers)

    number = len(answers) + 1
    return Count(number, number + sum(map(may_come, questions[place + 1 :])))


def _asked(run: Run[FormSettings]) -> list[Answer]:
    return [run.answers[q.id] for q in run.settings.questions if q.id in run.answers]


def _lines(run: Run[FormSettings]) -> Iterator[Line]:
    """Every question that was asked, with its answer; the words of « other » beside it."""
    for question in run.settings.questions:
        if question.id not in run.answers:
            continue
        line = line_of(step_of(question), run.answers)
        other = run.answers.get(f"{question.id}:{OTHER}")
        if isinstance(other, str) and asks_which(question, run.answers[question.id]):
            words = message(N_("{label}: {words}"), label=line.answer, words=other)
            line = replace(line, answer=words)
        yield replace(line, private=question.private)
