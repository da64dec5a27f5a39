"""Holland's hexagon: the ring of six letters, and what can be said of six scores on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

RING = "RIASEC"


def distance(one: str, other: str) -> int:
    """Steps between two letters on the ring: min(|i−j|, 6−|i−j|), from 0 to 3."""
    apart = abs(RING.index(one) - RING.index(other))
    return min(apart, 6 - apart)


def leading_groups(groups: Sequence[Sequence[str]]) -> list[str]:
    """The groups that make the code: until three letters stand, the last one whole.

    Letters of one group stand in the order of the ring.
    """
    leading: list[str] = []
    for group in groups:
        if sum(map(len, leading)) >= 3:
            break
        leading.append("".join(sorted(group, key=RING.index)))
    return leading


def code(groups: Sequence[Sequence[str]]) -> str:
    """The Holland code, tied letters in brackets: ``S(AE)``."""
    return "".join(g if len(g) == 1 else f"({g})" for g in leading_groups(groups))


def consistency(groups: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Least and greatest distance of the first two letters, over every pair that could stand first.

    Holland's consistency: 1 is high, 2 medium, 3 low.
    """
    first, second = groups[0], groups[1] if len(groups) > 1 else ()
    pairs = combinations(first, 2) if len(first) > 1 else product(first, second)
    distances = [distance(one, other) for one, other in pairs]
    return min(distances), max(distances)


def differentiation(values: Mapping[str, Fraction]) -> Fraction:
    """Iachan's L1 (1984): x1 − (x2 + x4)/2 of the six scores from most to least."""
    x = sorted(values.values(), reverse=True)
    return x[0] - (x[1] + x[3]) / 2


def spread(values: Mapping[str, Fraction]) -> Fraction:
    """The range: most minus least."""
    return max(values.values()) - min(values.values())


def elevation(values: Mapping[str, Fraction]) -> Fraction:
    """The mean of the six scores."""
    return sum(values.values(), Fraction(0)) / len(values)
