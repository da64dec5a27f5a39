"""What a simulated respondent would like: utilities made of latent scales and of chance.

The model of one factor (design.md section 6): utility = Σ loading · latent + √(1 − .36) · noise,
noise of mean 0 and variance 1. An item of one scale loads .6 on it, in the direction of its weight;
one of k scales loads .6/√k on each, so that its communality stays .36. The scales that a target
names stand two standard deviations above or below the mean, all others at the mean.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from math import sqrt
from statistics import NormalDist
from typing import Literal, TypeAlias

from progpro_tui.core.instrument import Instrument, Item

LOADING = 0.6
RESIDUAL = sqrt(1 - LOADING**2)

Height: TypeAlias = Literal["high", "low"]
SIGMAS: Mapping[Height, float] = {"high": 2.0, "low": -2.0}
"""How far from the mean a target is, in standard deviations."""

Targets: TypeAlias = Mapping[str, Height]

NO_TARGETS: Targets = {}

NORMAL = NormalDist()


def chance_of(*words: object) -> random.Random:
    """A source of chance that these words alone decide, on every machine."""
    return random.Random("\0".join(map(str, words)))  # noqa: S311 - a simulation keeps no secrets


class Tastes:
    """How much each thing is worth to one respondent: drawn once, however often it is asked."""

    def __init__(self, instrument: Instrument, targets: Targets, *who: object) -> None:
        self._who = who
        gauss = chance_of(*who, "tastes").gauss
        self._worth = {
            item.id: pull_of(item, targets) + RESIDUAL * gauss(0, 1) for item in instrument.items
        }
        self.items = frozenset(self._worth)
        self.measured = frozenset(item.id for item in instrument.items if item.scales)

    def of(self, thing: str) -> float:
        """The utility of an item, or of anything else that has a name."""
        if thing not in self._worth:
            self._worth[thing] = chance_of(*self._who, "taste", thing).gauss(0, 1)
        return self._worth[thing]


def pull_of(item: Item, targets: Targets) -> float:
    """What the latent scales add to the utility of an item."""
    pulls = (
        SIGMAS[targets[scale]] * (1 if weight > 0 else -1)
        for scale, weight in item.scales.items()
        if scale in targets
    )
    return LOADING / sqrt(max(1, len(item.scales))) * sum(pulls)


def point_of(utility: float, points: int) -> int:
    """The place, from 0, of the point of a scale that a utility falls on.

    The cut points of five points are −1.5, −.5, .5 and 1.5; those of any other number lie as far
    apart as it takes for the whole scale to span as much.
    """
    step = 4 / (points - 1) if points > 1 else 1.0
    return sum(utility > (place - points / 2) * step for place in range(1, points))


def share_of(utility: float, shares: int) -> int:
    """Which of equal shares of a normal distribution a utility falls in; 0 is the highest."""
    return min(shares - 1, int((1 - NORMAL.cdf(utility)) * shares))
