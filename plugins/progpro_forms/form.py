"""A form: questions of several kinds, each asked where its condition holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from progpro_forms.conditions import Condition, conditions
from progpro_forms.questions import MOST_OPTIONS, OTHER, Question, options_of, other_step, step_of
from progpro_forms.reach import unreachable
from progpro_tui.api import (
    N_,
    Answer,
    Count,
    Exercise,
    Fault,
    Line,
    Message,
    Profile,
    Run,
    Step,
    Steps,
    line_of,
    message,
    opening,
)


@dataclass(frozen=True)
class FormSettings:
    """The questions, in the order in which they are asked."""

    questions: tuple[Question, ...]


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
            if _other_chosen(answer):
                yield other_step(question, count)

    def outline(self, run: Run[FormSettings]) -> Sequence[Step]:
        asked: list[Step] = [opening(run.instrument)]
        for question in run.settings.questions:
            asked.append(step_of(question))
            if question.other:
                asked.append(other_step(question))
        return asked

    def length(self, run: Run[FormSettings]) -> int:
        return len(run.settings.questions)

    def faults(self, run: Run[FormSettings]) -> Iterator[Fault]:
        questions = run.settings.questions
        times = Counter(question.id for question in questions)
        for place, question in enumerate(questions):
            path = ("settings", "questions", place)
            if times[question.id] > 1:
                what = message(N_("Two questions have the id “{id}”."), id=question.id)
                yield Fault((*path, "id"), what)
            for name, wrong in _shape_faults(question):
                yield Fault((*path, name), wrong)
        read, found = conditions(questions)
        faults = list(found)
        yield from faults
        if max(times.values(), default=0) == 1:
            circular = list(unreachable(questions, read))
            misread = {fault.path[:4] for fault in faults}
            # A condition that could not be read is not also unreachable; a circle is said as such.
            yield from (f for f in circular if f.path not in misread or "circle" in f.what.msgid)

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


def _other_chosen(answer: Answer) -> bool:
    return answer == OTHER or (isinstance(answer, tuple) and OTHER in answer)


def _asked(run: Run[FormSettings]) -> list[Answer]:
    return [run.answers[q.id] for q in run.settings.questions if q.id in run.answers]


def _lines(run: Run[FormSettings]) -> Iterator[Line]:
    """Every question that was asked, with its answer; the words of « other » beside it."""
    for question in run.settings.questions:
        if question.id not in run.answers:
            continue
        line = line_of(step_of(question), run.answers)
        other = run.answers.get(f"{question.id}:{OTHER}")
        if isinstance(other, str):
            words = message(N_("{label}: {words}"), label=line.answer, words=other)
            line = replace(line, answer=words)
        yield replace(line, private=question.private)


def _shape_faults(question: Question) -> Iterator[tuple[str, Message]]:
    """What a question of this type needs, and what it cannot have."""
    if question.chooses and not 1 <= len(options_of(question)) <= MOST_OPTIONS:
        what = N_("A question of the type “{type}” has one to {most} options.")
        yield "options", message(what, type=question.type, most=MOST_OPTIONS)
    elif not question.chooses and (question.options or question.other):
        what = N_("Only a question of the type “one” or “several” has options.")
        yield "options" if question.options else "other", message(what)
    if question.type == "rating" and len(question.responses) < 2:
        yield "responses", message(N_("A rating needs at least two responses."))
    if question.type != "rating" and question.responses:
        yield "responses", message(N_("Only a question of the type “rating” has responses."))
    least, most = question.least, question.most
    if least is not None and most is not None and least > most:
        yield "least", message(N_("The least is above the most."))
