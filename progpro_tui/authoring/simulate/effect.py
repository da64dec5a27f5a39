"""Items that do nothing: whatever is answered to them, the profile stays what it was.

Found by trying: of some people who answer at random, one answer at a time is amended to everything
else that its step takes, and the profile of the amended run is held against the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.respondents import Respondent, Who, points_of
from progpro_tui.authoring.simulate.simulate import respond
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Value
from progpro_tui.core.card_steps import EQUAL, Arrange, Choose, Rank, Sort
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Step

PEOPLE = 3
"""An item may do nothing in one run: a card that two others leave no place for."""


def idle_items(exercise: Exercise[Any], run: Run[Any], seed: int = 0) -> tuple[str, ...]:
    """The items whose answers change no score, no fact and no finding, in the order of the file.

    So are those that no question is about. Of an item whose steps are answered in no way known here
    nothing is said.
    """
    asked = {item for step in exercise.outline(run) for item in items_of(step)}
    items = [item.id for item in run.instrument.items]
    quiet, tried = set(items), {item for item in items if item not in asked}
    for number in range(PEOPLE):
        who = Random(Who(run.instrument, seed, number, gaps=0.0))
        _try(exercise, replace(run, seed=who.run_seed), who, quiet, tried)
    return tuple(item for item in items if item in quiet and item in tried)


def _try(
    exercise: Exercise[Any], run: Run[Any], who: Respondent, quiet: set[str], tried: set[str]
) -> None:
    """Amend one answer after the other; what changes the profile is quiet no more."""
    first = respond(exercise, run, who)
    before = _said(first.profile())
    for step in first.path:
        for item in items_of(step) & quiet:
            for value in _others(step, first.answers[step.id], item):
                tried.add(item)
                if _said(_amended(exercise, run, who, first, step, value).profile()) != before:
                    quiet.discard(item)
                    break


def _amended(
    exercise: Exercise[Any],
    run: Run[Any],
    who: Respondent,
    first: Administration,
    step: Step,
    value: Value,
) -> Administration:
    kept = first.live | {step.id: Given(step.id, value)}
    administration = Administration(exercise, run, kept.values())
    while following := administration.step:
        administration.answer(who.given(following))
    return administration


def _said(profile: Profile) -> object:
    """What a profile makes of the answers; the answers themselves do not count."""
    scores = [(score.scale, score.value) for score in profile.scores]
    return scores, profile.ties, profile.facts, profile.findings


def items_of(step: Step) -> set[str]:
    """The ids of what a step is about: an item, a row, a card, or each of those to choose from."""
    found = {step.id, *step.id.split(":")}
    match step:
        case Choose() | Rank():
            found |= {option.id for option in step.options}
        case Arrange():
            found |= {card.id for card in step.cards}
        case Grid():
            found.add(step.row.id)
        case Place():
            found.add(step.subject.id)
        case Sort():
            found.add(step.card.id)
    return found


def _others(step: Step, answer: Answer, item: str) -> Iterator[Value]:
    """Every other answer that concerns this item, those farthest away first."""
    for value in _thinkable(step, answer, item):
        try:
            step.check(value)
        except AnswerRefused:
            continue
        if value != answer:
            yield value


def _thinkable(step: Step, answer: Answer, item: str) -> list[Value]:
    match step:
        case Rate() | Grid() | Place():
            points = list(points_of(step))
            return [points[0], points[-1], *points[1:-1]]
        case Sort():
            return [pile.id for pile in step.piles]
        case Choose(several=True):
            chosen = answer if isinstance(answer, tuple) else ()
            return [tuple(one.id for one in step.options if (one.id in chosen) != (one.id == item))]
        case Choose() | Rank():
            options = [option.id for option in step.options]
            meant = item in options and str(answer).removeprefix(EQUAL) != item
            return [item] if meant else list(options)
        case Arrange():
            return _swapped(answer, item)
    return []


def _swapped(answer: Answer, item: str) -> list[Value]:
    """The card of an arrangement in the place of the first one, and of the last."""
    if not isinstance(answer, tuple) or item not in answer:
        return []
    found: list[Value] = []
    for other in (answer[0], answer[-1]):
        swap = {item: other, other: item}
        found.append(tuple(swap.get(card, card) for card in answer))
    return found
