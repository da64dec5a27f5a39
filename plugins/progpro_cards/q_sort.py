"""Q-sort: a first sort into three piles, then every card in a column of a fixed shape."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Any, ClassVar

from progpro_cards.piles import Pile, faults_of_piles, sort_step, sorted_cards
from progpro_tui.api import (
    N_,
    NN_,
    Answer,
    Arrange,
    Column,
    Count,
    Entry,
    Exercise,
    Fault,
    Laid,
    Message,
    Option,
    Order,
    Profile,
    Run,
    Scale,
    Score,
    Shape,
    Step,
    Steps,
    Text,
    by_column,
    faults_of_no_items,
    faults_of_single_scales,
    faults_of_sums,
    line_of,
    mean_score,
    message,
    opening,
    option_of,
    replay,
    tie_groups,
)

ARRANGE = "arrange"
FIRST = "pile"


@dataclass(frozen=True)
class QSortSettings:
    """Piles go from the most important to the least, columns from the least to the most."""

    question: Annotated[Text, N_("Asked above every card, while they are sorted into piles.")]
    piles: Annotated[tuple[Pile, ...], N_("The piles of the first sorting, the most important first.")]
    arrange_question: Annotated[Text, N_("Asked above the columns.")]
    least: Annotated[Text, N_("The words under the first column.")]
    most: Annotated[Text, N_("The words under the last column.")]
    columns: Annotated[
        tuple[Column, ...], N_("The columns, least first; together they hold all the cards.")
    ]
    order: Order = "shuffled"


class QSort(Exercise[QSortSettings]):
    """The value of a card is its column's; a theme's score is the mean of its cards.

    The counts of the columns are fixed, so the sum of all cards is constant: ipsative.
    """

    kind: ClassVar[str] = "q-sort"
    Settings: ClassVar[type] = QSortSettings

    def steps(self, run: Run[QSortSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[QSortSettings]) -> Generator[Step, Answer, tuple[str, ...]]:
        settings = run.settings
        yield opening(run.instrument)
        deck = [option_of(i) for i in run.arranged(settings.order, "cards", run.instrument.items)]
        piles = yield from sorted_cards(FIRST, settings.question, deck, settings.piles)
        answer = yield _arrange(run, _laid_out(run, deck, piles))
        return answer if isinstance(answer, tuple) else ()

    def outline(self, run: Run[QSortSettings]) -> Sequence[Step]:
        deck = [option_of(item) for item in run.instrument.items]
        sorts = [sort_step(FIRST, run.settings.question, card, run.settings.piles) for card in deck]
        return [opening(run.instrument), *sorts, _arrange(run, [card.id for card in deck])]

    def size(self, run: Run[QSortSettings]) -> Message:
        return message(NN_("{n} card", "{n} cards"), n=len(run.instrument.items))

    def faults(self, run: Run[QSortSettings]) -> Iterator[Fault]:
        columns = run.settings.columns
        yield from faults_of_no_items(run.instrument)
        yield from faults_of_piles(("settings", "piles"), run.settings.piles)
        yield from faults_of_sums(run.instrument)
        if run.instrument.scales:
            yield from faults_of_single_scales(run.instrument)
        yield from _faults_of_columns(columns)
        places, cards = sum(column.places for column in columns), len(run.instrument.items)
        if cards and places != cards:
            what = message(
                N_("The columns hold {places} cards, but there are {cards}."),
                places=places,
                cards=cards,
            )
            yield Fault(("settings", "columns"), what)
        for place, item in enumerate(run.instrument.items):
            if item.short is None:
                what = message(N_("A card of a Q-sort needs “short:”, two or three words."))
                yield Fault(("items", place), what)

    def bounds(self, run: Run[QSortSettings], scale: Scale) -> tuple[Fraction, Fraction]:
        columns = run.settings.columns
        return Fraction(columns[0].value), Fraction(columns[-1].value)

    def profile(self, run: Run[QSortSettings]) -> Profile:
        columns = by_column(replay(self._lead(run), run.answers), run.settings.columns)
        value = {card: column for column, cards in columns.items() for card in cards}
        scores = _scores(run, value)
        *sorts, _ = (step for step in self.outline(run) if step.asks)
        return Profile(
            scores=scores,
            ties=tie_groups(scores),
            lines=tuple(line_of(step, run.answers) for step in sorts),
            measure=message(N_("Mean column")),
            ipsative=True,
            findings=(_shape(run, columns),) if value else (),
            facts=_facts(columns) if value else {},
        )


def _faults_of_columns(columns: Sequence[Column]) -> Iterator[Fault]:
    """Fewer than two columns, columns without a place, values that do not rise."""
    path = ("settings", "columns")
    if len(columns) < 2:
        few = N_("This list holds {n}: at least {least} are needed.")
        yield Fault(path, message(few, n=len(columns), least=2), of_name=True)
    for number, column in enumerate(columns):
        if column.places < 1:
            yield Fault((*path, number, "places"), message(N_("Write a number above 0.")))
    for number, (one, following) in enumerate(pairwise(columns), 1):
        if following.value <= one.value:
            what = message(N_("Columns go from the least value to the greatest."))
            yield Fault((*path, number, "value"), what)


def _arrange(run: Run[QSortSettings], at_first: Sequence[str]) -> Arrange:
    settings = run.settings
    return Arrange(
        ARRANGE,
        settings.arrange_question,
        tuple(option_of(item) for item in run.instrument.items),
        settings.columns,
        (settings.least, settings.most),
        tuple(at_first),
        count=Count(len(at_first), len(at_first), N_("{n} cards to place")),
    )


def _laid_out(
    run: Run[QSortSettings], deck: Sequence[Option], piles: dict[str, list[Option]]
) -> list[str]:
    """Where the cards lie at first: pile after pile from the least; left out, in the middle."""
    order = [pile.id for pile in reversed(run.settings.piles)]
    place = {card.id: order.index(pile) for pile, cards in piles.items() for card in cards}
    middle = (len(order) - 1) / 2
    lying: dict[float, list[str]] = {}
    for card in deck:
        lying.setdefault(place.get(card.id, middle), []).append(card.id)
    theme = {item.id: next(iter(item.scales), item.id) for item in run.instrument.items}
    return [card for _, cards in sorted(lying.items()) for card in mirrored(cards, theme)]


def mirrored(cards: Sequence[str], theme: Mapping[str, str]) -> list[str]:
    """Cards of one pile so that no theme lies higher than another.

    Two of a theme at a time stand as far from the one end as from the other: where the person has
    said nothing yet, the arrangement says nothing either.
    """
    left: dict[str, list[str]] = {}
    for card in cards:
        left.setdefault(theme[card], []).append(card)
    front: list[str] = []
    back: list[str] = []
    while any(len(held) > 1 for held in left.values()):
        for held in left.values():
            if len(held) > 1:
                front.append(held.pop())
                back.append(held.pop())
    return [*front, *(card for held in left.values() for card in held), *reversed(back)]


def _scores(run: Run[QSortSettings], value: dict[str, int]) -> tuple[Score, ...]:
    least, most = run.settings.columns[0].value, run.settings.columns[-1].value
    scores = []
    for scale in run.instrument.scales:
        items = run.instrument.items_of(scale.id)
        values = [value[item.id] for item in items if item.id in value]
        scores.append(mean_score(scale, values, len(items), least, most))
    return tuple(scores)


def _shape(run: Run[QSortSettings], columns: dict[int, tuple[str, ...]]) -> Shape:
    laid = []
    for column, cards in columns.items():
        items = [run.instrument.item(card) for card in cards]
        entries = (Entry(i.id, i.short or i.text, note=i.text) for i in items)
        laid.append(Laid(column, tuple(entries)))
    return Shape(tuple(laid), (run.settings.least, run.settings.most))


def _facts(columns: dict[int, tuple[str, ...]]) -> dict[str, Any]:
    return {"columns": {str(column): list(cards) for column, cards in columns.items()}}
