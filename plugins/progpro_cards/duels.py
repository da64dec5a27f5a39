"""Duels among cards marked as equal: a full round robin, and how consistent it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, groupby

DUEL = "duel:"
"""How the id of such a step begins."""


def duel_id(one: str, other: str) -> str:
    """The id of the step in which two cards meet."""
    return f"{DUEL}{one}:{other}"


def rounds(cards: Sequence[str]) -> list[tuple[str, str]]:
    """Every pair of a group, each once."""
    return list(combinations(cards, 2))


@dataclass(frozen=True)
class Outcome:
    """What the duels of one group came to.

    ``groups`` are its cards by wins, most first; those with as many wins stay equal. ``triads`` and
    ``zeta`` are none for two cards, or where a duel was skipped.
    """

    groups: tuple[tuple[str, ...], ...]
    skipped: int
    triads: Fraction | None = None
    zeta: Fraction | None = None


def outcome(cards: Sequence[str], winners: Mapping[tuple[str, str], str | None]) -> Outcome:
    """The outcome of a group whose duels were won as ``winners`` says; none where one was skipped."""
    wins = dict.fromkeys(cards, 0)
    for winner in winners.values():
        if winner is not None:
            wins[winner] += 1
    ranked = sorted(cards, key=lambda card: -wins[card])
    groups = tuple(tuple(group) for _, group in groupby(ranked, key=wins.__getitem__))
    skipped = sum(winner is None for winner in winners.values())
    if len(cards) < 3 or skipped:
        return Outcome(groups, skipped)
    triads = circular_triads(list(wins.values()))
    return Outcome(groups, 0, triads, 1 - triads / most_triads(len(cards)))


def circular_triads(wins: Sequence[int]) -> Fraction:
    """Kendall and Babington Smith (1940): d = n(n−1)(2n−1)/12 − ½Σwins²."""
    n = len(wins)
    return Fraction(n * (n - 1) * (2 * n - 1), 12) - Fraction(sum(w * w for w in wins), 2)


def most_triads(n: int) -> Fraction:
    """The most circular triads among n: (n³−n)/24 where n is odd, (n³−4n)/24 where it is even."""
    return Fraction(n**3 - (n if n % 2 else 4 * n), 24)
