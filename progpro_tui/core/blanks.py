"""Blanks: the places of a paper form, and what a counsellor keys for what stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from progpro_tui.core.answers import WAY_LETTERS, Answer, Missing, Value
from progpro_tui.core.card_steps import EQUAL, Choose, Rank, Sort
from progpro_tui.core.errors import AnswerRefused, InputError
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.shown import shown
from progpro_tui.core.steps import Option, Step, about
from progpro_tui.core.text import N_, Message, Words, message
from progpro_tui.core.write_step import Write

Numbers: TypeAlias = Mapping[str, str]
"""The number that stands before a card or an item on the form, by its id."""

Shape: TypeAlias = Literal["code", "several", "number", "date", "text"]

NOTHING = "0"
"""Nothing stands on the line, or none of them: the digit for it, where 0 is no other answer."""

SHORT_LIST = 9
"""So many options have a digit each; longer ones are named by the numbers of their lines, if any."""

COLON = ":"
"""Before the letter of a way not to answer, where anything may be written."""


@dataclass(frozen=True)
class Blank:
    """One place to fill. ``codes`` are what can be keyed there, with what it says.

    ``number`` is printed before it and asked by: empty where it stands on no form. ``shape`` tells
    what may be keyed besides the codes: several of them, a number, a date or a text.
    """

    key: str
    number: str
    step: Step
    words: Words
    codes: Mapping[str, Answer]
    shape: Shape = "code"

    @property
    def one_key(self) -> bool:
        """Whether every answer is a single character, so that no end need be marked."""
        return self.shape == "code" and all(len(code) == 1 for code in self.codes)

    @property
    def skip_code(self) -> str:
        """What is keyed for an empty line; nothing where it may not stay empty."""
        return next((c for c, answer in self.codes.items() if answer is Missing.SKIPPED), "")

    def is_whole(self, typed: str) -> bool:
        """Whether what was typed is an answer, and no longer one begins with it."""
        longer = (code for code in self.codes if code.startswith(typed) and code != typed)
        return self.shape == "code" and typed in self.codes and not any(longer)

    def read(self, typed: str) -> Answer:
        """The answer that was keyed; nothing at all is an empty line.

        Raises :class:`AnswerRefused`, which says what is expected.
        """
        words = typed.strip()
        if not words and self.skip_code:
            return Missing.SKIPPED
        code = words.casefold().replace("\N{MINUS SIGN}", "-")
        if code in self.codes and not (self.shape == "several" and type(self.codes[code]) is str):
            return self.codes[code]
        if self.shape == "several":
            return self._several(code)
        if self.shape == "number":
            return self._number(code)
        if self.shape in ("date", "text") and words:
            answer = words.removeprefix(COLON) if words.startswith(COLON * 2) else words
            self.step.check(answer)
            return answer
        raise self._refused(typed)

    def _several(self, code: str) -> Value:
        parts = [part for part in code.replace("+", ",").replace(" ", ",").split(",") if part]
        if len(parts) == 1 and all(len(known) == 1 for known in self.codes):
            parts = list(parts[0])  # digits run together, where each is one option
        chosen = [self.codes.get(part) for part in parts]
        if not chosen or not all(isinstance(option, str) for option in chosen):
            raise self._refused(code)
        order = [answer for answer in self.codes.values() if isinstance(answer, str)]
        value = tuple(sorted((str(option) for option in chosen), key=order.index))
        self.step.check(value)
        return value

    def _number(self, code: str) -> Value:
        digits = code.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= SHORT_LIST):
            raise self._refused(code)
        self.step.check(int(code))
        return int(code)

    def _refused(self, typed: str) -> AnswerRefused:
        found = shown(typed) or "–"
        return AnswerRefused(
            N_("“{found}” was found. {expected}"), found=found, expected=self.expected()
        )

    def expected(self) -> Message:
        """What can be keyed here."""
        values = [code for code, answer in self.codes.items() if not isinstance(answer, Missing)]
        ways = ", ".join(code for code, answer in self.codes.items() if isinstance(answer, Missing))
        if self.shape in ("text", "date", "number"):
            what = {
                "text": N_("Expected: words, or {ways}."),
                "date": N_("Expected: a date such as 2011 or 2011-06, or {ways}."),
                "number": N_("Expected: a whole number, or {ways}."),
            }[self.shape]
            return message(what, ways=ways or "–")
        if self.shape == "several":
            what = N_("Expected: one or several of {values}, with commas between; or {ways}.")
            return message(what, values=_span(values), ways=ways or "–")
        if not ways:
            return message(N_("Expected: {values}."), values=_span(values))
        return message(N_("Expected: {values}, or {ways}."), values=_span(values), ways=ways)


def _span(values: Sequence[str]) -> str:
    """Codes in a few letters: « 1–5 », or one after the other."""
    plain = [value for value in values if not value.startswith(EQUAL)]
    numbers = [int(value) for value in plain if value.removeprefix("-").isdigit()]
    in_a_row = len(numbers) == len(plain) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1))
    if not in_a_row:
        return ", ".join(values)
    first, last = (str(n).replace("-", "\N{MINUS SIGN}") for n in (numbers[0], numbers[-1]))
    return f"{first} … {last}" if numbers[0] < 0 else f"{first}–{last}"


def blank_of(step: Step, number: str, numbers: Numbers) -> Blank:
    """The blank of a step that is answered in one place.

    Raises :class:`InputError` for a step of no known kind: it has no place on paper.
    """
    values: dict[str, Answer]
    shape: Shape = "code"
    match step:
        case Rate():
            values = {str(response.value): response.value for response in step.responses}
        case Grid():
            values = {str(response.value): response.value for response in step.asked.responses}
        case Place():
            values = {str(point): point for point in range(step.least, step.most + 1)}
        case Sort():
            values = dict(zip(_counted(len(step.piles)), _ids(step.piles), strict=True))
        case Choose():
            values = dict(zip(codes_of(step.options, numbers), _ids(step.options), strict=True))
            shape = "several" if step.several else "code"
        case Rank():
            values = dict(zip(codes_of(step.options, numbers), _ids(step.options), strict=True))
            if step.equals:
                values |= {EQUAL + code: f"{EQUAL}{option}" for code, option in values.items()}
        case Write():
            values = {}
            shape = "text" if step.free else "date" if step.form == "date" else "number"
        case _:
            raise InputError(
                N_("“{step}” is a question of a sort that has no place on paper."), step=step.id
            )
    return Blank(step.id, number, step, step.topic, _with_ways(step, values, shape), shape)


def codes_of(options: Sequence[Option], numbers: Numbers) -> list[str]:
    """What is keyed for each option: a digit from 1, or the number of its line on the form."""
    known = [numbers.get(option.id, "") for option in options]
    return known if len(options) > SHORT_LIST and all(known) else _counted(len(options))


def row_blank(step: Step, option: Option, number: str, most: int) -> Blank:
    """The blank of one of several lines that answer a step together: a number is written in it."""
    values: dict[str, Answer] = {str(n): n for n in range(1, most + 1)}
    codes = _with_ways(step, values, "code")
    return Blank(f"{step.id}#{option.id}", number, step, about(option.name, _question(step)), codes)


def _question(step: Step) -> Words:
    question: Words = step.question if isinstance(step, Rank) else step.topic
    return question


def _with_ways(step: Step, values: Mapping[str, Answer], shape: Shape) -> dict[str, Answer]:
    """Codes with those of the ways not to answer: « 0 » for an empty line, where 0 is free."""
    codes = dict(values)
    if shape == "several" and isinstance(step, Choose) and step.least == 0:
        codes[NOTHING] = ()
    colon = COLON if shape == "text" else ""
    free = NOTHING not in codes and shape in ("code", "several", "date")
    if free and Missing.SKIPPED in step.takes:
        codes[NOTHING] = Missing.SKIPPED
    codes |= {colon + letter: way for way, letter in WAY_LETTERS.items() if way in step.takes}
    return codes


def _counted(n: int) -> list[str]:
    return [str(number) for number in range(1, n + 1)]


def _ids(options: Iterable[Option]) -> list[str]:
    return [option.id for option in options]
