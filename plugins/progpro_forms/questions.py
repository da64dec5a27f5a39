"""The questions of a form as the file names them, and the step that asks each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from progpro_tui.api import (
    ANY_WAY,
    N_,
    SKIP_OR_DECLINE,
    Answer,
    Choose,
    Count,
    Missing,
    Option,
    Rate,
    Response,
    Step,
    Text,
    Write,
    message,
)

OTHER = "other"
"""The id of the option « other », and what the step that asks for its words ends in."""

LARGEST = 1_000_000
"""The bounds of a number that the file does not bound are 0 and this."""

MOST_OPTIONS = 10
"""A digit chooses one."""


@dataclass(frozen=True)
class FormOption:
    """One answer to choose."""

    id: Annotated[str, N_("A short name that no other answer of this question has.")]
    label: Annotated[Text, N_("The answer in words.")]


@dataclass(frozen=True)
class Question:
    """One question. ``show_if`` is a condition on earlier ones; empty, it is always asked.

    ``least`` and ``most`` bound a number, or how many of several may be chosen. What is ``private``
    stands on no page for others.
    """

    id: Annotated[str, N_("A short name that no other question has. Answers are kept under it.")]
    type: Annotated[
        Literal["short", "long", "number", "date", "one", "several", "rating"],
        N_("How it is answered: a line, a long text, a number, a date, a choice, a rating."),
    ]
    text: Annotated[Text, N_("The question itself.")]
    help: Annotated[Text | None, N_("Words below the question that help to answer it.")] = None
    options: Annotated[
        tuple[FormOption, ...], N_("The answers to choose from, for one and several; ten at most.")
    ] = ()
    responses: Annotated[
        tuple[Response, ...], N_("The points of the scale, least first, for rating.")
    ] = ()
    other: Annotated[bool, N_("Whether “other” may be chosen, and told in words.")] = False
    least: Annotated[int | None, N_("The least number, or how many of several must be chosen.")] = None
    most: Annotated[int | None, N_("The largest number, or how many of several may be chosen.")] = None
    not_applicable: Annotated[
        bool, N_("Whether a person may say that the question does not apply to them.")
    ] = False
    private: Annotated[bool, N_("Whether the answer stays off every page that others may read.")] = (
        False
    )
    show_if: Annotated[
        Mapping[str, Any], N_("Asked only where earlier answers say so, such as situation: employed.")
    ] = field(default_factory=dict)

    @property
    def chooses(self) -> bool:
        return self.type in ("one", "several")


def step_of(question: Question, count: Count | None = None) -> Step:
    """The step that asks a question."""
    takes = ANY_WAY if question.not_applicable else SKIP_OR_DECLINE
    if question.chooses:
        return _choose(question, takes, count)
    if question.type == "rating":
        return Rate(
            question.id,
            question.text,
            question.help or Text({}),
            question.responses,
            takes=takes,
            count=count,
        )
    if question.type in ("short", "long", "date"):
        return Write(
            question.id, question.text, question.type, help=question.help, takes=takes, count=count
        )
    least, most = bounds_of(question)
    return Write(
        question.id,
        question.text,
        "number",
        help=question.help,
        least=least,
        most=most,
        takes=takes,
        count=count,
    )


def _choose(question: Question, takes: frozenset[Missing], count: Count | None) -> Choose:
    options, several = options_of(question), question.type == "several"
    least, most = bounds_of(question)
    return Choose(
        question.id,
        question.text,
        options,
        several,
        least=least if several else 0,
        most=most if several else 1,
        help=question.help,
        takes=takes,
        count=count,
    )


def bounds_of(question: Question) -> tuple[int, int]:
    """The least and the most that a number may be, or how many of several may be chosen."""
    highest = LARGEST if question.type == "number" else len(options_of(question))
    least = 0 if question.least is None else question.least
    return least, highest if question.most is None else question.most


def options_of(question: Question) -> tuple[Option, ...]:
    """What may be chosen, « other » last."""
    options = [Option(option.id, option.label) for option in question.options]
    if question.other:
        options.append(Option(OTHER, message(N_("something else"))))
    return tuple(options)


def asks_which(question: Question, answer: Answer) -> bool:
    """Whether an answer chose the option « other », whose words are then asked."""
    chosen = answer if isinstance(answer, tuple) else (answer,)
    return question.chooses and question.other and OTHER in chosen


def other_step(question: Question, count: Count | None = None) -> Write:
    """What the other thing is, in words."""
    return Write(f"{question.id}:{OTHER}", message(N_("Which?")), about=question.text, count=count)
