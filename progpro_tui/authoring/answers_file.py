"""Answers given in a file: a JSON object from the id of a question to its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from progpro_tui.authoring.files import MOST_BYTES, OTHER_PROGRAMS, read_bounded
from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.json_slips import EXAMPLE, explain
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.errors import AnswerRefused, InputError, Place
from progpro_tui.core.scale_steps import Rate
from progpro_tui.core.steps import SEEN, Step
from progpro_tui.core.text import N_, Message, message

WORDS = {"not_applicable": Missing.NOT_APPLICABLE, "declined": Missing.DECLINED}
WRITTEN = {missing: word for word, missing in WORDS.items()}


def answers_text(answers: Mapping[str, Answer]) -> str:
    """Answers as such a file has them."""
    written = {
        step: WRITTEN.get(answer) if isinstance(answer, Missing) else answer
        for step, answer in answers.items()
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def answers_in(path: Path) -> dict[str, Answer]:
    """The answers of a file, before anyone has looked whether they fit; what is none is left out.

    Raises :class:`InputError` where the file is missing or malformed.
    """
    found = {step: _as_answer(written) for step, written in _object(path).items()}
    return {step: answer for step, answer in found.items() if answer is not None}


def answer_from(path: Path, administration: Administration, outline: Sequence[Step]) -> None:
    """Lead an administration that has just begun to its end by the answers of a file.

    Each answer is checked by the step as it is asked after those before it; a question that the file
    does not name is skipped. ``outline`` is all that may be asked. Raises :class:`InputError`, which
    names the file, the question, what was found and what is expected: for an answer that its step
    does not take, and for one to a question that is never asked.
    """
    found = _object(path)
    try:
        while step := administration.step:
            administration.answer(Given(step.id, _answer(path, step, found) if step.asks else SEEN))
    except InputError:
        # A misspelt question leaves its answer out, which is why a later one does not fit.
        _check_asked(path, found, administration, outline, known=True)
        raise
    _check_asked(path, found, administration, outline)


def _check_asked(
    path: Path,
    found: Mapping[str, Any],
    administration: Administration,
    outline: Sequence[Step],
    known: bool = False,
) -> None:
    """Raise :class:`InputError` for the first answer that nobody asked for: questions that do not
    exist before those that this path leaves out, and these not at all where they are ``known``.

    ``null`` stands for no answer, and may stand at a question that was not asked.
    """
    reached = {step.id for step in administration.path if step.asks}
    asked = {step.id: step for step in outline if step.asks}
    left = [question for question in found if question not in reached]
    for question in left:
        if question not in asked:
            raise _unknown(path, question, asked)
    for question in left:
        if found[question] is not None and not known:
            raise InputError(
                N_(
                    "{file}: after the answers before it, “{question}” is not asked: leave it out, "
                    "or change those answers."
                ),
                file=str(path),
                question=quoted(question),
            )


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
        line, column, what = explain(error)
        place = str(Place(str(path), line, column))
        raise InputError(N_("{place}: {what}"), place=place, what=what) from None
    except (RecursionError, ValueError):  # too many levels, or a number of thousands of digits
        raise _no_object(path) from None
    if not isinstance(found, dict):
        raise _no_object(path)
    return found


def _no_object(path: Path) -> InputError:
    return InputError(
        N_(
            "{file}: no answers are in it. Expected: questions and answers between braces, such as "
            "{example}."
        ),
        file=str(path),
        example=EXAMPLE,
    )


def _text(path: Path) -> str:
    content = read_bounded(path)
    if content.startswith(OTHER_PROGRAMS):
        raise InputError(
            N_(
                "{file}: this file belongs to a word processor, a spreadsheet or another program. "
                "“progpro key” writes an answers file while you type the answers."
            ),
            file=str(path),
        )
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


def _answer(path: Path, step: Step, found: Mapping[str, Any]) -> Answer:
    """The answer to a step that stands in the file. Raises :class:`InputError` where it takes none."""
    written = found.get(step.id)
    answer = _as_answer(written)
    try:
        if answer is not None:
            step.check(answer)
            return answer
        expected = _expected(step)
    except AnswerRefused as refused:
        if step.id not in found:
            raise InputError(
                N_("{file}: “{question}” has no answer, and cannot be skipped."),
                file=str(path),
                question=quoted(step.id),
            ) from None
        expected = _expected(step, refused.message)
    raise InputError(
        N_("{file}: the answer to “{question}” is {found}. {expected}"),
        file=str(path),
        question=quoted(step.id),
        found=quoted(json.dumps(written, ensure_ascii=False)),
        expected=expected,
    )


def _as_answer(written: Any) -> Answer | None:
    """What the file has, as an answer; none for what answers no question."""
    if written is None:
        return Missing.SKIPPED
    if isinstance(written, str):
        return WORDS.get(written, written)
    if isinstance(written, list) and all(isinstance(part, str) for part in written):
        return tuple(written)
    return written if type(written) is int else None  # true is an int in Python, and no answer


def _expected(step: Step, refused: Message | None = None) -> Message:
    """The answers that a question takes, as the file writes them; or why it refuses this one."""
    step = step.fallback()
    words = ", ".join(f'"{word}"' for word, missing in WORDS.items() if missing in step.takes)
    if isinstance(step, Rate):
        return message(
            N_(
                "Expected: a whole number from {least} to {most}, null for a question passed over, "
                "or {words}."
            ),
            least=step.responses[0].value,
            most=step.responses[-1].value,
            words=words,
        )
    if refused is not None:
        return refused
    expected = N_("Expected: a whole number, a text or a list of texts; null; or {words}.")
    return message(expected, words=words)
