"""Words from outside, without what could steer a terminal or turn the reading order."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NARROW_NBSP, NBSP = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
MARK = "\N{WHITE SQUARE}"
"""What stands for a character that a terminal must not get."""
JOINERS = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
"""Persian, Indic names and families of emoji are written with them; they steer nothing."""
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@lru_cache(maxsize=4096)
def clean(words: str, lines: bool = False) -> str:
    """Controls, bidirectional overrides, lone surrogates and invisible letters become a mark.

    ``lines`` keeps line breaks, which otherwise become a space. U+202F becomes U+00A0: many fonts
    of terminals lack it.
    """
    composed = unicodedata.normalize("NFC", words).replace(NARROW_NBSP, NBSP)
    return "".join(_letter(letter, lines) for letter in composed)


def _letter(letter: str, lines: bool) -> str:
    if letter in JOINERS:
        return letter
    if letter == "\n":
        return "\n" if lines else " "
    return MARK if unicodedata.category(letter) in UNSAFE else letter
