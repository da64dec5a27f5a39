"""Activities in pairs: which of the two would you rather do?"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from progpro_choice.sets import (
    faults_of_none,
    faults_of_scales,
    faults_of_set,
    ids_of,
    ipsative_profile,
    options_of,
    scales_of,
)
from progpro_tui.api import (
    ANY_WAY,
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
    message,
    opening,
)


@dataclass(frozen=True)
class PairsSettings:
    """Which items meet, left and right, and in which order the pairs are asked."""

    question: Annotated[Text, N_("Asked above every pair.")]
    pairs: Annotated[
        tuple[tuple[str, ...], ...], N_("The pairs, each with the ids of two items: left and right.")
    ]
    order: Annotated[
        Literal["fixed", "shuffled"],
        N_("The order of the pairs: as in the file (fixed), or drawn for each person (shuffled)."),
    ] = "fixed"


class Pairs(Exercise[PairsSettings]):
    """Two items at a time; the score of a scale is how often its items were chosen.

    Wins / appearances in the pairs that were answered (measurement: ipsative).
    """

    kind: ClassVar[str] = "pairs"
    Settings: ClassVar[type] = PairsSettings

    def steps(self, run: Run[PairsSettings]) -> Steps:
        yield opening(run.instrument)
        for pair in _in_order(run):
            yield _choose(run, pair)

    def outline(self, run: Run[PairsSettings]) -> Sequence[Step]:
        return [opening(run.instrument), *(_choose(run, pair) for pair in run.settings.pairs)]

    def faults(self, run: Run[PairsSettings]) -> Iterator[Fault]:
        yield from faults_of_scales(run.instrument)
        yield from faults_of_none(("settings", "pairs"), run.settings.pairs)
        known, scale_of = ids_of(run.instrument), scales_of(run.instrument)
        met: set[frozenset[str]] = set()
        for place, pair in enumerate(run.settings.pairs):
            path = ("settings", "pairs", place)
            yield from faults_of_set(known, path, pair, 2)
            if len(pair) > 2:
                yield Fault(path, message(N_("A pair has two items.")))
            elif len(set(pair)) == 2 and frozenset(pair) in met:
                yield Fault(path, message(N_("This pair stands here twice: take one out.")))
            elif len({scale_of.get(item, item) for item in pair}) < len(set(pair)):
                what = message(N_("Both count for one scale: whichever is chosen, it says nothing."))
                yield Fault(path, what)
            met.add(frozenset(pair))

    def bounds(self, run: Run[PairsSettings], scale: Scale) -> tuple[Fraction, Fraction]:
        return Fraction(0), Fraction(1)

    def profile(self, run: Run[PairsSettings]) -> Profile:
        gained: defaultdict[str, list[int]] = defaultdict(list)
        for pair in run.settings.pairs:
            chosen = run.answers.get(_id(pair))
            if isinstance(chosen, str):
                for item in pair:
                    gained[item].append(int(item == chosen))
        return ipsative_profile(
            run.instrument,
            gained,
            Counter(item for pair in run.settings.pairs for item in pair),
            (0, 1),
            message(N_("Share chosen")),
            self.outline(run),
            run.answers,
        )


def _id(pair: Sequence[str]) -> str:
    return f"pair:{pair[0]}:{pair[1]}"


def _choose(run: Run[PairsSettings], pair: Sequence[str]) -> Choose:
    options = options_of(run.instrument, pair)
    return Choose(_id(pair), run.settings.question, options, takes=ANY_WAY)


def _in_order(run: Run[PairsSettings]) -> list[tuple[str, ...]]:
    pairs = list(run.settings.pairs)
    if run.settings.order == "shuffled" and not run.printed:
        pairs.sort(key=lambda pair: hashlib.sha256(f"{run.seed}\0{_id(pair)}".encode()).digest())
    return pairs
