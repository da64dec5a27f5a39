"""A step answered in one's own words, or by a number or a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from progpro_tui.core.answers import Value
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.shown import shown
from progpro_tui.core.steps import Step, about
from progpro_tui.core.text import N_, NO_LANGUAGE, Text, Words

Form: TypeAlias = Literal["short", "long", "number", "date"]

LONGEST: dict[Form, int] = {"short": 200, "long": 5000}
"""Letters that a text may have: room for whoever writes much, and an end."""

LEAST, MOST = -1_000_000, 1_000_000

DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
"""A year, a month of it, or a day, as ISO 8601 writes them."""


@dataclass(frozen=True)
class Write(Step):
    """Words of the person's own. The answer is a text; of a number, a whole number.

    A date is ISO 8601, as exactly as the person knows it: ``2011``, ``2011-06`` or ``2011-06-15``.
    ``help`` is a line below the question; ``about`` what it is about, such as a card.
    """

    question: Words
    form: Form = "short"
    about: Words | None = None
    help: Words | None = None
    least: int = LEAST
    most: int = MOST

    @property
    def topic(self) -> Words:
        return about(self.about, self.question)

    @property
    def free(self) -> bool:
        """Whether anything may be written: then the reminder of what not to write stands there."""
        return self.form in LONGEST

    def check_value(self, value: Value) -> None:
        if self.form == "number":
            self._check_number(value)
            return
        self.check_draft(value)
        if not str(value).strip():
            raise AnswerRefused(N_("Nothing is written yet: write something, or pass."))
        if self.form == "date" and not _is_date(str(value)):
            raise AnswerRefused(
                N_("{found} is not a date: write a year, a month or a day, such as 2011 or 2011-06."),
                found=shown(value),
            )

    def check_draft(self, value: Value) -> None:
        if self.form == "number":
            self._check_number(value)
        elif not isinstance(value, str):
            raise AnswerRefused(N_("{found} is not a text."), found=shown(value))
        elif len(value) > (most := LONGEST.get(self.form, 10)):
            raise AnswerRefused(
                N_("The text is too long: {n} letters, {most} at most."), n=len(value), most=most
            )

    def _check_number(self, value: Value) -> None:
        if type(value) is not int or not self.least <= value <= self.most:
            if (self.least, self.most) == (LEAST, MOST):
                raise AnswerRefused(N_("{found} is not a whole number."), found=shown(value))
            raise AnswerRefused(
                N_("{found} does not fit: a whole number from {least} to {most} does."),
                found=shown(value),
                least=str(self.least),
                most=str(self.most),
            )

    def value_in_words(self, value: Value) -> Words:
        return Text({NO_LANGUAGE: str(value)})


def _is_date(words: str) -> bool:
    found = DATE.fullmatch(words)
    if not found:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return year > 0 and day <= longest[month - 1]
