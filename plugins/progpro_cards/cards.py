"""Values cards: piles, ten kept, five ranked, duels among equals, a few questions on the first."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from progpro_cards.asking import (
    FIRST,
    duel,
    in_file_order,
    keep,
    line_step,
    name_step,
    question_step,
    rank_step,
)
from progpro_cards.duels import Outcome, outcome, rounds
from progpro_cards.faults import faults_of_settings
from progpro_cards.later import later_steps
from progpro_cards.piles import sort_step, sorted_cards
from progpro_cards.settings import CardSettings
from progpro_cards.summary import summary
from progpro_tui.api import (
    EQUAL,
    N_,
    NN_,
    Answer,
    Exercise,
    Fault,
    Later,
    Message,
    Option,
    Profile,
    Run,
    Step,
    Steps,
    as_said,
    message,
    opening,
    option_of,
    replay,
)


@dataclass(frozen=True)
class Led:
    """What the answers came to: ``groups`` are ranked, those of one group equal."""

    piles: dict[str, list[Option]]
    kept: tuple[Option, ...]
    groups: tuple[tuple[Option, ...], ...]
    outcomes: tuple[Outcome, ...]


class Cards(Exercise[CardSettings]):
    """From many cards to a few in order, each with the person's own words."""

    kind: ClassVar[str] = "cards"
    Settings: ClassVar[type] = CardSettings

    def steps(self, run: Run[CardSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[CardSettings]) -> Generator[Step, Answer, Led]:
        settings = run.settings
        yield opening(run.instrument)
        deck = [option_of(i) for i in run.arranged(settings.order, "cards", run.instrument.items)]
        piles = yield from sorted_cards(FIRST, settings.question, deck, settings.piles)
        own = yield from _own(settings)
        kept = yield from _kept(settings, piles, own)
        ranked = yield from _ranked(settings, kept)
        groups, outcomes = yield from _compared(run, ranked)
        top = [card for group in groups for card in group]
        for place, card in enumerate(top, 1):
            for question in settings.questions:
                yield question_step(question, card, place, len(top))
        return Led(piles, kept, groups, outcomes)

    def outline(self, run: Run[CardSettings]) -> Sequence[Step]:
        settings = run.settings
        deck = [option_of(item) for item in run.instrument.items]
        own_steps, mine = _own_outline(settings)
        every = (*deck, *mine)
        return [
            opening(run.instrument),
            *(sort_step(FIRST, settings.question, card, settings.piles) for card in deck),
            *own_steps,
            keep(settings, every, ()),
            *(rank_step(settings, every, (), place) for place in range(1, settings.rank.most + 1)),
            *(duel(settings, one, other) for one, other in combinations(every, 2)),
            *(question_step(question, card) for card in every for question in settings.questions),
        ]

    def length(self, run: Run[CardSettings]) -> int:
        settings = run.settings
        own = 2 * settings.own.most if settings.own else 0
        top = settings.rank.most
        # All of those on top may be marked as equal: each then meets each.
        asked_of_top = top + len(rounds([""] * top)) + top * len(settings.questions)
        return len(run.instrument.items) + own + 1 + asked_of_top

    def size(self, run: Run[CardSettings]) -> Message:
        return message(NN_("{n} card", "{n} cards"), n=len(run.instrument.items))

    def faults(self, run: Run[CardSettings]) -> Iterator[Fault]:
        settings, cards = run.settings, len(run.instrument.items)
        yield from faults_of_settings(run)
        for name, limit in (("keep", settings.keep), ("rank", settings.rank)):
            if cards and not 1 <= limit.most <= cards:
                what = message(N_("Write a number from 1 to {n}, the number of cards."), n=cards)
                yield Fault(("settings", name, "most"), what)
        if settings.rank.most > settings.keep.most:
            what = message(N_("No more can be ranked than are kept."))
            yield Fault(("settings", "rank", "most"), what)
        known = {field.id for field in settings.fields}
        for place, item in enumerate(run.instrument.items):
            field = item.tags.get("field")
            if known and field not in known:
                what = message(N_("“{found}” is not a field of this file."), found=field or "")
                yield Fault(("items", place, "tags", "field"), what)

    def later(self, run: Run[CardSettings]) -> Sequence[Later]:
        return later_steps(run.settings, self.outline(run))

    def profile(self, run: Run[CardSettings]) -> Profile:
        led = replay(self._lead(run), run.answers)
        return summary(run, led.piles, led.kept, led.groups, led.outcomes)


def _own_card(number: int, name: str = "", line: str = "") -> Option:
    return Option(f"own:{number}", as_said(name), as_said(line) if line else None)


def _own_outline(settings: CardSettings) -> tuple[list[Step], list[Option]]:
    """The steps in which the person writes cards, and the cards that may come of them."""
    if settings.own is None:
        return [], []
    numbers = range(1, settings.own.most + 1)
    steps: list[Step] = []
    for number in numbers:
        steps += [name_step(settings.own, number), line_step(settings.own, number, "")]
    return steps, [_own_card(number) for number in numbers]


def _own(settings: CardSettings) -> Generator[Step, Answer, list[Option]]:
    """The cards that the person writes. They lie on the first pile: they matter, or why write them?"""
    cards: list[Option] = []
    own = settings.own
    for number in range(1, (own.most if own else 0) + 1):
        assert own is not None
        name = yield name_step(own, number)
        if not isinstance(name, str):
            break
        line = yield line_step(own, number, name)
        cards.append(_own_card(number, name, line if isinstance(line, str) else ""))
    return cards


def _kept(
    settings: CardSettings, piles: dict[str, list[Option]], own: list[Option]
) -> Generator[Step, Answer, tuple[Option, ...]]:
    """The cards to go on with: the first pile, and the next ones where it holds too few."""
    most = settings.keep.most
    open_, sure = list(own), tuple(own)
    for place, pile in enumerate(settings.piles):
        if place and len(open_) >= most:
            break
        open_ += piles[pile.id]
        sure = tuple(open_) if len(open_) <= most else sure
    if len(open_) <= most:
        return tuple(open_)
    step = keep(settings, open_, sure)
    answer = yield step
    chosen = answer if isinstance(answer, tuple) else step.at_first
    return tuple(card for card in open_ if card.id in chosen)


def _ranked(
    settings: CardSettings, kept: tuple[Option, ...]
) -> Generator[Step, Answer, list[list[Option]]]:
    """The first ones, best first; cards that were marked as equal stand together."""
    groups: list[list[Option]] = []
    left, places = list(kept), min(settings.rank.most, len(kept))
    while (done := sum(map(len, groups))) < places:
        if len(left) == 1 and not groups:
            return [left]
        picked = [(card, card is not group[0]) for group in groups for card in group]
        answer = yield rank_step(settings, left, picked, done + 1, places)
        if not isinstance(answer, str):
            break
        card = next(card for card in left if card.id == answer.removeprefix(EQUAL))
        left.remove(card)
        if answer.startswith(EQUAL):
            groups[-1].append(card)
        else:
            groups.append([card])
    return groups


def _compared(
    run: Run[CardSettings], ranked: list[list[Option]]
) -> Generator[Step, Answer, tuple[tuple[tuple[Option, ...], ...], tuple[Outcome, ...]]]:
    """Duels among those marked as equal; who wins as often stays equal."""
    groups: list[tuple[Option, ...]] = []
    outcomes: list[Outcome] = []
    for group in ranked:
        cards = {card.id: card for card in group}
        winners: dict[tuple[str, str], str | None] = {}
        # The order of the file, so that a duel has one id whichever card was picked first.
        for pair in rounds(in_file_order(run, cards)):
            answer = yield duel(run.settings, cards[pair[0]], cards[pair[1]])
            winners[pair] = answer if isinstance(answer, str) else None
        found = outcome(list(cards), winners)
        groups += [tuple(cards[card] for card in part) for part in found.groups]
        if len(group) > 1:
            outcomes.append(found)
    return tuple(groups), tuple(outcomes)
