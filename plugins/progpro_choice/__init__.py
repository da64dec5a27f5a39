"""Choices between activities or titles: balanced pairs, best and worst, lists by preference."""

from collections.abc import Sequence
from typing import Any

from progpro_choice.best_worst import BestWorst
from progpro_choice.pairs import Pairs
from progpro_choice.ranks import Ranks
from progpro_tui.api import Exercise, hookimpl

progpro_api = 1


@hookimpl
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:
    return [Pairs, BestWorst, Ranks]
