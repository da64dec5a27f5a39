"""Sets of items that are shown together: their options, and what in them cannot be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from progpro_tui.api import (
    N_,
    Answer,
    Choose,
    Fault,
    Instrument,
    Line,
    Message,
    Option,
    Profile,
    Rank,
    Score,
    Step,
    about,
    as_said,
    faults_of_single_scales,
    faults_of_sums,
    line_of,
    listed,
    mean_score,
    message,
    option_of,
    tie_groups,
)


def options_of(instrument: Instrument, ids: Iterable[str]) -> tuple[Option, ...]:
    """The items of these ids, as options."""
    items = {item.id: item for item in instrument.items}
    return tuple(option_of(items[item_id]) for item_id in ids)


def faults_of_set(
    known: Collection[str], path: tuple[str | int, ...], ids: Sequence[str], least: int
) -> Iterator[Fault]:
    """Unknown items, an item twice in one set, a set with too few of them."""
    before: set[str] = set()
    for place, item_id in enumerate(ids):
        if item_id not in known:
            yield Fault((*path, place), message(N_("No item has the id “{id}”."), id=item_id))
        elif item_id in before:
            what = message(N_("“{id}” stands twice in this set: take one out."), id=item_id)
            yield Fault((*path, place), what)
        before.add(item_id)
    if len(ids) < least:
        what = message(N_("This set holds {n}: at least {least} are needed."), n=len(ids), least=least)
        yield Fault(path, what)


def faults_of_rivals(
    scale_of: Mapping[str, str], path: tuple[str | int, ...], ids: Sequence[str]
) -> Iterator[Fault]:
    """Items of one scale in one set: the best and the worst of them would cancel each other out."""
    met: dict[str, str] = {}
    for place, item_id in enumerate(ids):
        scale = scale_of.get(item_id, "")
        other = met.setdefault(scale, item_id)
        if scale and other != item_id:
            what = message(
                N_("“{id}” and “{other}” count for one scale: put them in two sets."),
                id=item_id,
                other=other,
            )
            yield Fault((*path, place), what)


def scales_of(instrument: Instrument) -> dict[str, str]:
    """The scale that each item counts for."""
    return {item.id: next(iter(item.scales), "") for item in instrument.items}


def ids_of(instrument: Instrument) -> frozenset[str]:
    """The ids that a set may name."""
    return frozenset(item.id for item in instrument.items)


def faults_of_scales(instrument: Instrument) -> Iterator[Fault]:
    """Where one of two is chosen, an item counts for one scale, which is a mean."""
    yield from faults_of_single_scales(instrument)
    yield from faults_of_sums(instrument)


def faults_of_none(path: tuple[str | int, ...], entries: Sequence[object]) -> Iterator[Fault]:
    """No pair, set or list to ask."""
    if not entries:
        what = message(N_("The list is empty: at least one entry is expected."))
        yield Fault(path, what, of_name=True)


def ipsative_profile(
    instrument: Instrument,
    gained: Mapping[str, Sequence[int | Fraction]],
    appearances: Mapping[str, int],
    bounds: tuple[int, int],
    measure: Message,
    steps: Iterable[Step],
    answers: Mapping[str, Answer],
) -> Profile:
    """A profile of what each item gained (wins, ranks) where it was asked.

    ``gained`` holds, by item, a value for every answer that spoke of it; ``appearances`` how often
    it could have been spoken of.
    """
    scores: list[Score] = []
    for scale in instrument.scales:
        items = instrument.items_of(scale.id)
        values = [value for item in items for value in gained.get(item.id, ())]
        asked = sum(appearances.get(item.id, 0) for item in items)
        scores.append(mean_score(scale, values, asked, *bounds))
    return Profile(
        scores=tuple(scores),
        ties=tie_groups(scores),
        lines=tuple(_line(step, answers) for step in steps if step.asks),
        measure=measure,
        ipsative=True,
    )


def _line(step: Step, answers: Mapping[str, Answer]) -> Line:
    """An answer with what there was to choose from: the question is the same throughout."""
    line = line_of(step, answers)
    if isinstance(step, Choose):
        words = listed(option.name for option in step.options)
        return replace(line, text=about(words, step.question))
    if isinstance(step, Rank) and step.count:
        which = message(step.count.words, n=step.count.n, total=step.count.total)
        return replace(line, text=about(which, as_said(step.id.rpartition(":")[2])))
    return line
