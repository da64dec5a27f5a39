"""Conditions written as data: read once, with every fault at its place, then only asked.

``{situation: employed, hours: {at_least: 10}}`` holds where both hold. ``all``, ``any`` and ``not``
join conditions. There is no expression to parse, and nothing that a file could run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from progpro_forms.questions import Question, options_of
from progpro_forms.truth import AnswerTest, Condition, Joined, Not, Unreadable
from progpro_tui.api import N_, Fault, Message, message

Path: TypeAlias = tuple[str | int, ...]

JOINS = ("all", "any", "not")
BOUNDS = ("at_least", "at_most")
DEEPEST = 10

WHOLE = re.compile(r"[-+]?[0-9]{1,9}", re.ASCII)
LONGEST = 40
"""Letters of what a file says that a sentence repeats."""


class Reader:
    """Reads the condition of one question. ``faults`` collects what is wrong with it."""

    def __init__(self, earlier: Mapping[str, Question], all_ids: Mapping[str, int]) -> None:
        self._earlier = earlier
        self._all = all_ids
        self.faults: list[Fault] = []

    def read(self, data: Any, path: Path, depth: int = 0) -> Condition:
        """The condition; what cannot be read is among the faults."""
        if depth > DEEPEST:
            what = N_("Conditions stand at most {most} levels deep: take this one apart.")
            return self._fault(path, message(what, most=DEEPEST))
        if not isinstance(data, Mapping):
            what = N_("A condition is expected here, such as situation: employed.")
            return self._fault(path, message(what))
        parts = [self._part(str(key), value, (*path, str(key)), depth) for key, value in data.items()]
        return _joined(parts)

    def _part(self, key: str, value: Any, path: Path, depth: int) -> Condition:
        if key == "not":
            return Not(self.read(value, path, depth + 1))
        if key in JOINS:
            if not isinstance(value, list | tuple) or not value:
                return self._fault(path, message(N_("A list of conditions is expected here.")))
            parts = [self.read(each, (*path, n), depth + 1) for n, each in enumerate(value)]
            return _joined(parts, any_will_do=key == "any")
        return self._test(key, value, path)

    def _test(self, name: str, value: Any, path: Path) -> Condition:
        question = self._earlier.get(name)
        if question is not None:
            if isinstance(value, Mapping) and value:
                return self._bounds(question, value, path)
            return self._choice(question, value, path)
        if name in self._all:
            what = N_("“{id}” is asked later: a condition looks only at what was asked before.")
            self._fault(path, message(what, id=name), of_name=True)
            return Unreadable(frozenset({name}))
        what = N_("No question has the id “{id}”.")
        return self._fault(path, message(what, id=_short(name)), of_name=True)

    def _choice(self, question: Question, value: Any, path: Path) -> Condition:
        """The answer is one of those that are listed."""
        known = [option.id for option in options_of(question)]
        known += [str(response.value) for response in question.responses]
        wanted = list(value) if isinstance(value, list | tuple) else [value]
        if isinstance(value, Mapping) or not known:
            return self._fault(path, _how_to_ask_of(question))
        if not wanted or not all(isinstance(each, str | int) for each in wanted):
            return self._fault(path, message(N_("An answer is expected here, or a list of answers.")))
        wrong = [each for each in wanted if str(each) not in known]
        for each in wrong:
            what = message(
                N_("“{found}” is no answer to “{id}”. Known: {known}."),
                found=_short(each),
                id=question.id,
                known=", ".join(known),
            )
            self._fault(path, what)
        options = frozenset(str(each) for each in wanted)
        return Unreadable() if wrong else AnswerTest(question.id, _among(options), options)

    def _bounds(self, question: Question, value: Mapping[str, Any], path: Path) -> Condition:
        """The answer is a number within bounds, or there is one at all."""
        tests: list[Callable[[Any], bool]] = []
        limits: list[int] = []
        for key, bound in value.items():
            number = _whole(bound)
            if key == "answered" and str(bound) in ("true", "false"):
                tests.append(_is_answered if str(bound) == "true" else _is_not_answered)
            elif key == "answered":
                self._fault((*path, key), message(N_("Write true or false here.")))
            elif key not in BOUNDS:
                what = N_("“{found}” is not known here. Expected: at_least, at_most or answered.")
                self._fault((*path, key), message(what, found=_short(key)), of_name=True)
            elif question.type not in ("number", "rating"):
                what = N_("“{id}” is answered by no number: {key} does not apply to it.")
                self._fault((*path, key), message(what, id=question.id, key=key))
            elif number is None:
                self._fault((*path, key), message(N_("A whole number is expected here.")))
            else:
                tests.append(_bound(key, number))
                limits.append(number if key == "at_least" else number + 1)
        if len(tests) < len(value):
            return Unreadable()
        return AnswerTest(question.id, _passes_all(tests), limits=tuple(limits))

    def _fault(self, path: Path, what: Message, of_name: bool = False) -> Condition:
        self.faults.append(Fault(path, what, of_name))
        return Unreadable()


def _how_to_ask_of(question: Question) -> Message:
    """What a condition may say of a question whose answers no file lists."""
    if question.type in ("number", "rating"):
        return message(N_("Write at_least, at_most or answered under “{id}”."), id=question.id)
    return message(N_("Only answered may stand under “{id}”, true or false."), id=question.id)


def _joined(parts: list[Condition], any_will_do: bool = False) -> Condition:
    return parts[0] if len(parts) == 1 else Joined(tuple(parts), any_will_do)


def _among(wanted: frozenset[str]) -> Callable[[Any], bool]:
    def passes(answer: Any) -> bool:
        if isinstance(answer, tuple):
            return not wanted.isdisjoint(answer)
        return isinstance(answer, int | str) and str(answer) in wanted

    return passes


def _passes_all(tests: list[Callable[[Any], bool]]) -> Callable[[Any], bool]:
    return lambda answer: all(test(answer) for test in tests)


def _bound(key: str, number: int) -> Callable[[Any], bool]:
    if key == "at_least":
        return lambda answer: isinstance(answer, int) and answer >= number
    return lambda answer: isinstance(answer, int) and answer <= number


def _is_answered(answer: Any) -> bool:
    return isinstance(answer, int | str | tuple)


def _is_not_answered(answer: Any) -> bool:
    return not _is_answered(answer)


def _whole(value: Any) -> int | None:
    return int(str(value)) if WHOLE.fullmatch(str(value)) else None


def _short(value: Any) -> str:
    words = str(value)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def conditions(questions: tuple[Question, ...]) -> tuple[dict[str, Condition], Iterator[Fault]]:
    """The condition of every question by its id, and all that is wrong with them."""
    ids = {question.id: place for place, question in enumerate(questions)}
    read: dict[str, Condition] = {}
    earlier: dict[str, Question] = {}
    faults: list[Fault] = []
    for place, question in enumerate(questions):
        reader = Reader(earlier, ids)
        path = ("settings", "questions", place, "show_if")
        read[question.id] = reader.read(question.show_if, path)
        earlier[question.id] = question
        faults += reader.faults
    return read, iter(faults)
