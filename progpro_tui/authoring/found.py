"""What an author wrote, fit to be quoted in a sentence: short, on one line, nothing invisible."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from fractions import Fraction

LONGEST = 60
LONGEST_LIST = 200

# Control characters, line and paragraph separators, orders that turn the direction of writing, half
# characters: nobody sees them, and a terminal obeys some of them.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def quoted(words: str, most: int = LONGEST) -> str:
    """The words as a sentence may quote them: cut at sixty characters, nothing invisible left."""
    line = " ".join(INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", words[: most + 1]).split())
    return f"{line[: most - 1]}…" if len(line) > most or len(words) > most else line


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """The known word that was probably meant; ``alike`` from 0 to 1, how near it must be."""
    # difflib takes quadratic time, and a hostile file can hold a word of a megabyte.
    return next(iter(get_close_matches(word[:LONGEST], list(known), 1, alike)), None)


def decimal(value: Fraction) -> str:
    """A number as an author would write it in a file, to four decimals."""
    return f"{float(value):.4f}".rstrip("0").rstrip(".")
