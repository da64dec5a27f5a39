"""A value that a step refuses, as the sentence that refuses it quotes it."""

from __future__ import annotations

from typing import Any

LONGEST = 60
HUGE = 10**LONGEST
"""Python refuses to write a number of thousands of digits: a huge one is told by its size."""


def shown(value: Any) -> str:
    """The value in at most sixty letters, as a person writes it: a list is words with commas."""
    if isinstance(value, list | tuple):
        words = ", ".join(shown(part) for part in value[:LONGEST]) or "–"
    elif isinstance(value, int) and abs(value) >= HUGE:
        words = "< \N{MINUS SIGN}10⁶⁰" if value < 0 else "> 10⁶⁰"
    else:
        words = " ".join(str(value).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
