"""Small instruments to choose, rank, sort and write in: pairs, sets, lists, cards, a form."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from progpro_cards.piles import Pile
from progpro_cards.settings import CardSettings, Limit, Own, Question
from progpro_choice.best_worst import BestWorstSettings, ItemSet
from progpro_choice.pairs import PairsSettings
from progpro_choice.ranks import RanksSettings
from progpro_forms.form import FormSettings
from progpro_forms.questions import FormOption
from progpro_forms.questions import Question as Asked
from progpro_tui.core.answers import Answer
from progpro_tui.core.card_steps import Choose, Sort
from progpro_tui.core.instrument import Instrument, Item
from progpro_tui.core.steps import Step
from progpro_tui.core.text import Text
from progpro_tui.storage.records import to_data
from tests.support import instrument
from tests.tui.stage import default

LONG = "anticonstitutionnellement" * 5 + "anticonstitutionn"
"""One word of 142 letters."""


def both(french: str, english: str) -> Text:
    """Words in each language, the plain wording marked."""
    return Text({"fr": french, "en": english}, {"fr": f"{french} simple", "en": f"{english} plain"})


def _of(kind: str, settings: Any, items: Sequence[Item] = ()) -> Instrument:
    content = hashlib.sha256(f"{kind}{settings}{items}".encode()).hexdigest()
    return replace(
        instrument(items, ()), id=f"small-{kind}", kind=kind, settings=to_data(settings), hash=content
    )


def things(count: int, name: str = "chose {n}", line: str = "") -> list[Item]:
    """So many items; with a line they are cards that have a name."""
    words = [(n, name.format(n=n)) for n in range(1, count + 1)]
    if not line:
        return [Item(f"i{n}", both(word, f"thing {n}"), {}) for n, word in words]
    return [
        Item(f"i{n}", both(line.format(n=n), f"line {n}"), {}, name=both(word, f"card {n}"))
        for n, word in words
    ]


def pairs(count: int = 3, name: str = "chose {n}") -> Instrument:
    """So many pairs: i1 and i2, i3 and i4, …"""
    asked = tuple((f"i{2 * n + 1}", f"i{2 * n + 2}") for n in range(count))
    settings = PairsSettings(both("Laquelle ?", "Which one?"), asked)
    return _of("pairs", settings, things(2 * count, name))


def best_worst(size: int, name: str = "chose {n}", line: str = "") -> Instrument:
    """One set of so many items: the best, then the worst of the others."""
    items = things(size, name, line)
    sets = (ItemSet("s", tuple(item.id for item in items)),)
    settings = BestWorstSettings(both("Le mieux ?", "Best?"), both("Le pire ?", "Worst?"), sets)
    return _of("best-worst", settings, items)


def ranks(size: int = 4, name: str = "métier {n}") -> Instrument:
    """One list of so many titles."""
    items = things(size, name)
    settings = RanksSettings(both("Lequel ?", "Which?"), (ItemSet("l", tuple(i.id for i in items)),))
    return _of("ranks", settings, items)


def cards(
    count: int = 4,
    most: int = 2,
    top: int = 2,
    piles: int = 3,
    *,
    name: str = "Carte {n}",
    line: str = "Une phrase sur la carte {n}.",
    own: int = 0,
    questions: int = 0,
) -> Instrument:
    """Values cards in the order of the file."""
    settings = CardSettings(
        both("Important ?", "Important?"),
        tuple(Pile(f"p{n}", both(f"pile {n}", f"heap {n}")) for n in range(1, piles + 1)),
        Limit(most, both("Lesquelles gardez-vous ?", "Which do you keep?")),
        Limit(top, both("Laquelle d’abord ?", "Which first?")),
        both("Des deux ?", "Of the two?"),
        "fixed",
        Own(own, both("Une à vous ?", "One of yours?"), both("Que dit-elle ?", "Saying?"))
        if own
        else None,
        tuple(
            Question(f"q{n}", both("ici", "here"), "full", both(f"Question {n} ?", f"Question {n}?"))
            for n in range(1, questions + 1)
        ),
    )
    return _of("cards", settings, things(count, name, line))


def form(*questions: Asked) -> Instrument:
    """A form of these questions, one of each type where none is named."""
    return _of("form", FormSettings(questions or EVERY_TYPE))


def options(count: int, name: str = "option {n}") -> tuple[FormOption, ...]:
    return tuple(
        FormOption(f"o{n}", both(name.format(n=n), f"choice {n}")) for n in range(1, count + 1)
    )


EVERY_TYPE = (
    Asked("story", "long", both("Racontez.", "Tell us."), help=both("Deux phrases.", "Two lines.")),
    Asked("job", "short", both("Votre métier ?", "Your job?"), not_applicable=True),
    Asked("hours", "number", both("Combien d’heures ?", "How many hours?"), least=1, most=60),
    Asked("since", "date", both("Depuis quand ?", "Since when?")),
    Asked("end", "short", both("Autre chose ?", "Anything else?")),
)


def first_pile(step: Step) -> Answer:
    """Every card to the first pile; of those kept at first, as many as may be."""
    if isinstance(step, Sort):
        return step.piles[0].id
    if isinstance(step, Choose) and step.several:
        return tuple(option.id for option in step.options)[: step.most]
    return default(step)
