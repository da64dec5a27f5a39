"""Cards: into piles, kept, ranked, compared; sorted twice; laid out as a Q-sort."""

from collections.abc import Sequence
from typing import Any

from progpro_cards.cards import Cards
from progpro_cards.q_sort import QSort
from progpro_cards.two_sorts import TwoSorts
from progpro_tui.api import Exercise, hookimpl

progpro_api = 1


@hookimpl
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:
    return [Cards, TwoSorts, QSort]
