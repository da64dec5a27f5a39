"""From sorted and ranked cards to the profile: an order with the person's own words, no score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from progpro_cards.asking import FIRST, in_file_order
from progpro_cards.duels import Outcome
from progpro_cards.piles import sort_step
from progpro_cards.settings import CardSettings
from progpro_tui.api import (
    N_,
    NN_,
    Answer,
    Line,
    Message,
    Note,
    Option,
    Profile,
    Ranked,
    Ranking,
    Run,
    line_of,
    message,
    option_of,
)


def summary(
    run: Run[CardSettings],
    piles: Mapping[str, Sequence[Option]],
    kept: Sequence[Option],
    groups: Sequence[Sequence[Option]],
    outcomes: Sequence[Outcome],
) -> Profile:
    """The profile: the ranked cards, those kept besides, and what the duels came to."""
    entries: list[Ranked] = []
    for group in groups:
        place = len(entries) + 1
        entries += [_ranked(run, card, place, len(group) > 1) for card in group]
    top = {entry.id for entry in entries}
    ranking = Ranking(
        tuple(entries),
        also=tuple(card.name for card in kept if card.id not in top),
        ties=_ties(outcomes) if any(entry.tied for entry in entries) else None,
    )
    return Profile(
        lines=_lines(run),
        findings=(ranking,),
        facts=_facts(run, piles, kept, groups, outcomes),
        remarks=(*_remarks(outcomes), *_fields(run, kept)),
    )


def _ranked(run: Run[CardSettings], card: Option, place: int, tied: bool) -> Ranked:
    notes = tuple(
        Note(question.sign, question.mark, said)
        for question in run.settings.questions
        if isinstance(said := run.answers.get(f"{card.id}:{question.id}"), str)
    )
    return Ranked(card.id, place, tied, card.name, card.line, notes)


def _ties(outcomes: Sequence[Outcome]) -> Message:
    if any(outcome.skipped for outcome in outcomes):
        return message(N_("marked as equal, and the duel was passed"))
    return message(N_("marked as equal, and they won as many duels"))


def _lines(run: Run[CardSettings]) -> tuple[Line, ...]:
    settings = run.settings
    return tuple(
        line_of(sort_step(FIRST, settings.question, option_of(item), settings.piles), run.answers)
        for item in run.instrument.items
    )


def _facts(
    run: Run[CardSettings],
    piles: Mapping[str, Sequence[Option]],
    kept: Sequence[Option],
    groups: Sequence[Sequence[Option]],
    outcomes: Sequence[Outcome],
) -> dict[str, Any]:
    return {
        "piles": {pile: [card.id for card in cards] for pile, cards in piles.items()},
        "own": {key: words for key, words in run.answers.items() if _own_words(key, words)},
        "kept": in_file_order(run, (card.id for card in kept)),
        "top": [card.id for group in groups for card in group],
        "tied": [[card.id for card in group] for group in groups if len(group) > 1],
        "duels": [
            {
                "triads": None if outcome.triads is None else float(outcome.triads),
                "zeta": None if outcome.zeta is None else float(outcome.zeta),
            }
            for outcome in outcomes
        ],
    }


def _own_words(key: str, answer: Answer) -> bool:
    return key.startswith("own:") and isinstance(answer, str)


def _remarks(outcomes: Sequence[Outcome]) -> list[Message]:
    """How consistent the duels were, where that is defined."""
    remarks = []
    for outcome in outcomes:
        n = sum(map(len, outcome.groups))
        if outcome.zeta is not None:
            words = NN_(
                "{n} cards met in duels: {triads} circle, consistency ζ {zeta}.",
                "{n} cards met in duels: {triads} circles, consistency ζ {zeta}.",
            )
            remarks.append(message(words, n=n, triads=str(outcome.triads), zeta=outcome.zeta))
        elif n >= 3:
            remarks.append(
                message(N_("{n} cards met in duels; no consistency: a duel was passed."), n=n)
            )
    return remarks


def _fields(run: Run[CardSettings], kept: Sequence[Option]) -> list[Message]:
    """From how many fields the kept cards come: narrow or wide."""
    fields = {field.id: field.name for field in run.settings.fields}
    if not fields or not kept:
        return []
    tags = {item.id: item.tags.get("field", "") for item in run.instrument.items}
    found = {tags[card.id] for card in kept if card.id in tags}
    words = NN_(
        "The kept cards come from {n} field of {total}.",
        "The kept cards come from {n} fields of {total}.",
    )
    return [message(words, n=len(found), total=len(fields))]
