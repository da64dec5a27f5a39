"""Words: every step and profile speaks every language of the instrument, in both wordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeGuard

from progpro_tui.core.steps import Step
from progpro_tui.core.text import NO_LANGUAGE, Filled, Message, Text, Words
from progpro_tui.i18n.translator import SLOT, Translator
from progpro_tui.testing.subject import Led, Subject

WRAP = "wrap it in as_said(…), or write a Text with every language"


def check_words(subject: Subject, led: list[Led]) -> None:
    """The words of all that was asked, answered and made of it, then of the outline.

    A text without any wording says nothing on purpose, except as a topic. In the outline a place
    for what the person will write may be empty.
    """
    for one in led:
        answers = one.administration.answers
        for step in one.administration.path:
            with subject.trying("when its answer is said", step.id):
                said = step.in_words(answers[step.id])
            _check_step(subject, step, said)
        for where, words in words_in(one.profile):
            for flaw in flaws(words, subject.instrument.languages, blank=True):
                subject.fail(f"in its profile “{where}” {flaw}")
    for step in subject.exercise.outline(subject.run):
        _check_words_of(subject, step, "in the outline ", blank=True)


def _check_step(subject: Subject, step: Step, said: Words) -> None:
    for maker, made in (("topic", step.topic), ("value_in_words", said)):
        if not is_words(made):
            subject.fail(f"{maker} returns a {type(made).__name__}: {WRAP}", step)
    _check_words_of(subject, step, "", blank=False)
    for named, words in (("its topic", step.topic), ("its answer", said)):
        for language in subject.instrument.languages:
            for plain in (False, True):
                with subject.trying(f"when {named} is said", step.id):
                    spoken = Translator(language)(words, plain=plain)
                if not spoken.strip():
                    subject.fail(f"{named} is empty in “{language}”", step)


def _check_words_of(subject: Subject, step: Step, where: str, blank: bool) -> None:
    for entry, words in words_in(step):
        for flaw in flaws(words, subject.instrument.languages, blank):
            subject.fail(f"{where}“{entry}” {flaw}", step)


def is_words(value: object) -> TypeGuard[Words]:
    """Whether a value is words that can be said in every language."""
    return isinstance(value, Text | Message | Filled)


def words_in(value: Any, name: str = "") -> Iterator[tuple[str, Words]]:
    """Every text that a value holds, with the way to it."""
    if is_words(value):
        yield name, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from words_in(part, f"{name}.{key}")
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from words_in(part, f"{name}.{number}")
    elif is_dataclass(value) and not isinstance(value, type):
        for entry in fields(value):
            inner = f"{name}.{entry.name}" if name else entry.name
            yield from words_in(getattr(value, entry.name), inner)


def flaws(words: Words, languages: tuple[str, ...], blank: bool = False) -> Iterator[str]:
    """What is wrong with some words. ``blank`` lets what a person types be empty."""
    if isinstance(words, Text):
        yield from _flaws_of_text(words, languages, blank)
        return
    said_by = [words.msgid, words.plural or ""] if isinstance(words, Message) else []
    if isinstance(words, Filled):
        yield from _flaws_of_text(words.text, languages, blank)
        said_by = [*words.text.standard.values(), *words.text.plain.values()]
    for wording in said_by:
        for slot in SLOT.finditer(wording):
            if slot[1] not in words.params:
                yield f"has a slot that nothing fills: {slot[0]}"
    for param in words.params.values():
        if isinstance(param, Text | Message | Filled):
            yield from flaws(param, languages, blank)
    for language in languages:
        try:
            said = Translator(language)(words)
        except (KeyError, IndexError, ValueError, TypeError) as error:
            yield f"cannot be said in “{language}”: {type(error).__name__}: {error}"
        else:
            if not said.strip():
                yield f"says nothing in “{language}”"


def _flaws_of_text(text: Text, languages: tuple[str, ...], blank: bool) -> Iterator[str]:
    for name, wording in (("", text.standard), ("plain ", text.plain)):
        if not wording:
            continue
        if NO_LANGUAGE in wording:
            if not wording[NO_LANGUAGE].strip() and not blank:
                yield "says nothing"
            continue
        for language in languages:
            if not wording.get(language, "").strip():
                yield f"has no {name}wording in “{language}”"
