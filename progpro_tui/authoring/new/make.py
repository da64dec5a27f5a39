"""From what an author said to the text of a first file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from progpro_tui.authoring.new.compared import pair_slots, rank_slots
from progpro_tui.authoring.new.rating import slots as rating_slots
from progpro_tui.authoring.new.template import filled
from progpro_tui.authoring.new.wanted import RESERVED, Wanted
from progpro_tui.authoring.write_yaml import SCHEMA_LINE, write_yaml
from progpro_tui.core.text import N_

Slots: TypeAlias = Callable[[Wanted, str], dict[str, str]]


@dataclass(frozen=True)
class Start:
    """What one kind begins with.

    ``words`` say what it is. ``slots`` makes its parts from the scales that were asked for, ``least``
    of them at least; a kind without them begins with an example that is whole, and takes
    ``minutes``; with them, ``seconds`` are what one item takes.
    """

    words: str
    slots: Slots | None = None
    least: int = 0
    minutes: int = 5
    seconds: int = 8


STARTS: Mapping[str, Start] = {
    "rating": Start(N_("Rating: each item on one scale of answers"), rating_slots, 1),
    "pairs": Start(N_("Pairs: one of two, again and again"), pair_slots, 2, seconds=10),
    "ranks": Start(N_("Ranks: lists to put in order"), rank_slots, 2, seconds=12),
    "best-worst": Start(N_("Best and worst: chosen among a few things"), minutes=2),
    "cards": Start(N_("Cards: piles, then a few kept, then an order"), minutes=6),
    "q-sort": Start(N_("Q-sort: every card in a column, from least to most"), minutes=5),
    "two-sorts": Start(N_("Two sorts: the same cards by ability, then by liking"), minutes=4),
    "grid": Start(N_("Grid: every row in the same columns"), minutes=6),
    "wheel": Start(N_("Wheel: domains of life, today and as wished"), minutes=3),
    "timeline": Start(N_("Life line: moments, with their year and height"), minutes=8),
    "form": Start(N_("Form: questions of several types, with conditions"), minutes=5),
    "portfolio": Start(N_("Portfolio: from experience to skills and proof"), minutes=10),
}
"""The kinds that come with the program, the first one the most usual."""


def made(wanted: Wanted, interface: str) -> str:
    """The text of the file. The notes in it speak the interface’s language."""
    start = STARTS[wanted.kind]
    slots = start.slots(wanted, interface) if start.slots else {}
    head = filled("head", interface, wanted.languages, _head(wanted, start))
    return f"{SCHEMA_LINE}{head}\n{filled(wanted.kind, interface, wanted.languages, slots)}"


def _head(wanted: Wanted, start: Start) -> dict[str, str]:
    titles = {language: wanted.titles[language] for language in wanted.languages}
    licence = RESERVED[wanted.languages[0]] if wanted.licence == "reserved" else wanted.licence
    return {
        "id": write_yaml({"id": wanted.id}),
        "kind": write_yaml({"kind": wanted.kind}),
        "languages": write_yaml({"languages": list(wanted.languages)}),
        "title": write_yaml({"title": titles}),
        "author": write_yaml({"author": wanted.author, "licence": licence}),
        "minutes": write_yaml({"minutes": _minutes(wanted, start)}),
    }


def _minutes(wanted: Wanted, start: Start) -> int:
    if start.slots is None:
        return start.minutes
    asked = wanted.items * len(wanted.scales)
    if wanted.kind == "pairs":
        asked = asked * (len(wanted.scales) - 1) // 2
    return max(1, round(asked * start.seconds / 60))
