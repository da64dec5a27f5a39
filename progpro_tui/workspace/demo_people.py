"""The eight fictitious beneficiaries of the demonstration, and how each of them answers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.dossier import Programme
from progpro_tui.core.instrument import Item

Respondent: TypeAlias = Callable[[random.Random, int, Item], Answer]


def liking(means: dict[str, float], spread: float = 0.7) -> Respondent:
    """Somebody who likes each direction so much on average, on the five-point scale."""

    def answer(chance: random.Random, place: int, item: Item) -> Answer:
        mean = means[next(iter(item.scales))]
        return min(5, max(1, round(chance.gauss(mean, spread))))

    return answer


def tied(chance: random.Random, place: int, item: Item) -> Answer:
    """Two directions alike on top, three alike below."""
    steady = {"A": 5, "S": 5, "I": 4, "E": 3, "C": 3, "R": 2}[next(iter(item.scales))]
    return steady if place % 2 else max(1, steady - 1)


def flat(chance: random.Random, place: int, item: Item) -> Answer:
    return 5


def contradictory(chance: random.Random, place: int, item: Item) -> Answer:
    """Loves or hates, in every direction: means that say little."""
    return chance.choice((1, 5))


def refusing(chance: random.Random, place: int, item: Item) -> Answer:
    """Rather not say, about one direction above all."""
    if "E" in item.scales and place % 3:
        return Missing.DECLINED
    if place % 13 == 0:
        return Missing.NOT_APPLICABLE
    if place % 17 == 0:
        return Missing.SKIPPED
    return liking({"R": 4, "I": 3, "A": 2, "S": 3, "E": 3, "C": 4})(chance, place, item)


@dataclass(frozen=True)
class Fictitious:
    """One fictitious beneficiary: ``items`` answered, ``seconds`` each, ``days`` ago.

    ``before`` are instruments that they finished in the week before.
    """

    person: str
    programme: Programme
    days: int
    respondent: Respondent | None = None
    items: int = 60
    seconds: float = 6.0
    plain: bool = False
    before: tuple[str, ...] = ()


SOCIAL = {"R": 2.1, "I": 3.1, "A": 3.9, "S": 4.6, "E": 3.8, "C": 2.4}
CRAFT = {"R": 4.5, "I": 3.6, "A": 2.3, "S": 2.2, "E": 2.0, "C": 3.4}

VALUES_AND_SKILLS = ("values-cards", "skills-grid")
WHEEL_AND_PORTFOLIO = ("work-wheel", "portfolio", "career-anchors")
CHOICES = ("what-matters-at-work", "occupations-ranks")
PAIRS = ("interests-pairs",)

PEOPLE = (
    Fictitious(
        "Delorme, Amina",
        "bilan",
        3,
        liking(SOCIAL),
        before=VALUES_AND_SKILLS,
    ),
    Fictitious("Bernard-Nguyễn, Élodie", "bilan", 0, liking(CRAFT), items=27, plain=True),
    Fictitious("Haddad, Samir", "project", 6, tied, before=WHEEL_AND_PORTFOLIO),
    Fictitious("Lefèvre, Noé", "workshop", 8, flat, seconds=4.0, before=("skills-cards",)),
    Fictitious(
        "Okafor, Grâce",
        "project",
        10,
        contradictory,
        before=CHOICES,
    ),
    Fictitious(
        "Ferrand, Lucas", "workshop", 12, liking(CRAFT, 1.2), seconds=0.9, before=("interests-pairs",)
    ),
    Fictitious("Petit, Rose", "bilan", 20, refusing, before=("life-line",)),
    Fictitious("Morel, Inès", "project", 34),
)
