"""Answers: a value, or one of three ways not to answer, each kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, TypeAlias

from progpro_tui.core.text import N_


class Missing(Enum):
    """Why there is no value. None of them is ever a middle answer."""

    SKIPPED = "skipped"
    NOT_APPLICABLE = "not_applicable"
    DECLINED = "declined"


MISSING_WORDS = {
    Missing.SKIPPED: N_("skipped"),
    Missing.NOT_APPLICABLE: N_("does not apply"),
    Missing.DECLINED: N_("prefers not to answer"),
}
"""What the counsellor reads in the place of an answer."""

WAY_WORDS = {
    Missing.SKIPPED: N_("skip"),
    Missing.NOT_APPLICABLE: N_("does not apply to me"),
    Missing.DECLINED: N_("I prefer not to answer"),
}
"""What the person chooses, where the author has no words of their own."""

WAY_LETTERS = {Missing.SKIPPED: "p", Missing.NOT_APPLICABLE: "n", Missing.DECLINED: "r"}
"""The key of each: the same wherever a person answers."""

Value: TypeAlias = int | str | tuple[str, ...]
"""A code of a scale, an id or words, or several ids in their order."""

Answer: TypeAlias = Value | Missing
Keyboard: TypeAlias = Literal["person", "counsellor", "paper"]
"""Who answered at the keyboard; or that a paper form was filled in, and keyed afterwards."""


@dataclass(frozen=True)
class Given:
    """An answer as it was given, with the circumstances that belong to it.

    ``at`` is the local time in ISO 8601, ``seconds`` how long the step stood on the screen, ``plain``
    whether it stood in the plain wording, ``by`` who had the keyboard. ``final`` is false for a
    draft: saved and shown again, but the run does not go on.
    """

    step: str
    answer: Answer
    final: bool = True
    at: str = ""
    seconds: float = 0.0
    language: str = "fr"
    plain: bool = False
    by: Keyboard = "counsellor"
