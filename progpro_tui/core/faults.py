"""What the files of several kinds may get wrong in the same way, each found at its cause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from progpro_tui.core.exercise import Fault
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.shown import shown
from progpro_tui.core.steps import Response
from progpro_tui.core.text import N_, message

Path = tuple[str | int, ...]

ID = re.compile(r"[a-z][a-z0-9_-]{0,31}", re.ASCII)
"""Ids under ``settings:`` are written as those of items: a colon would join what steps keep apart."""


class Named(Protocol):
    """An entry of a list that has an id."""

    @property
    def id(self) -> str: ...


def faults_of_ids(
    path: Path, entries: Iterable[Named], least: int = 0, taken: Collection[str] = ()
) -> Iterator[Fault]:
    """Ids that no step can bear, one given twice or kept for something else, too few entries.

    ``path`` leads to the list; ``taken`` are the ids that mean something else in this place.
    """
    found = [entry.id for entry in entries]
    if len(found) < least:
        few = N_("This list holds {n}: at least {least} are needed.")
        yield Fault(path, message(few, n=len(found), least=least), of_name=True)
    before: set[str] = set()
    for number, name in enumerate(found):
        if not ID.fullmatch(name):
            sentence = N_(
                "“{found}” cannot be an id here: small letters a–z, digits, hyphens and underscores, "
                "a letter first, 32 at most."
            )
            yield Fault((*path, number, "id"), message(sentence, found=shown(name)))
        elif name in taken:
            sentence = N_("“{id}” means something else here: choose another id.")
            yield Fault((*path, number, "id"), message(sentence, id=name))
        elif name in before:
            sentence = N_("Another entry of this list already has the id “{id}”: choose another.")
            yield Fault((*path, number, "id"), message(sentence, id=name))
        before.add(name)


def faults_of_points(path: Path, responses: Sequence[Response]) -> Iterator[Fault]:
    """Points of a rating scale: at least two, from the least value to the greatest."""
    if len(responses) < 2:
        few = N_("A rating scale has at least two responses; this one has {n}.")
        yield Fault(path, message(few, n=len(responses)), of_name=True)
    for number, (one, following) in enumerate(pairwise(responses), start=1):
        if following.value <= one.value:
            what = message(
                N_("{found} follows {before}: responses go from the least value to the greatest."),
                found=str(following.value),
                before=str(one.value),
            )
            yield Fault((*path, number, "value"), what)


def faults_of_number(path: Path, value: float, least: int, most: int) -> Iterator[Fault]:
    """A number outside what can be asked."""
    if not least <= value <= most:
        what = message(N_("Write a number from {least} to {most}."), least=least, most=most)
        yield Fault(path, what)


def faults_of_single_scales(instrument: Instrument) -> Iterator[Fault]:
    """Where a choice speaks of an item, it counts for one scale, and never against it."""
    for place, item in enumerate(instrument.items):
        if list(item.scales.values()) != [1]:
            what = message(N_("This item must count for exactly one scale, with the weight 1."))
            yield Fault(("items", place, "scales"), what)


def faults_of_sums(instrument: Instrument) -> Iterator[Fault]:
    """Where what an item gets depends on the others, only a mean can be told."""
    for place, scale in enumerate(instrument.scales):
        if scale.score != "mean":
            what = message(N_("This kind of exercise gives a mean: write “mean”."))
            yield Fault(("scales", place, "score"), what)


def faults_of_unscored(instrument: Instrument) -> Iterator[Fault]:
    """Scales in a kind of exercise that never scores any."""
    if instrument.scales:
        what = message(N_("This kind of exercise gives no scores: leave the list of scales empty."))
        yield Fault(("scales",), what, of_name=True)


def faults_of_no_items(instrument: Instrument) -> Iterator[Fault]:
    """Nothing to ask."""
    if not instrument.items:
        what = message(N_("There is nothing to ask: write at least one entry under “items:”."))
        yield Fault(("items",), what, of_name=True)


def faults_of_reversed(instrument: Instrument) -> Iterator[Fault]:
    """Scales that hold reversed items only: they measure the contrary of their name.

    Where an item counts for no scale of the file, it may be the one that is not reversed.
    """
    known = {scale.id for scale in instrument.scales}
    if any(not item.scales or item.scales.keys() - known for item in instrument.items):
        return
    for place, scale in enumerate(instrument.scales):
        weights = [item.scales[scale.id] for item in instrument.items_of(scale.id)]
        if weights and max(weights) < 0:
            what = message(
                N_(
                    "Every item of the scale “{id}” is reversed, so a high score would mean the "
                    "contrary of its name: write 1 for the items that speak for it."
                ),
                id=scale.id,
            )
            yield Fault(("scales", place, "id"), what)
