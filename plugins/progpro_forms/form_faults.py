"""What the file of a form may get wrong: ids, what a question of a type needs, and its condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progpro_forms.conditions import JOINS, Path, conditions
from progpro_forms.questions import LARGEST, MOST_OPTIONS, OTHER, Question, bounds_of, options_of
from progpro_forms.reach import circles, unreachable
from progpro_tui.api import (
    N_,
    Fault,
    Message,
    faults_of_ids,
    faults_of_number,
    faults_of_points,
    message,
)

QUESTIONS: Path = ("settings", "questions")


def form_faults(questions: tuple[Question, ...]) -> Iterator[Fault]:
    """Everything that is wrong with these questions, each at its place in the file."""
    shape = list(faults_of_ids(QUESTIONS, questions, least=1, taken=JOINS))
    for place, question in enumerate(questions):
        shape += _shape_faults(question, (*QUESTIONS, place))
    yield from shape
    read, misread = conditions(questions)
    faults = list(misread)
    yield from faults
    if len(read) < len(questions):
        return  # Two questions have one id: nobody knows which of them a condition means.
    yield from circles(questions, read)
    # Whoever mends a question changes what it can be answered: what hangs on it is judged then.
    if not shape:
        said = {fault.path[:3] for fault in faults}
        yield from (fault for fault in unreachable(questions, read) if fault.path[:3] not in said)


def _shape_faults(question: Question, path: Path) -> Iterator[Fault]:
    """What a question of this type needs, and what it cannot have."""
    if question.chooses:
        if not 1 <= len(options_of(question)) <= MOST_OPTIONS:
            what = N_("A question of the type “{type}” has one to {most} options.")
            about_type = message(what, type=question.type, most=MOST_OPTIONS)
            yield Fault((*path, "options"), about_type)
        yield from faults_of_ids((*path, "options"), question.options, taken=(OTHER,))
    elif question.options or question.other:
        what = N_("Only a question of the type “one” or “several” has options.")
        yield Fault((*path, "options" if question.options else "other"), message(what))
    if question.type == "rating":
        yield from faults_of_points((*path, "responses"), question.responses)
    elif question.responses:
        what = N_("Only a question of the type “rating” has responses.")
        yield Fault((*path, "responses"), message(what))
    yield from _bound_faults(question, path)


def _bound_faults(question: Question, path: Path) -> Iterator[Fault]:
    """Bounds that no answer can keep, or that mean nothing for this type."""
    least, most = bounds_of(question)
    given = [name for name in ("least", "most") if getattr(question, name) is not None]
    if question.type not in ("number", "several"):
        for name in given:
            what = N_("Only a number, or a question of the type “several”, has bounds.")
            yield Fault((*path, name), message(what))
    elif question.type == "number":
        if least > most:
            yield Fault((*path, given[0]), _no_number(given))
    elif options := len(options_of(question)):
        for name, found, lowest in (("least", least, 0), ("most", most, 1)):
            if name in given:
                yield from faults_of_number((*path, name), found, lowest, options)
        if len(given) == 2 and 1 <= most < least <= options:
            yield Fault((*path, "least"), message(N_("The least is above the most.")))


def _no_number(given: Sequence[str]) -> Message:
    if len(given) == 2:
        return message(N_("The least is above the most."))
    if given == ["least"]:
        return message(N_("Write the most too: without it, a number goes up to {most}."), most=LARGEST)
    return message(N_("Write the least too: without it, a number begins at 0."))
