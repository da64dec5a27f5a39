"""What can be typed besides an answer: a letter, or a word; where one writes, after a colon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeAlias

from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_, Words
from progpro_tui.linear.spoken import folded

Tell: TypeAlias = Callable[[Words], str]
"""Says words in the language and the wording of the moment."""

COLON = ":"
HELP = "?"


class Command(Enum):
    """What is not an answer."""

    HELP = "help"
    BACK = "back"
    WORDING = "wording"
    LANGUAGE = "language"
    PAUSE = "pause"
    ERASE = "erase"


Meant: TypeAlias = Command | Missing

LETTERS: dict[str, Meant] = {
    HELP: Command.HELP,
    "<": Command.BACK,
    "m": Command.WORDING,
    "a": Command.LANGUAGE,
    "q": Command.PAUSE,
    "p": Missing.SKIPPED,
    "s": Missing.SKIPPED,
    "n": Missing.NOT_APPLICABLE,
    "r": Missing.DECLINED,
}
"""No answer is a letter: they are numbers and names."""

IN_WORDS: dict[Meant, tuple[str, ...]] = {
    Command.HELP: ("aide", "help"),
    Command.BACK: ("retour", "revenir", "back"),
    Command.WORDING: ("mots", "mots simples", "words", "plain words"),
    Command.LANGUAGE: ("langue", "autre langue", "language", "other language"),
    Command.PAUSE: ("quitter", "pause", "quit"),
    Command.ERASE: ("effacer", "erase"),
    Missing.SKIPPED: ("passer", "skip"),
}
"""Those of both languages are understood in both."""

NAMES: dict[str, Meant] = {folded(n): meant for meant, names in IN_WORDS.items() for n in names}


def named(line: str) -> Meant | None:
    """What a letter or a word asks for, with a colon before it or not."""
    word = line.strip().removeprefix(COLON).strip()
    return LETTERS.get(word.casefold().removesuffix(".")) or _word(folded(word), {})


def meant_by(line: str, step: Step, writes: bool, tell: Tell) -> Meant | None:
    """What a line asks for besides answering, or none.

    Where the person ``writes`` freely, only a line that begins with one colon does, and a lone
    question mark: it is no text, and asks for help everywhere. Raises :class:`AnswerRefused` where
    nothing has the name after a colon.
    """
    line = line.strip()
    colons = len(line) - len(line.lstrip(COLON))
    if colons > 1 or (writes and not colons and line != HELP):
        return None
    own = {folded(tell(step.way_words(way))): way for way in step.takes}
    meant = named(line) or _word(folded(line), own)
    if meant is None and colons:
        raise AnswerRefused(
            N_("“{found}” is no command: “:help” says them. To write a colon first, type two."),
            found=line[:40],
        )
    return meant


def _word(word: str, own: Mapping[str, Meant]) -> Meant | None:
    # One letter is what it is: « à » is the 0 of a French keyboard, and no « a ».
    return own.get(word) or NAMES.get(word) if len(word) > 1 else None
