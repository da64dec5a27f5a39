"""Conditions written as data: read once, with every fault at its place, then only asked.

``{situation: employed, hours: {at_least: 10}}`` holds where both hold. ``all``, ``any`` and ``not``
join conditions. There is no expression to parse, and nothing that a file could run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from progpro_forms.questions import Question, options_of
from progpro_tui.api import N_, Answer, Fault, Message, message

Path: TypeAlias = tuple[str | int, ...]
Answers: TypeAlias = Mapping[str, Answer]

JOINS = ("all", "any", "not")
BOUNDS = ("at_least", "at_most")
DEEPEST = 10


@dataclass(frozen=True)
class Condition:
    """``holds`` says whether it does for these answers; ``names`` are the questions it looks at."""

    holds: Callable[[Answers], bool]
    names: frozenset[str]


ALWAYS = Condition(lambda answers: True, frozenset())


class Reader:
    """Reads the condition of one question. ``faults`` collects what is wrong with it."""

    def __init__(self, earlier: Mapping[str, Question], all_ids: Mapping[str, int]) -> None:
        self._earlier = earlier
        self._all = all_ids
        self.faults: list[Fault] = []

    def read(self, data: Any, path: Path, depth: int = 0) -> Condition:
        """The condition; what cannot be read always holds, and is among the faults."""
        if not isinstance(data, Mapping) or depth > DEEPEST:
            self._fault(path, message(N_("A condition is expected here, such as situation: employed.")))
            return ALWAYS
        parts = [self._part(str(key), value, (*path, str(key)), depth) for key, value in data.items()]
        return _all(parts)

    def _part(self, key: str, value: Any, path: Path, depth: int) -> Condition:
        if key == "not":
            inner = self.read(value, path, depth + 1)
            return Condition(lambda answers: not inner.holds(answers), inner.names)
        if key in JOINS:
            if not isinstance(value, list | tuple) or not value:
                self._fault(path, message(N_("A list of conditions is expected here.")))
                return ALWAYS
            parts = [self.read(each, (*path, n), depth + 1) for n, each in enumerate(value)]
            return _all(parts) if key == "all" else _any(parts)
        return self._test(key, value, path)

    def _test(self, name: str, value: Any, path: Path) -> Condition:
        question = self._earlier.get(name)
        if question is None:
            if name in self._all:
                self._fault(
                    path,
                    message(
                        N_("“{id}” is asked later: a condition looks only at what was asked before."),
                        id=name,
                    ),
                    of_name=True,
                )
            else:
                what = message(N_("No question has the id “{id}”."), id=name)
                self._fault(path, what, of_name=True)
            return Condition(ALWAYS.holds, frozenset({name}) & frozenset(self._all))
        holds = self._holds(question, value, path)
        return Condition(lambda answers: holds(answers.get(name)), frozenset({name}))

    def _holds(self, question: Question, value: Any, path: Path) -> Callable[[Any], bool]:
        if isinstance(value, Mapping):
            return self._bounds(question, value, path)
        wanted = [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]
        known = [option.id for option in options_of(question)]
        known += [str(response.value) for response in question.responses]
        for each in wanted:
            if each not in known:
                self._fault(
                    path,
                    message(
                        N_("“{found}” is no answer to “{id}”. Known: {known}."),
                        found=each,
                        id=question.id,
                        known=", ".join(known) or "–",
                    ),
                )
        return lambda answer: _among(answer, wanted)

    def _bounds(
        self, question: Question, value: Mapping[str, Any], path: Path
    ) -> Callable[[Any], bool]:
        tests: list[Callable[[Any], bool]] = []
        for key, bound in value.items():
            number = _whole(bound)
            if key == "answered":
                if str(bound) not in ("true", "false"):
                    self._fault((*path, key), message(N_("Write true or false here.")))
                tests.append(_is_not_answered if str(bound) == "false" else _is_answered)
            elif key not in BOUNDS:
                what = N_("“{found}” is not known here. Expected: at_least, at_most or answered.")
                self._fault((*path, key), message(what, found=str(key)), of_name=True)
            elif question.type not in ("number", "rating"):
                what = N_("“{id}” is answered by no number: {key} does not apply to it.")
                self._fault((*path, key), message(what, id=question.id, key=key))
            elif number is None:
                self._fault((*path, key), message(N_("A whole number is expected here.")))
            else:
                tests.append(_bound(key, number))
        return lambda answer: all(test(answer) for test in tests)

    def _fault(self, path: Path, what: Message, of_name: bool = False) -> None:
        self.faults.append(Fault(path, what, of_name))


def _all(parts: list[Condition]) -> Condition:
    if len(parts) == 1:
        return parts[0]
    return Condition(lambda answers: all(p.holds(answers) for p in parts), _names(parts))


def _any(parts: list[Condition]) -> Condition:
    return Condition(lambda answers: any(p.holds(answers) for p in parts), _names(parts))


def _names(parts: list[Condition]) -> frozenset[str]:
    return frozenset().union(*(part.names for part in parts))


def _among(answer: Any, wanted: list[str]) -> bool:
    if isinstance(answer, tuple):
        return any(each in answer for each in wanted)
    return isinstance(answer, int | str) and str(answer) in wanted


def _bound(key: str, number: int) -> Callable[[Any], bool]:
    if key == "at_least":
        return lambda answer: isinstance(answer, int) and answer >= number
    return lambda answer: isinstance(answer, int) and answer <= number


def _is_answered(answer: Any) -> bool:
    return isinstance(answer, int | str | tuple)


def _is_not_answered(answer: Any) -> bool:
    return not _is_answered(answer)


def _whole(value: Any) -> int | None:
    try:
        return int(str(value))
    except ValueError:
        return None


def conditions(questions: tuple[Question, ...]) -> tuple[dict[str, Condition], Iterator[Fault]]:
    """The condition of every question by its id, and all that is wrong with them."""
    ids = {question.id: place for place, question in enumerate(questions)}
    read: dict[str, Condition] = {}
    faults: list[Fault] = []
    for place, question in enumerate(questions):
        earlier = {before.id: before for before in questions[:place]}
        reader = Reader(earlier, ids)
        path = ("settings", "questions", place, "show_if")
        read[question.id] = reader.read(question.show_if, path)
        faults += reader.faults
    return read, iter(faults)
