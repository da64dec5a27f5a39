"""Words and sentences, counted as a reader meets them."""

from __future__ import annotations

import re

END = re.compile(r"[.!?…:;]+(?=[\s»”\")]|$)|\n\s*\n|\n(?=\s*[A-ZÀÂÇÉÈÊÎÔÛ«“–•\d-])")
"""Where a sentence ends: at a stop, a colon or a semicolon, an empty line, a line of its own."""

WORD = re.compile(r"[^\W_]")

LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*")
"""A word to the eye: what an apostrophe cuts off (« l’eau ») is read as a word of its own."""


def words_of(text: str) -> list[str]:
    """The words that stand between spaces: “l’eau” is one, “:” is none."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def sentences_of(text: str) -> list[str]:
    """The sentences that hold a word."""
    return [sentence.strip() for sentence in END.split(text) if WORD.search(sentence)]
