"""Whether every question of a form can be reached, and none waits for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from progpro_forms.conditions import Condition, Path
from progpro_forms.questions import Question, options_of
from progpro_tui.api import N_, Answer, Fault, Missing, message

MOST_TRIED = 20_000
"""Answers tried for one question. A form that needs more is given the benefit of the doubt."""


def unreachable(questions: Sequence[Question], read: Mapping[str, Condition]) -> Iterator[Fault]:
    """A fault for every question whose condition no answers can meet."""
    for place, question in enumerate(questions):
        circle = _circle(question.id, read)
        path: Path = ("settings", "questions", place, "show_if")
        if circle:
            what = message(
                N_("This condition goes round in a circle: {path}."), path=" → ".join(circle)
            )
            yield Fault(path, what)
        elif not _reachable(question.id, questions, read):
            yield Fault(path, message(N_("No answers can meet this condition: nobody is asked this.")))


def _circle(start: str, read: Mapping[str, Condition]) -> list[str]:
    """The way from a question by its conditions back to itself; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for name in sorted(read[way[-1]].names if way[-1] in read else ()):
            if name == start:
                return [*way, start]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _needed(name: str, read: Mapping[str, Condition]) -> set[str]:
    """Every question that decides, directly or not, whether this one is asked."""
    needed: set[str] = set()
    waiting = [name]
    while waiting:
        for before in read[waiting.pop()].names - needed:
            needed.add(before)
            waiting.append(before)
    return needed


def _reachable(name: str, questions: Sequence[Question], read: Mapping[str, Condition]) -> bool:
    needed = _needed(name, read)
    order = [question for question in questions if question.id in needed]
    tried = 0

    def search(place: int, answers: dict[str, Answer]) -> bool:
        nonlocal tried
        tried += 1
        if tried > MOST_TRIED:
            return True
        if place == len(order):
            return read[name].holds(answers)
        question = order[place]
        if not read[question.id].holds(answers):
            return search(place + 1, answers)
        return any(search(place + 1, {**answers, question.id: a}) for a in _samples(question))

    return search(0, {})


def _samples(question: Question) -> list[Answer]:
    """Answers that could make a difference to a condition."""
    options = tuple(option.id for option in options_of(question))
    if question.type == "one":
        return [*options, Missing.SKIPPED]
    if question.type == "several":
        return [*((option,) for option in options), options[: question.most], Missing.SKIPPED]
    if question.type == "rating":
        return [*(response.value for response in question.responses), Missing.SKIPPED]
    if question.type == "number":
        least = 0 if question.least is None else question.least
        most = least + 1000 if question.most is None else question.most
        return [*range(least, min(most, least + 200) + 1), most, Missing.SKIPPED]
    return ["2026", Missing.SKIPPED]
