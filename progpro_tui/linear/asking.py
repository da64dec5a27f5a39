"""What is said around a step: where one is, the ways not to answer, what helps, what was saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from progpro_tui.core.answers import WAY_LETTERS, Answer
from progpro_tui.core.scale_steps import Grid
from progpro_tui.core.steps import Count, Show, Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.core.write_step import Write
from progpro_tui.linear.asks.ask import Ask, parted
from progpro_tui.linear.commands import COLON
from progpro_tui.workspace.runs import Sitting

REMINDER = N_("Write nothing about your health, your beliefs, your origins or a union.")
"""What nobody is asked to tell, and what a free text must not bring in."""

WITH_COLON = N_("Where you write, commands begin with a colon: “:help”, “:back”, “:skip”, “:quit”.")

HELP = (
    N_("“<” or “back”: the question before."),
    N_("“m”: plain words, or the usual ones."),
    N_("“a”: the other language."),
    N_("“q”: pause, or leave."),
    N_("“?” or “help”: these lines."),
    N_("Enter alone keeps the answer that stands, or says the question again."),
)
WRITING_HELP = (
    N_("“:back”: the question before."),
    N_("“:words”: plain words, or the usual ones."),
    N_("“:language”: the other language."),
    N_("“:quit”: pause, or leave."),
    N_("“?” alone or “:help”: these lines."),
    N_("“:erase” begins the text anew."),
    N_("A text that begins with a colon is typed with two."),
)


def whereabouts(sitting: Sitting, step: Step) -> Words:
    """Where the step stands: among those like it, else in the run."""
    count = sitting.count
    words = count.words
    if words == Count.words:
        words = N_("Line {n} of {total}") if isinstance(step, Grid) else N_("Question {n} of {total}")
    return message(N_("{words}."), words=message(words, n=count.n, total=count.total))


def ways(ask: Ask[Any]) -> Iterator[Words]:
    """The ways not to answer, each with its letter."""
    colon = COLON if ask.writes else ""
    offered = (
        message(N_("{n} {name}"), n=colon + letter, name=ask.step.way_words(way))
        for way, letter in WAY_LETTERS.items()
        if way in ask.step.takes
    )
    line = parted(offered)
    if line is not None:
        yield line


def help_of(ask: Ask[Any]) -> Iterator[Words]:
    """What can be typed here."""
    yield from ask.help()
    for words in WRITING_HELP if ask.writes else HELP:
        yield message(words)
    yield from ways(ask)
    if ask.writes:
        yield message(REMINDER)


def saved(ask: Ask[Any], answer: Answer, kept: bool) -> Iterator[Words]:
    """What was taken just now; ``kept`` says whether it is on the disk."""
    if isinstance(ask.step, Show):
        return
    if isinstance(ask.step, Write) and ask.writes and isinstance(answer, str):
        yield message(N_("Saved.") if kept else N_("Noted."))
    else:
        words = N_("Saved: {answer}") if kept else N_("Noted: {answer}")
        yield message(words, answer=ask.in_words(answer))
