"""Small instruments of the kinds that lay many things out: a Q-sort, a grid, a wheel, a life line."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from progpro_cards.piles import Pile
from progpro_cards.q_sort import QSortSettings
from progpro_grid.settings import BoxNames, CutOff, Family, GridSettings
from progpro_place.timeline import TimelineSettings
from progpro_place.wheel import WheelSettings
from progpro_tui.core.card_steps import Column
from progpro_tui.core.instrument import Instrument, Item
from progpro_tui.core.scale_steps import GridColumn
from progpro_tui.core.steps import Response
from progpro_tui.core.text import Text
from progpro_tui.storage.records import to_data
from tests.support import instrument, text

BOXES = BoxNames(text("both"), text("strong"), text("wanted"), text("neither"))


def _of(kind: str, settings: Any, items: Sequence[Item]) -> Instrument:
    content = hashlib.sha256(f"{kind}{settings}{items}".encode()).hexdigest()
    return replace(
        instrument(items, ()), id=f"small-{kind}", kind=kind, settings=to_data(settings), hash=content
    )


def q_sort(counts: Sequence[int] = (1, 2, 1), name: str = "Carte {n}") -> Instrument:
    """A Q-sort whose columns hold so many cards; ``name`` words the n-th card, its short text too."""
    middle = len(counts) // 2
    columns = tuple(Column(place - middle, count) for place, count in enumerate(counts))
    piles = tuple(Pile(pile, text(pile)) for pile in ("more", "middle", "less"))
    words = [name.format(n=n) for n in range(1, sum(counts) + 1)]
    cards = [
        Item(f"c{n}", text(f"{word}, en entier"), short=text(word)) for n, word in enumerate(words, 1)
    ]
    settings = QSortSettings(
        text("Important ?"), piles, text("Rangez."), text("moins"), text("plus"), columns, "fixed"
    )
    return _of("q-sort", settings, cards)


def column(name: str, labels: Sequence[str]) -> GridColumn:
    responses = tuple(Response(value, text(label)) for value, label in enumerate(labels, 1))
    return GridColumn(name, text(name.capitalize()), text(f"Question {name}"), responses)


def grid(
    rows: int = 3, columns: Sequence[GridColumn] | None = None, levels: Sequence[Text] = ()
) -> Instrument:
    """A grid of so many rows in one family; ``levels`` write out the first column for each."""
    asked = tuple(
        columns or (column("level", ("Aidé", "Seul", "Expert")), column("taste", ("Peu", "Beaucoup")))
    )
    settings = GridSettings(
        asked,
        CutOff(asked[0].id, 2),
        CutOff(asked[-1].id, 2),
        BOXES,
        families=(Family("f", text("Famille")),),
    )
    skills = [
        Item(f"s{n}", text(f"Savoir {n} en entier"), short=text(f"Savoir {n}"), tags={"family": "f"})
        for n in range(1, rows + 1)
    ]
    return _of("grid", settings, [replace(skill, levels=tuple(levels)) for skill in skills])


def wheel(domains: int = 3, top: int = 10, name: str = "Domaine {n}") -> Instrument:
    """A wheel of so many domains."""
    settings = WheelSettings(text("Aujourd’hui ?"), text("Souhait ?"), text("mal"), text("bien"), top)
    items = [
        Item(f"d{n}", text(f"Ce que tient le domaine {n}"), short=text(name.format(n=n)))
        for n in range(1, domains + 1)
    ]
    return _of("wheel", settings, items)


def life_line(most: int = 5) -> Instrument:
    """A life line of so many moments at most."""
    settings = TimelineSettings(
        most, text("Titre ?"), text("Encore ?"), text("Année ?"), text("Hauteur ?"), text("Appris ?"),
        text("bas"), text("haut"),
    )  # fmt: skip
    return _of("timeline", settings, [])
