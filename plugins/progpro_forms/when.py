"""A condition in words, as a paper form prints it above its question.

It is read from the same data as the condition itself, once that is known to have no fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from progpro_forms.questions import OTHER, Question, options_of
from progpro_tui.api import N_, Message, Words, as_said, message

Questions = Mapping[str, Question]


def conditions_in_words(questions: tuple[Question, ...]) -> dict[str, Words]:
    """When each question is asked that is not always asked, by the id of its step."""
    known = {question.id: question for question in questions}
    found: dict[str, Words] = {}
    for question in questions:
        if question.show_if:
            found[question.id] = message(N_("Only {when}."), when=_said(question.show_if, known))
        if question.chooses and question.other:
            found[f"{question.id}:{OTHER}"] = message(N_("Only if you chose “something else”."))
    return found


def _said(data: Mapping[str, Any], known: Questions) -> Words:
    return _joined(N_("{one}, and {other}"), [_part(key, value, known) for key, value in data.items()])


def _part(key: str, value: Any, known: Questions) -> Words:
    if key == "not":
        return message(N_("not {when}"), when=_said(value, known))
    if key in ("all", "any"):
        join = N_("{one}, and {other}") if key == "all" else N_("{one}, or {other}")
        return _joined(join, [_said(each, known) for each in value])
    return _joined(N_("{one}, and {other}"), list(_tests(known[key], value)))


def _tests(question: Question, value: Any) -> Iterator[Words]:
    """The tests of one answer: one of some, a number within bounds, or any answer at all."""
    if not isinstance(value, Mapping):
        wanted = [str(each) for each in (value if isinstance(value, list | tuple) else [value])]
        names = _joined(N_("{one} or {other}"), [_quoted(label) for label in _labels(question, wanted)])
        yield message(
            N_("if to “{question}” you answered {names}"), question=question.text, names=names
        )
        return
    for key, bound in value.items():
        yield _bound(question, key, str(bound))


def _bound(question: Question, key: str, bound: str) -> Message:
    if key == "at_least":
        words = N_("if to “{question}” you answered {bound} or more")
        return message(words, question=question.text, bound=bound)
    if key == "at_most":
        words = N_("if to “{question}” you answered {bound} or less")
        return message(words, question=question.text, bound=bound)
    if bound == "true":
        return message(N_("if you answered “{question}”"), question=question.text)
    return message(N_("if you did not answer “{question}”"), question=question.text)


def _labels(question: Question, wanted: list[str]) -> Iterator[Words]:
    for option in options_of(question):
        if option.id in wanted:
            yield option.name
    for response in question.responses:
        if str(response.value) in wanted:
            yield response.label


def _quoted(label: Words) -> Words:
    return message(N_("“{words}”"), words=label)


def _joined(pattern: str, parts: list[Words]) -> Words:
    said: Words = parts[0] if parts else as_said("")
    for following in parts[1:]:
        said = message(pattern, one=said, other=following)
    return said
