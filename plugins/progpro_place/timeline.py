"""A life line: events of a working life, when, how high or low, and what was learned."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from progpro_tui.api import (
    N_,
    NN_,
    Answer,
    Count,
    Exercise,
    Fault,
    LifeLine,
    Message,
    Moment,
    Option,
    Place,
    Profile,
    Run,
    Step,
    Steps,
    Text,
    Words,
    Write,
    as_said,
    faults_of_number,
    faults_of_unscored,
    is_given,
    line_of,
    message,
    opening,
)

LOWEST, HIGHEST = -5, 5
EXAMPLES = 3
MOST_EVENTS = 30
EARLIEST, LATEST = 1900, 2100


@dataclass(frozen=True)
class TimelineSettings:
    """``most`` events; ``more_question`` is the one from the second event on."""

    most: Annotated[int, N_("How many moments may be told at most.")]
    title_question: Annotated[Text, N_("Asks for the first moment.")]
    more_question: Annotated[Text, N_("Asks for every moment after the first.")]
    year_question: Annotated[Text, N_("Asks in which year it was.")]
    height_question: Annotated[Text, N_("Asks how good or hard the moment was.")]
    learned_question: Annotated[Text, N_("Asks what was learned from it.")]
    low: Annotated[Text, N_("The words for the hardest.")]
    high: Annotated[Text, N_("The words for the best.")]
    examples: Annotated[
        tuple[Text, ...], N_("Moments such as people may tell, to help them begin.")
    ] = ()


class Timeline(Exercise[TimelineSettings]):
    """Four small questions an event; leaving the next title out ends the line. Never scored."""

    kind: ClassVar[str] = "timeline"
    Settings: ClassVar[type] = TimelineSettings

    def steps(self, run: Run[TimelineSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[TimelineSettings]) -> Generator[Step, Answer, None]:
        yield opening(run.instrument)
        answers: dict[str, Answer] = {}
        for number in range(1, run.settings.most + 1):
            for step in _event(run, number, answers):
                answers[step.id] = yield step
                if step.id == f"event:{number}" and not isinstance(answers[step.id], str):
                    return

    def outline(self, run: Run[TimelineSettings]) -> Sequence[Step]:
        events = (_event(run, number, {}) for number in range(1, run.settings.most + 1))
        return [opening(run.instrument), *(step for event in events for step in event)]

    def length(self, run: Run[TimelineSettings]) -> int:
        return run.settings.most

    def size(self, run: Run[TimelineSettings]) -> Message:
        return message(NN_("{n} moment at most", "{n} moments at most"), n=run.settings.most)

    def faults(self, run: Run[TimelineSettings]) -> Iterator[Fault]:
        yield from faults_of_unscored(run.instrument)
        yield from faults_of_number(("settings", "most"), run.settings.most, 1, MOST_EVENTS)

    def profile(self, run: Run[TimelineSettings]) -> Profile:
        line = _line(run, run.answers)
        given = (step for step in self.outline(run) if step.asks and is_given(step, run.answers))
        return Profile(
            lines=tuple(line_of(step, run.answers) for step in given),
            findings=(line,),
            facts={
                "years": [moment.year for moment in line.moments],
                "heights": [moment.height for moment in line.moments],
            },
            private=True,
        )


def _event(run: Run[TimelineSettings], number: int, answers: Mapping[str, Answer]) -> Iterator[Step]:
    """The steps of one event; each sees what was answered before it."""
    settings, name = run.settings, f"event:{number}"
    count = Count(number, settings.most, N_("moment {n}"))
    yield Write(
        name,
        settings.title_question if number == 1 else settings.more_question,
        help=_examples(settings, number),
        skip_words=message(N_("that is all")),
        count=count,
    )
    title = answers.get(name)
    words = as_said(title) if isinstance(title, str) else message(N_("moment {n}"), n=number)
    yield Write(
        f"{name}.year",
        settings.year_question,
        form="number",
        help=message(N_("The year alone, for example 2011.")),
        least=EARLIEST,
        most=LATEST,
        about=words,
        count=count,
    )
    yield Place(
        f"{name}.height",
        settings.height_question,
        Option(name, words),
        LOWEST,
        HIGHEST,
        (settings.low, settings.high),
        _line(run, answers),
        count=count,
    )
    yield Write(f"{name}.learned", settings.learned_question, form="long", about=words, count=count)


def _examples(settings: TimelineSettings, number: int) -> Words | None:
    """A few examples, others for each event: all of them would fill the screen."""
    if not settings.examples:
        return None
    first = (number - 1) * EXAMPLES % len(settings.examples)
    few = (settings.examples[first:] + settings.examples)[: min(EXAMPLES, len(settings.examples))]
    words: Words = few[0]
    for example in few[1:]:
        words = message(N_("{one} · {other}"), one=words, other=example)
    return message(N_("For example: {examples}"), examples=words)


def _line(run: Run[TimelineSettings], answers: Mapping[str, Answer]) -> LifeLine:
    """The events so far, by year; one without a year stands last."""
    moments = []
    for number in range(1, run.settings.most + 1):
        name = f"event:{number}"
        title = answers.get(name)
        if not isinstance(title, str):
            break
        year, height = answers.get(f"{name}.year"), answers.get(f"{name}.height")
        learned = answers.get(f"{name}.learned")
        moments.append(
            Moment(
                name,
                title,
                year if isinstance(year, int) else None,
                height if isinstance(height, int) else None,
                learned if isinstance(learned, str) else "",
            )
        )
    moments.sort(key=lambda moment: (moment.year is None, moment.year or 0))
    ends = (run.settings.low, run.settings.high)
    return LifeLine(tuple(moments), LOWEST, HIGHEST, ends)
