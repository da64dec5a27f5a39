"""Lists by preference: the one that comes first, then the next, until one is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from progpro_choice.best_worst import ItemSet
from progpro_choice.sets import faults_of_scales, faults_of_set, ipsative_profile, options_of
from progpro_tui.api import (
    N_,
    Answer,
    Count,
    Exercise,
    Fault,
    Profile,
    Rank,
    Run,
    Step,
    Steps,
    Text,
    message,
    opening,
)


@dataclass(frozen=True)
class RanksSettings:
    """The lists, in the order in which they are asked."""

    question: Text
    lists: tuple[ItemSet, ...]


class Ranks(Exercise[RanksSettings]):
    """One pick a step; the last one of a list is not asked. Skipping ends the list.

    Of a list of n the one ranked r gets n + 1 − r; those not ranked share the mean of the places
    left. A scale's score is the mean over its titles.
    """

    kind: ClassVar[str] = "ranks"
    Settings: ClassVar[type] = RanksSettings

    def steps(self, run: Run[RanksSettings]) -> Steps:
        yield opening(run.instrument)
        for number, ranked in enumerate(run.settings.lists, 1):
            picked: list[str] = []
            while len(picked) < len(ranked.items) - 1:
                answer = yield _rank(run, ranked, picked, number)
                if not isinstance(answer, str):
                    break
                picked.append(answer)

    def outline(self, run: Run[RanksSettings]) -> Sequence[Step]:
        asked = [
            _rank(run, ranked, (), number, place)
            for number, ranked in enumerate(run.settings.lists, 1)
            for place in range(1, len(ranked.items))
        ]
        return [opening(run.instrument), *asked]

    def faults(self, run: Run[RanksSettings]) -> Iterator[Fault]:
        yield from faults_of_scales(run.instrument)
        for place, ranked in enumerate(run.settings.lists):
            path = ("settings", "lists", place, "items")
            yield from faults_of_set(run.instrument, path, ranked.items, 2)

    def profile(self, run: Run[RanksSettings]) -> Profile:
        gained: dict[str, list[Fraction]] = {}
        for ranked in run.settings.lists:
            for item, value in _values(ranked, run.answers).items():
                gained.setdefault(item, []).append(value)
        return ipsative_profile(
            run.instrument,
            gained,
            Counter(item for ranked in run.settings.lists for item in ranked.items),
            (1, max(len(ranked.items) for ranked in run.settings.lists)),
            message(N_("Mean rank score")),
            self.outline(run),
            run.answers,
        )


def _rank(
    run: Run[RanksSettings], ranked: ItemSet, picked: Sequence[str], number: int, place: int = 0
) -> Rank:
    left = [item for item in ranked.items if item not in picked]
    return Rank(
        f"{ranked.id}:{place or len(picked) + 1}",
        run.settings.question,
        options_of(run.instrument, left),
        places=len(ranked.items),
        picked=tuple((option, False) for option in options_of(run.instrument, picked)),
        skip_words=message(N_("stop this list here")),
        count=Count(number, len(run.settings.lists), N_("list {n} of {total}")),
    )


def _values(ranked: ItemSet, answers: Mapping[str, Answer]) -> dict[str, Fraction]:
    """What each title of a list gets; nothing where the list was not begun."""
    n = len(ranked.items)
    picked = [a for place in range(1, n) if isinstance(a := answers.get(f"{ranked.id}:{place}"), str)]
    if not picked:
        return {}
    values = {item: Fraction(n - place) for place, item in enumerate(picked)}
    left = [item for item in ranked.items if item not in values]
    shared = Fraction(sum(range(1, len(left) + 1)), max(1, len(left)))
    return values | dict.fromkeys(left, shared)
