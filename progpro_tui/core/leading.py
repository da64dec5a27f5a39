"""What most exercises do alike: open with the instructions, turn items into options, lead again."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import TypeVar

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.instrument import Instrument, Item
from progpro_tui.core.profile import Line
from progpro_tui.core.steps import Option, Show, Step
from progpro_tui.core.text import N_, Words, message

T = TypeVar("T")

OPENING = "show:instructions"
"""An item's id holds no colon, so that this one is free."""


def opening(instrument: Instrument) -> Show:
    """The title and the instructions, to be read before the first question."""
    return Show(
        OPENING,
        title=instrument.title,
        body=instrument.guidance.instructions,
        proceed=message(N_("Begin")),
    )


def option_of(item: Item) -> Option:
    """An item as a card: what it is called, and its line where it has a name of its own."""
    if item.name is None:
        return Option(item.id, item.text, short=item.short)
    return Option(item.id, item.name, line=item.text, short=item.short)


def replay(steps: Generator[Step, Answer, T], answers: Mapping[str, Answer]) -> T:
    """Lead through steps once more by the answers given; what the generator returns in the end.

    So an exercise finds out what the answers amount to by the same code that asked for them. A step
    without an answer counts as skipped.
    """
    try:
        step = next(steps)
        while True:
            step = steps.send(answers.get(step.id, Missing.SKIPPED))
    except StopIteration as end:
        found: T = end.value
        return found


def another(question: Words, first: bool) -> Words:
    """The question of a list; from its second entry on it asks for another one."""
    return question if first else message(N_("Another one? {question}"), question=question)


def is_given(step: Step, answers: Mapping[str, Answer]) -> bool:
    """Whether a step was reached and answered, or passed; not where skipping it ended a list."""
    if step.id not in answers:
        return False
    return step.skip_words is None or answers[step.id] is not Missing.SKIPPED


def still_taken(step: Step, given: Given | None) -> Given | None:
    """What was answered before, or begun, where the step takes it as it is now."""
    if given is None:
        return None
    try:
        step.check(given.answer, given.final)
    except AnswerRefused:
        return None
    return given


def line_of(step: Step, answers: Mapping[str, Answer], scales: Sequence[str] = ()) -> Line:
    """The answer to a step as a profile keeps it."""
    answer = answers.get(step.id, Missing.SKIPPED)
    value = answer if type(answer) is int else None
    return Line(step.id, step.topic, step.in_words(answer), value, tuple(scales))
