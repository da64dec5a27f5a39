"""A condition in words, as a paper form prints it above its question: « if on line 7 you circled 1 ».

It is read from the same data as the condition itself, once that is known to have no fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from progpro_forms.questions import OTHER, Question, options_of
from progpro_tui.api import N_, Message, Words, as_said, message


def conditions_in_words(questions: tuple[Question, ...], lines: Mapping[str, str]) -> dict[str, Words]:
    """When each question is asked that is not always asked, by the id of its step."""
    teller = _Teller({question.id: question for question in questions}, lines)
    found: dict[str, Words] = {}
    for question in questions:
        if question.show_if:
            found[question.id] = message(N_("Only {when}."), when=teller.said(question.show_if))
        if question.chooses and question.other:
            chosen = teller.said({question.id: OTHER})
            found[f"{question.id}:{OTHER}"] = message(N_("Only {when}."), when=chosen)
    return found


@dataclass(frozen=True)
class _Teller:
    """Says conditions; ``lines`` are the numbers by which a form names its questions."""

    questions: Mapping[str, Question]
    lines: Mapping[str, str]

    def said(self, data: Mapping[str, Any]) -> Words:
        return _joined(N_("{one}, and {other}"), [self._part(*entry) for entry in data.items()])

    def _part(self, key: str, value: Any) -> Words:
        if key == "not":
            return message(N_("not {when}"), when=self.said(value))
        if key in ("all", "any"):
            join = N_("{one}, and {other}") if key == "all" else N_("{one}, or {other}")
            return _joined(join, [self.said(each) for each in value])
        return _joined(N_("{one}, and {other}"), list(self._tests(key, value)))

    def _tests(self, name: str, value: Any) -> Iterator[Words]:
        """The tests of one answer: one of some, a number within bounds, or any answer at all."""
        line = self.lines.get(name, "")
        if isinstance(value, Mapping):
            yield from (_bound(line, key, str(bound)) for key, bound in value.items())
            return
        wanted = {str(each) for each in (value if isinstance(value, list | tuple) else [value])}
        codes: list[Words] = [as_said(code) for code in _codes(self.questions[name], wanted)]
        yield message(
            N_("if on line {line} you circled {codes}"),
            line=line,
            codes=_joined(N_("{one} or {other}"), codes),
        )


def _bound(line: str, key: str, bound: str) -> Message:
    if key == "at_least":
        return message(N_("if on line {line} you answered {n} or more"), line=line, n=bound)
    if key == "at_most":
        return message(N_("if on line {line} you answered {n} or less"), line=line, n=bound)
    if bound == "true":
        return message(N_("if you answered line {line}"), line=line)
    return message(N_("if you left line {line} empty"), line=line)


def _codes(question: Question, wanted: set[str]) -> Iterator[str]:
    """What stands beside the answers that are meant: options are counted, points have their number."""
    yield from (str(n) for n, o in enumerate(options_of(question), 1) if o.id in wanted)
    yield from (str(point.value) for point in question.responses if str(point.value) in wanted)


def _joined(pattern: str, parts: list[Words]) -> Words:
    said: Words = parts[0] if parts else as_said("")
    for following in parts[1:]:
        said = message(pattern, one=said, other=following)
    return said
