"""An instrument: the data of a questionnaire, frozen, with nothing of its file left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from progpro_tui.core.text import Text


@dataclass(frozen=True)
class Item:
    """One statement, activity or card. ``scales`` maps a scale to its weight; negative, reversed.

    What some kinds need besides: ``name`` is what a card is called, ``short`` at most 24 letters for
    narrow places, ``opposite`` the other pole of a semantic differential, ``levels`` the points of a
    scale written out for this item, least first.
    """

    id: str
    text: Text
    scales: Mapping[str, int] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    name: Text | None = None
    short: Text | None = None
    opposite: Text | None = None
    levels: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Level:
    """A range of a scale that has words: from ``start`` up to, but not with, ``end``.

    The last level of a scale holds its end too.
    """

    start: Fraction
    end: Fraction
    name: Text
    person: Text
    counsellor: Text


@dataclass(frozen=True)
class Scale:
    """What several items measure together.

    ``name`` is the counsellor's word in its standard wording and the beneficiary's in its plain one;
    ``short`` one word for it. ``minimum_share`` is the least share of answered items that gives a
    score. ``tie_width`` is declared by the author, or none.
    """

    id: str
    name: Text
    short: Text
    score: Literal["mean", "sum"] = "mean"
    minimum_share: Fraction = Fraction(1, 2)
    tie_width: Fraction | None = None
    levels: tuple[Level, ...] = ()

    def level(self, value: Fraction) -> Level | None:
        """The level that holds this value, if the author wrote one."""
        for level in self.levels:
            if level.start <= value < level.end:
                return level
        last = self.levels[-1] if self.levels else None
        return last if last is not None and value == last.end else None


@dataclass(frozen=True)
class Guidance:
    """What stands around the items, for whoever gives the instrument and whoever takes it."""

    measures: Text
    does_not_measure: Text
    does_not_measure_person: Text
    instructions: Text
    counsellor_instructions: Text
    for_whom: Text
    not_for: Text
    reading_help: Text
    debrief: tuple[Text, ...] = ()
    sources: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True)
class Instrument:
    """One instrument.

    ``settings`` is plain data, declared and checked by the kind; a run sees it as the kind's own
    ``Settings``. ``hash`` is the SHA-256 of the content.
    """

    id: str
    version: str
    kind: str
    languages: tuple[str, ...]
    title: Text
    author: str
    licence: str
    guidance: Guidance
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    indices: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    hash: str = ""

    def scale(self, scale_id: str) -> Scale:
        """The scale of this id. Raises ``KeyError`` where there is none."""
        for scale in self.scales:
            if scale.id == scale_id:
                return scale
        raise KeyError(scale_id)

    def item(self, item_id: str) -> Item:
        """The item of this id. Raises ``KeyError`` where there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def items_of(self, scale_id: str) -> tuple[Item, ...]:
        """The items that count for a scale, in the order of the file."""
        return tuple(item for item in self.items if item.scales.get(scale_id))
