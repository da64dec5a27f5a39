"""Lists by preference: the one that comes first, then the next, until one is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from progpro_choice.best_worst import ItemSet
from progpro_choice.sets import (
    faults_of_none,
    faults_of_scales,
    faults_of_set,
    ids_of,
    ipsative_profile,
    options_of,
)
from progpro_tui.api import (
    N_,
    Answer,
    Count,
    Exercise,
    Fault,
    Option,
    Profile,
    Rank,
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
class RanksSettings:
    """The lists, in the order in which they are asked."""

    question: Annotated[Text, N_("Asked above every list.")]
    lists: Annotated[
        tuple[ItemSet, ...], N_("The lists of items to rank, in the order in which they are asked.")
    ]


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
            picked: list[Option] = []
            left = list(options_of(run.instrument, ranked.items))
            while len(left) > 1:
                answer = yield _rank(run, ranked, left, picked, number)
                if not isinstance(answer, str):
                    break
                place = [option.id for option in left].index(answer)
                picked.append(left.pop(place))

    def outline(self, run: Run[RanksSettings]) -> Sequence[Step]:
        asked: list[Step] = [opening(run.instrument)]
        for number, ranked in enumerate(run.settings.lists, 1):
            options = options_of(run.instrument, ranked.items)
            places = range(1, len(ranked.items))
            asked += [_rank(run, ranked, options, (), number, place) for place in places]
        return asked

    def faults(self, run: Run[RanksSettings]) -> Iterator[Fault]:
        yield from faults_of_scales(run.instrument)
        yield from faults_of_none(("settings", "lists"), run.settings.lists)
        yield from faults_of_ids(("settings", "lists"), run.settings.lists)
        known = ids_of(run.instrument)
        for place, ranked in enumerate(run.settings.lists):
            path = ("settings", "lists", place, "items")
            yield from faults_of_set(known, path, ranked.items, 2)

    def bounds(self, run: Run[RanksSettings], scale: Scale) -> tuple[Fraction, Fraction]:
        return Fraction(1), Fraction(_longest(run))

    def profile(self, run: Run[RanksSettings]) -> Profile:
        gained: dict[str, list[Fraction]] = {}
        for ranked in run.settings.lists:
            for item, value in _values(ranked, run.answers).items():
                gained.setdefault(item, []).append(value)
        return ipsative_profile(
            run.instrument,
            gained,
            Counter(item for ranked in run.settings.lists for item in ranked.items),
            (1, _longest(run)),
            message(N_("Mean rank score")),
            self.outline(run),
            run.answers,
        )


def _longest(run: Run[RanksSettings]) -> int:
    """How much the first title of the longest list gets."""
    return max(len(ranked.items) for ranked in run.settings.lists)


def _rank(
    run: Run[RanksSettings],
    ranked: ItemSet,
    left: Sequence[Option],
    picked: Sequence[Option],
    number: int,
    place: int = 0,
) -> Rank:
    return Rank(
        f"{ranked.id}:{place or len(picked) + 1}",
        run.settings.question,
        tuple(left),
        places=len(ranked.items),
        picked=tuple((option, False) for option in picked),
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
