"""Whether every question of a form can be reached, and none waits for itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from progpro_forms.conditions import Path
from progpro_forms.questions import Question
from progpro_forms.search import Search
from progpro_forms.truth import Condition
from progpro_tui.api import N_, Fault, message

MOST_STEPS = 100_000
"""Steps from question to question, in the whole form, in which circles are looked for."""


def unreachable(questions: Sequence[Question], read: Mapping[str, Condition]) -> Iterator[Fault]:
    """A fault for every question whose condition no answers can meet.

    What is not proven in the time there is passes for reachable: no good form is refused.
    """
    impossible = Search(questions, read).impossible()
    for place, question in enumerate(questions):
        if question.id in impossible:
            what = message(N_("No answers can meet this condition: nobody is asked this."))
            yield Fault(_path(place), what)


def circles(questions: Sequence[Question], read: Mapping[str, Condition]) -> Iterator[Fault]:
    """A fault for every question whose condition leads back to it.

    A circle is only possible where a condition names a question that is asked later.
    """
    places = {question.id: place for place, question in enumerate(questions)}
    ends = [
        max((places.get(name, -1) for name in read[question.id].names), default=-1)
        for question in questions
    ]
    if all(end < place for place, end in enumerate(ends)):
        return
    left = MOST_STEPS
    for place, question in enumerate(questions):
        way, left = _circle(question.id, read, left)
        if way:
            sentence = N_("This condition goes round in a circle: {path}.")
            yield Fault(_path(place), message(sentence, path=" → ".join(way)))


def _path(place: int) -> Path:
    return ("settings", "questions", place, "show_if")


def _circle(start: str, read: Mapping[str, Condition], left: int) -> tuple[list[str], int]:
    """The shortest way from a question by its conditions back to itself, or an empty one."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting and left > 0:
        name = waiting.popleft()
        for before in sorted(read[name].names):
            left -= 1
            if before == start:
                return _way(start, name, came_from), left
            if before not in came_from and before in read:
                came_from[before] = name
                waiting.append(before)
    return [], left


def _way(start: str, last: str, came_from: Mapping[str, str]) -> list[str]:
    way = [start]
    while last != start:
        way.append(last)
        last = came_from[last]
    return [start, *reversed(way)] if len(way) > 1 else [start, start]
