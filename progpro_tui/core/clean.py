"""Words from outside, without what could steer a terminal or turn the reading order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

NARROW_NBSP, NBSP = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
MARK = "\N{WHITE SQUARE}"
"""What stands for a character that a terminal must not get."""
MORE = "…"
"""What stands for words that were left out."""

UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
JOINERS = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
JOINED = {"Lo", "Lm", "Mn", "Mc", "So", "Sk"}
"""What a joiner follows: Persian and Indic letters, and pictures; there it steers nothing."""

BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and signs by their category, and nothing by their look."""
SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
SELECTED = {"Lo", "So", "Sm", "Po", "Nd", "Sk"}
"""What a variation selector follows, one and no more: a run of them can hide a whole text."""
ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
MOST_ACCENTS = 8
"""On one letter; the scripts of the world need four."""

BLANK, SELECTOR = re.compile(f"[{BLANKS}]"), re.compile(f"[{SELECTORS}]")
PILE = re.compile(f"[{ACCENTS}]{{{MOST_ACCENTS + 1}}}")
DOUBTFUL = re.compile(f"[{BLANKS}{SELECTORS}]")
"""What is printable to Python, and yet to be looked at."""


SHORT = 500
"""Letters of what is said again and again: labels, names, questions."""


def clean(words: str, lines: bool = False) -> str:
    """Controls, bidirectional overrides, lone surrogates and invisible letters become a mark.

    ``lines`` keeps line breaks, which otherwise become a space. U+202F becomes U+00A0: many fonts
    of terminals lack it.
    """
    return _remembered(words, lines) if len(words) <= SHORT else _each(words, lines, MARK)


def purged(words: str, lines: bool = False) -> str:
    """As :func:`clean`, with nothing in the place of what a terminal must not get."""
    return _each(words, lines, "")


def bounded(words: str, most: int) -> str:
    """At most so many letters: an ellipsis says that there are more."""
    return words if len(words) <= most else f"{words[: most - 1]}{MORE}"


@lru_cache(maxsize=4096)
def _remembered(words: str, lines: bool) -> str:
    return _each(words, lines, MARK)


def _each(words: str, lines: bool, mark: str) -> str:
    # Composing takes the square of the longest pile: ten seconds for what fits in a paste.
    if PILE.search(words) or (len(words) > SHORT and not words.isascii()):
        words = "".join(_thinned(words, mark))
    composed = unicodedata.normalize("NFC", words).replace(NARROW_NBSP, NBSP)
    if composed.replace(NBSP, " ").isprintable() and not DOUBTFUL.search(composed):
        return composed
    said: list[str] = []
    before = ""
    for letter in composed:
        said.append(_letter(letter, before, lines, mark))
        before = letter
    return "".join(said)


def _thinned(words: str, mark: str) -> Iterator[str]:
    """The letters, of each pile of accents as many as a letter can have."""
    high = 0
    for letter in words:
        high = high + 1 if unicodedata.combining(letter) else 0
        if high <= MOST_ACCENTS:
            yield letter
        elif high == MOST_ACCENTS + 1:
            yield mark


def _letter(letter: str, before: str, lines: bool, mark: str) -> str:
    if letter == "\n":
        return "\n" if lines else " "
    if letter in JOINERS:
        return letter if before and unicodedata.category(before) in JOINED else mark
    if SELECTOR.match(letter):
        chosen = before and unicodedata.category(before) in SELECTED
        return letter if chosen else mark
    if BLANK.match(letter):
        return mark
    return mark if unicodedata.category(letter) in UNSAFE else letter
