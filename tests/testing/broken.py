"""Exercises that each break one promise, made of one that keeps them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from typing import Any, ClassVar

from progpro_tui.api import (
    ANY_WAY,
    NO_WAY,
    Answer,
    Exercise,
    Fault,
    Filled,
    Missing,
    Option,
    Place,
    Profile,
    Rate,
    Response,
    Run,
    Score,
    Step,
    Steps,
    Text,
    Value,
    line_of,
    message,
    opening,
    tie_groups,
)
from progpro_tui.core.findings import Gaps


@dataclass(frozen=True)
class NoSettings:
    pass


def words(said: str) -> Text:
    return Text({"fr": f"{said} (fr)", "en": f"{said} (en)"})


POINTS = tuple(Response(value, words(f"point {value}")) for value in (1, 2, 3, 4, 5))


def rate(name: str, **changes: Any) -> Rate:
    return Rate(
        **{"id": name, "item": words(name), "question": words("?"), "responses": POINTS, **changes}
    )


class Good(Exercise[NoSettings]):
    """Asks ``more`` in between while ``first`` is 3 or above; the score is ``first``."""

    kind: ClassVar[str] = "broken"
    Settings: ClassVar[type] = NoSettings

    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        """The steps, each with a view of the answers so far."""
        yield rate("first")
        first = answers["first"]
        if isinstance(first, int) and first >= 3:
            yield rate("more")
        yield rate("last")

    def steps(self, run: Run[NoSettings]) -> Steps:
        yield opening(run.instrument)
        answers: dict[str, Answer] = {}
        for step in self.asked(answers):
            answers[step.id] = yield step

    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        return [opening(run.instrument), rate("first"), rate("more"), rate("last")]

    def value(self, run: Run[NoSettings]) -> Fraction | None:
        first = run.answers.get("first")
        return Fraction(first) if isinstance(first, int) else None

    def profile(self, run: Run[NoSettings]) -> Profile:
        value, scale = self.value(run), run.instrument.scales[0]
        score = Score(
            scale.id,
            scale.name,
            scale.short,
            value,
            answered=int(value is not None),
            asked=1,
            least=Fraction(1),
            most=Fraction(5),
            grain=Fraction(1),
            reason=None if value is not None else message("nothing"),
        )
        lines = tuple(line_of(rate(name), run.answers) for name in ("first", "last"))
        return Profile((score,), tie_groups([score]), lines)


class Drifting(Good):
    """Asks otherwise each time."""

    calls = count()

    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        for step in super().asked(answers):
            assert isinstance(step, Rate)
            yield replace(step, question=words(f"asked for time {next(self.calls)}"))


class Hashed(Good):
    """Asks in the order of a set, which changes from process to process."""

    names: ClassVar[set[str]] = {f"q{number}" for number in range(20)}

    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield from (rate(name) for name in self.names)

    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        return [opening(run.instrument), *(rate(name) for name in sorted(self.names))]


class Remembering(Good):
    """Keeps the answers of whoever is led last."""

    def steps(self, run: Run[NoSettings]) -> Steps:
        yield opening(run.instrument)
        self.said: list[Answer] = []
        for name in ("first", "last"):
            self.said.append((yield rate(name)))
        first = self.said[0]
        if isinstance(first, int) and first >= 3:
            yield rate("more")


class Unlike(Good):
    """Makes a profile of what it heard on the way."""

    heard = 0

    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        for step in super().asked(answers):
            type(self).heard += 1
            yield step

    def profile(self, run: Run[NoSettings]) -> Profile:
        return replace(super().profile(run), facts={"heard": self.heard})


class Twice(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield from (rate("first"), rate("first"))


class Endless(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield from (rate(f"first{number}") for number in count())


class Unlisted(Good):
    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        return [opening(run.instrument), rate("first"), rate("last")]


class ListedTwice(Good):
    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        return [*super().outline(run), rate("more")]


class NeverAsked(Good):
    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        return [*super().outline(run), rate("extra")]


class ListedOtherwise(Good):
    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        ends = (words("low"), words("high"))
        line = Gaps((), 0, 10, ends)
        place = Place("last", words("?"), Option("last", words("last")), 0, 10, ends, line)
        return [*super().outline(run)[:-1], place]


class Numbered(Good):
    """Calls its steps by their place, so that an answer slips to another question."""

    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield rate("one", item=words("first"))
        if answers["one"] == 5:
            yield rate("two", item=words("more"))
            yield rate("three", item=words("last"))
        else:
            yield rate("two", item=words("last"))

    def outline(self, run: Run[NoSettings]) -> Sequence[Step]:
        names = {"one": "first", "two": "more", "three": "last"}
        asked = [rate(name, item=words(item)) for name, item in names.items()]
        return [opening(run.instrument), *asked]


class OneLanguage(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield rate("first", question=Text({"fr": "Et cela ?"}))


class Blank(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield rate("first", question=Text({"fr": "Et cela ?", "en": " "}))


class NoPlainWording(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        both = {"fr": "Et cela ?", "en": "And that?"}
        yield rate("first", question=Text(both, {"fr": "Et ça ?"}))


class OpenSlot(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        question = Filled(words("Why {what}?"), {"thing": "that"})
        yield rate("first", question=question)


class Unsayable(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield rate("first", question=message("And {what}?"))


class NoTopic(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield rate("first", item=Text({}))


@dataclass(frozen=True)
class Lax(Rate):
    def check_value(self, value: Value) -> None:
        """Accepts anything."""


class Accepting(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield Lax("first", words("first"), words("?"), POINTS)


class Compelling(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield rate("first", takes=NO_WAY)


@dataclass(frozen=True)
class Stubborn(Rate):
    def check(self, answer: Answer, final: bool = True) -> None:
        super().check(3 if answer is Missing.DECLINED else answer, final)


class Offering(Good):
    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        ways = ANY_WAY - {Missing.DECLINED}
        yield Stubborn("first", words("first"), words("?"), POINTS, takes=ways)


class Impatient(Good):
    """Takes every answer for a number."""

    def asked(self, answers: dict[str, Answer]) -> Iterator[Step]:
        yield rate("first")
        first: Any = answers["first"]
        if first + 1 > 3:
            yield rate("more")


class OutOfBounds(Good):
    def value(self, run: Run[NoSettings]) -> Fraction | None:
        value = super().value(run)
        return None if value is None else value * 2


class WithoutReason(Good):
    def profile(self, run: Run[NoSettings]) -> Profile:
        made = super().profile(run)
        return replace(made, scores=tuple(replace(score, reason=None) for score in made.scores))


class Ungrouped(Good):
    def profile(self, run: Run[NoSettings]) -> Profile:
        return replace(super().profile(run), ties=tie_groups([]))


class Unstorable(Good):
    def profile(self, run: Run[NoSettings]) -> Profile:
        return replace(super().profile(run), facts={"places": {1: "a number cannot be a key"}})


class Faulty(Good):
    def faults(self, run: Run[NoSettings]) -> Iterator[Fault]:
        yield Fault(("settings", "most"), message("Write a number above 0."))
