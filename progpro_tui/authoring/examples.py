"""Golden examples: answers whose scores the author knows, scored again on every check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from progpro_tui.authoring.checks import NO_SCALE, unknown
from progpro_tui.authoring.found import decimal, quoted
from progpro_tui.authoring.loader import Reading
from progpro_tui.authoring.model import ExampleFile
from progpro_tui.authoring.outline import reason_of
from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.authoring.values import NOTHING, WHOLE
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.errors import AnswerRefused, Mistake
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.steps import SEEN, Step
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.storage.records import from_data

NONE = "null"
"""As the file writes that there is no score."""

MISSING = {"not_applicable": Missing.NOT_APPLICABLE, "declined": Missing.DECLINED}


def check_examples(reading: Reading, host: PluginHost) -> Iterator[Mistake]:
    """Every example whose scores or code come out otherwise than they are written."""
    stage = _Stage(reading.instrument, host)
    for number, example in enumerate(reading.examples):
        check = _Check(reading, stage, example, ("examples", number))
        try:
            yield from check.mistakes()
        except Exception as error:  # a plugin's code may fail in any way; that is a mistake to be named
            yield check.mistake(message(N_("it cannot be scored: {error}"), error=reason_of(error)))


class _Stage:
    """What all examples of one file share."""

    def __init__(self, instrument: Instrument, host: PluginHost) -> None:
        self.instrument = instrument
        self.host = host

    @cached_property
    def exercise(self) -> Exercise[Any]:
        return self.host.exercise(self.instrument.kind)

    @cached_property
    def run(self) -> Run[Any]:
        settings: Any = from_data(self.instrument.settings, self.exercise.Settings)
        return Run(self.instrument, settings, seed=0)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The ids of all that may be asked."""
        return frozenset(step.id for step in self.exercise.outline(self.run) if step.asks)


class _Check:
    """One example of one file."""

    def __init__(self, reading: Reading, stage: _Stage, example: ExampleFile, path: Path) -> None:
        self._tree: Tree = reading.tree
        self._instrument: Instrument = reading.instrument
        self._stage = stage
        self._example = example
        self._beginnings = sorted(
            (pattern for pattern in example.answers if pattern.endswith("*")), key=len, reverse=True
        )
        self._path = path

    def mistakes(self) -> Iterator[Mistake]:
        """Whatever comes out otherwise; what cannot be answered is not scored."""
        administration = Administration(self._stage.exercise, self._stage.run)
        wrong = [*self._unknown_patterns(self._stage.asked), *self._unknown_scales()]
        wrong = wrong or self._answer(administration)
        if wrong:
            yield from wrong
            return
        profile = administration.profile()
        yield from self._scores(profile)
        yield from self._facts(profile)
        yield from self._code(profile)

    def mistake(self, what: Message, *path: str | int) -> Mistake:
        """A mistake at the example, or at an entry of it."""
        named = message(N_("Example “{name}”: {what}"), name=quoted(self._example.name), what=what)
        return Mistake(self._tree.key_place((*self._path, *path)), named)

    def _unknown_patterns(self, asked: frozenset[str]) -> Iterator[Mistake]:
        for pattern in self._example.answers:
            if not any(_matches(pattern, step) for step in asked):
                what = message(N_("“{pattern}” is the id of no question."), pattern=quoted(pattern))
                yield self.mistake(what, "answers", pattern)

    def _unknown_scales(self) -> Iterator[Mistake]:
        known = [scale.id for scale in self._instrument.scales]
        for scale in self._example.scores:
            if scale not in known:
                yield self.mistake(unknown(NO_SCALE, scale, known), "scores", scale)

    def _answer(self, administration: Administration) -> list[Mistake]:
        """Answer every question; a refused answer is where it ends."""
        while step := administration.step:
            pattern = self._pattern_of(step.id)
            answer: Answer = SEEN
            if step.asks:
                words = self._example.answers[pattern] if pattern else ""
                answer = _answer_of(words, step) if pattern else Missing.SKIPPED
            try:
                administration.answer(Given(step.id, answer))
            except AnswerRefused as refused:
                path = ("answers", pattern) if pattern else ()
                return [self.mistake(refused.message, *path)]
        return []

    def _pattern_of(self, step: str) -> str | None:
        """The most specific pattern for a question: its own id, else the longest beginning."""
        if step in self._example.answers:
            return step
        return next((found for found in self._beginnings if step.startswith(found[:-1])), None)

    def _scores(self, profile: Profile) -> Iterator[Mistake]:
        for scale, expected in self._example.scores.items():
            value = profile.score(scale).value
            if value is None or expected is None:
                right = value is None and expected is None
            else:
                right = expected.means(value)
            if not right:
                sentence = N_("the score of {scale} is {found}, but {expected} is written here.")
                what = message(
                    sentence,
                    scale=scale,
                    found=NONE if value is None else decimal(value),
                    expected=NONE if expected is None else decimal(expected.value),
                )
                yield self.mistake(what, "scores", scale)

    def _facts(self, profile: Profile) -> Iterator[Mistake]:
        for name, expected in self._example.facts.items():
            if name not in profile.facts:
                known = ", ".join(profile.facts) or "–"
                what = message(
                    N_("this kind of profile says nothing of “{found}”. Known: {known}."),
                    found=quoted(name),
                    known=known,
                )
                yield self.mistake(what, "facts", name)
            elif _as_written(profile.facts[name]) != expected:
                what = message(
                    N_("“{name}” is {found}, but {expected} is written here."),
                    name=quoted(name),
                    found=_shortly(_as_written(profile.facts[name])),
                    expected=_shortly(expected),
                )
                yield self.mistake(what, "facts", name)

    def _code(self, profile: Profile) -> Iterator[Mistake]:
        if "code" not in self._example.model_fields_set:
            return
        results = [
            self._stage.host.index(index).compute(self._instrument, profile).data
            for index in self._instrument.indices
        ]
        codes = [data["code"] for data in results if "code" in data]
        if not codes:
            yield self.mistake(message(N_("no index of this instrument gives a code.")), "code")
        elif codes[0] != self._example.code:
            what = message(
                N_("the code is {found}, but {expected} is written here."),
                found=NONE if codes[0] is None else quoted(str(codes[0])),
                expected=NONE if self._example.code is None else quoted(self._example.code),
            )
            yield self.mistake(what, "code")


def _matches(pattern: str, step: str) -> bool:
    return step.startswith(pattern[:-1]) if pattern.endswith("*") else step == pattern


def _answer_of(words: str | tuple[str, ...], step: Step) -> Answer:
    """What is written, as an answer to this step: a number only where it takes one."""
    if isinstance(words, tuple):
        return words
    if words in NOTHING:
        return Missing.SKIPPED
    if words in MISSING:
        return MISSING[words]
    if WHOLE.fullmatch(words):
        try:
            step.check(int(words))
        except AnswerRefused:
            return words
        return int(words)
    return words


def _as_written(fact: Any) -> Any:
    """A fact as a file has it: every scalar a text."""
    if isinstance(fact, dict):
        return {str(key): _as_written(value) for key, value in fact.items()}
    if isinstance(fact, list | tuple):
        return [_as_written(value) for value in fact]
    return NONE if fact is None else str(fact)


def _shortly(fact: Any) -> str:
    return quoted(json.dumps(fact, ensure_ascii=False).replace('"', ""))
