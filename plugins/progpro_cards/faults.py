"""What a values deck cannot ask: ids that meet, too many cards, scales that nothing scores."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_cards.asking import FIRST, KEEP
from progpro_cards.piles import faults_of_piles
from progpro_cards.settings import CardSettings
from progpro_tui.api import (
    N_,
    Fault,
    Run,
    faults_of_ids,
    faults_of_no_items,
    faults_of_number,
    faults_of_unscored,
    message,
)

MOST_OWN = 5
MOST_CARDS = 200
"""Any two cards may meet in a duel: more would make an outline that nobody waits for."""

STEPS = frozenset({FIRST, KEEP, "own", "top", "duel"})
"""What the ids of other steps begin with: a card of that name could not be told from them."""


def faults_of_settings(run: Run[CardSettings]) -> Iterator[Fault]:
    """All but what depends on how many cards there are to keep."""
    settings, items = run.settings, run.instrument.items
    yield from faults_of_unscored(run.instrument)
    yield from faults_of_no_items(run.instrument)
    yield from faults_of_piles(("settings", "piles"), settings.piles)
    # The line of a card of one's own is asked as « own:1:line ».
    taken = ("line",) if settings.own else ()
    yield from faults_of_ids(("settings", "questions"), settings.questions, taken=taken)
    yield from faults_of_ids(("settings", "fields"), settings.fields)
    if settings.own:
        yield from faults_of_number(("settings", "own", "most"), settings.own.most, 1, MOST_OWN)
    if len(items) > MOST_CARDS:
        what = message(N_("The list is too long: at most {most} entries."), most=MOST_CARDS)
        yield Fault(("items",), what, of_name=True)
    for place, item in enumerate(items):
        if item.id in STEPS:
            sentence = N_("“{id}” means something else here: choose another id.")
            yield Fault(("items", place, "id"), message(sentence, id=item.id))
