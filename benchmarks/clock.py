"""Time: several things in turn, so that what disturbs the machine falls on each alike."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Sequence
from statistics import median

__all__ = ["RUNS", "in_turn", "median", "p99", "seconds"]

RUNS = 7


def seconds(act: Callable[[], object]) -> float:
    """How long one call takes. Garbage of others is collected before."""
    gc.collect()
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def in_turn(*acts: Callable[[], object], runs: int = RUNS) -> list[float]:
    """The median duration of each act over ``runs`` rounds, after a round to warm up."""
    rounds = [[seconds(act) for act in acts] for _ in range(runs + 1)]
    return [median(taken) for taken in zip(*rounds[1:], strict=True)]


def p99(taken: Sequence[float]) -> float:
    """The ninety-ninth percentile, by nearest rank."""
    return sorted(taken)[math.ceil(0.99 * len(taken)) - 1]
