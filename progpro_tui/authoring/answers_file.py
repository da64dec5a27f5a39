"""Answers given in a file: a JSON object from the id of a question to its answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from progpro_tui.authoring.files import MOST_BYTES, read_bounded
from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.errors import AnswerRefused, InputError
from progpro_tui.core.scale_steps import Rate
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_, Message, message

WORDS = {"not_applicable": Missing.NOT_APPLICABLE, "declined": Missing.DECLINED}


def read_answers(path: Path, steps: Sequence[Step]) -> dict[str, Answer]:
    """The answer to every question among ``steps``; one that the file does not name is skipped.

    Raises :class:`InputError`, which names the file, the question, what was found and what is
    expected.
    """
    asked = {step.id: step for step in steps if step.asks}
    found = _object(path)
    for question in found:
        if question not in asked:
            raise _unknown(path, question, asked)
    return {
        question: _answer(path, step, found[question]) if question in found else Missing.SKIPPED
        for question, step in asked.items()
    }


def _object(path: Path) -> dict[str, Any]:
    """The object in the file, with every key once and no number that JSON does not have."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise InputError(
                    N_("{file}: “{key}” stands there twice: keep one of the two."),
                    file=str(path),
                    key=quoted(key),
                )
            found[key] = value
        return found

    def no_number(constant: str) -> Any:
        raise InputError(
            N_("{file}: {found} is not a number. Expected: a whole number, or null."),
            file=str(path),
            found=constant,
        )

    text = _text(path)
    try:
        found = json.loads(text, object_pairs_hook=once, parse_constant=no_number)
    except json.JSONDecodeError as error:
        raise InputError(
            N_("{file}:{line}:{column}: this is not JSON. Expected: one object, such as {example}."),
            file=str(path),
            line=str(error.lineno),
            column=str(error.colno),
            example=EXAMPLE,
        ) from None
    except (RecursionError, ValueError):  # too many levels, or a number of thousands of digits
        raise _no_object(path) from None
    if not isinstance(found, dict):
        raise _no_object(path)
    return found


EXAMPLE = '{"r01": 4, "i01": null}'


def _no_object(path: Path) -> InputError:
    return InputError(
        N_("{file}: no answers are in it. Expected: one JSON object, such as {example}."),
        file=str(path),
        example=EXAMPLE,
    )


def _text(path: Path) -> str:
    content = read_bounded(path)
    if len(content) > MOST_BYTES:
        raise InputError(N_("{file}: too large: answers take at most 1 MB."), file=str(path))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            N_("{file}: not UTF-8: save it again with the encoding UTF-8."), file=str(path)
        ) from None


def _unknown(path: Path, found: str, asked: dict[str, Step]) -> InputError:
    meant = nearest(found, asked)
    if meant is None:
        return InputError(
            N_("{file}: this instrument has no question “{found}”."),
            file=str(path),
            found=quoted(found),
        )
    return InputError(
        N_("{file}: this instrument has no question “{found}”. Did you mean “{meant}”?"),
        file=str(path),
        found=quoted(found),
        meant=meant,
    )


def _answer(path: Path, step: Step, found: Any) -> Answer:
    answer: Answer | None = None
    if found is None:
        answer = Missing.SKIPPED
    elif isinstance(found, str):
        answer = WORDS.get(found, found)
    elif type(found) is int:  # true is an int in Python, and no answer
        answer = found
    try:
        if answer is not None:
            step.check(answer)
            return answer
    except AnswerRefused:
        pass
    raise InputError(
        N_("{file}: the answer to “{question}” is {found}. Expected: {expected}."),
        file=str(path),
        question=quoted(step.id),
        found=quoted(json.dumps(found, ensure_ascii=False)),
        expected=_expected(step),
    ) from None


def _expected(step: Step) -> Message:
    """The answers that a question takes, as the file writes them."""
    words = ", ".join(f'"{word}"' for word, missing in WORDS.items() if missing in step.takes)
    if isinstance(step, Rate):
        return message(
            N_("a whole number from {least} to {most}, null for a question passed over, or {words}"),
            least=step.responses[0].value,
            most=step.responses[-1].value,
            words=words,
        )
    return message(N_("an answer that this question takes, null, or {words}"), words=words)
