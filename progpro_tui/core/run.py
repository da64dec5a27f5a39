"""What an exercise sees of an administration: the instrument's copy, the seed, the answers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from progpro_tui.core.answers import Answer
from progpro_tui.core.instrument import Instrument, Item

S = TypeVar("S")


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

        def key(item: Item) -> bytes:
            return hashlib.sha256(f"{self.seed}\0{name}\0{item.id}".encode()).digest()

        return tuple(sorted(items, key=key))
