"""A few items at a time: the best of them, then the worst of those left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from progpro_choice.sets import (
    faults_of_none,
    faults_of_rivals,
    faults_of_scales,
    faults_of_set,
    ids_of,
    ipsative_profile,
    options_of,
    scales_of,
)
from progpro_tui.api import (
    N_,
    Choose,
    Exercise,
    Fault,
    Profile,
    Run,
    Scale,
    Step,
    Steps,
    Text,
    faults_of_ids,
    message,
    opening,
)


@dataclass(frozen=True)
class ItemSet:
    """Items that are shown together."""

    id: Annotated[str, N_("A short name that no other set has.")]
    items: Annotated[tuple[str, ...], N_("The ids of the items that are shown together.")]


@dataclass(frozen=True)
class BestWorstSettings:
    """The sets, and the two questions asked of each."""

    best_question: Annotated[Text, N_("Asked first of every set: which one suits best.")]
    worst_question: Annotated[Text, N_("Asked next: which one suits least.")]
    sets: Annotated[tuple[ItemSet, ...], N_("The sets of items, in the order in which they are asked.")]


class BestWorst(Exercise[BestWorstSettings]):
    """Two choices a set; a scale's score is (best − worst) / appearances, from −1 to 1."""

    kind: ClassVar[str] = "best-worst"
    Settings: ClassVar[type] = BestWorstSettings

    def steps(self, run: Run[BestWorstSettings]) -> Steps:
        yield opening(run.instrument)
        for items in run.settings.sets:
            best = yield _best(run, items)
            if isinstance(best, str):
                yield _worst(run, items, without=best)

    def outline(self, run: Run[BestWorstSettings]) -> Sequence[Step]:
        asked = [step for s in run.settings.sets for step in (_best(run, s), _worst(run, s))]
        return [opening(run.instrument), *asked]

    def faults(self, run: Run[BestWorstSettings]) -> Iterator[Fault]:
        yield from faults_of_scales(run.instrument)
        yield from faults_of_none(("settings", "sets"), run.settings.sets)
        yield from faults_of_ids(("settings", "sets"), run.settings.sets)
        known, scales = ids_of(run.instrument), scales_of(run.instrument)
        for place, items in enumerate(run.settings.sets):
            path = ("settings", "sets", place, "items")
            yield from faults_of_set(known, path, items.items, 3)
            yield from faults_of_rivals(scales, path, items.items)

    def bounds(self, run: Run[BestWorstSettings], scale: Scale) -> tuple[Fraction, Fraction]:
        return Fraction(-1), Fraction(1)

    def profile(self, run: Run[BestWorstSettings]) -> Profile:
        gained: defaultdict[str, list[int]] = defaultdict(list)
        for items in run.settings.sets:
            best = run.answers.get(f"{items.id}:best")
            worst = run.answers.get(f"{items.id}:worst")
            # Half an answer says nothing of what was not chosen.
            if isinstance(best, str) and isinstance(worst, str):
                for item in items.items:
                    gained[item].append((item == best) - (item == worst))
        return ipsative_profile(
            run.instrument,
            gained,
            Counter(item for items in run.settings.sets for item in items.items),
            (-1, 1),
            message(N_("Best less worst")),
            self.outline(run),
            run.answers,
        )


def _best(run: Run[BestWorstSettings], items: ItemSet) -> Choose:
    options = options_of(run.instrument, items.items)
    return Choose(f"{items.id}:best", run.settings.best_question, options)


def _worst(run: Run[BestWorstSettings], items: ItemSet, without: str = "") -> Choose:
    left = [item for item in items.items if item != without]
    options = options_of(run.instrument, left)
    return Choose(f"{items.id}:worst", run.settings.worst_question, options, worst=True)
