"""What an exercise sees of an administration: the instrument's copy, the seed, the answers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Annotated, Generic, Literal, TypeAlias, TypeVar

from progpro_tui.core.answers import Answer
from progpro_tui.core.instrument import Instrument, Item
from progpro_tui.core.text import N_

S = TypeVar("S")

Order: TypeAlias = Annotated[
    Literal["fixed", "shuffled", "blocks", "balanced"],
    N_(
        "The order of the items: as in the file, drawn for each person, drawn within each block (tag "
        "block), or the scales in turn."
    ),
]
"""As in the file; drawn from the seed; drawn within blocks of one tag ``block``; or so that every
round holds each scale once."""


@dataclass(frozen=True)
class Run(Generic[S]):
    """One administration as its exercise sees it.

    ``settings`` is the kind's own ``Settings``; ``answers`` maps the live steps, in the order of the
    path, to their final answers (empty while steps are still being asked).
    """

    instrument: Instrument
    settings: S
    seed: int
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def order(self, name: str, items: Sequence[Item]) -> tuple[Item, ...]:
        """The items in an order drawn from the seed: the same on every machine for ever."""

        return tuple(sorted(items, key=lambda item: self._draw(name, item.id)))

    def _draw(self, name: str, of: str) -> bytes:
        return hashlib.sha256(f"{self.seed}\0{name}\0{of}".encode()).digest()

    def arranged(self, order: Order, name: str, items: Sequence[Item]) -> tuple[Item, ...]:
        """The items in the order that the file asks for.

        ``blocks`` keeps the blocks where they stand. ``balanced`` makes rounds: each holds one item
        of every scale that has any left, in an order of its own, and no scale follows itself where
        that can be helped.
        """
        if order == "fixed":
            return tuple(items)
        if order == "shuffled":
            return self.order(name, items)
        if order == "blocks":
            blocks = groupby(items, key=lambda item: item.tags.get("block", ""))
            return tuple(item for _, block in blocks for item in self.order(name, list(block)))
        return self._balanced(name, items)

    def _balanced(self, name: str, items: Sequence[Item]) -> tuple[Item, ...]:
        families: dict[str, list[Item]] = {}
        for item in self.order(name, items):
            families.setdefault(next(iter(item.scales), ""), []).append(item)
        arranged: list[Item] = []
        last = ""
        for turn in range(max(map(len, families.values()), default=0)):
            left = [family for family, held in families.items() if len(held) > turn]
            left.sort(key=lambda family: self._draw(f"{name} {turn}", family))
            if left[0] == last:
                left.append(left.pop(0))
            arranged += [families[family][turn] for family in left]
            last = left[-1]
        return tuple(arranged)
