"""The exercise: instructions, every item, and then perhaps the truest of those rated highest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar

from progpro_tui.api import (
    ANY_WAY,
    N_,
    SKIP_OR_DECLINE,
    Answer,
    Choose,
    Exercise,
    Fault,
    Item,
    Order,
    Profile,
    Rate,
    Response,
    Run,
    Score,
    Step,
    Steps,
    Text,
    bonus_share,
    faults_of_no_items,
    faults_of_number,
    faults_of_reversed,
    faults_of_single_scales,
    line_of,
    opening,
    option_of,
    score_scale,
    tie_groups,
)

TRUEST = "truest"
LONGEST_STRING = 1000
LONGEST_WAIT = 60


@dataclass(frozen=True)
class Truest:
    """After the ratings: which of those rated highest are truest, ``most`` at most.

    ``bonus`` is added to the keyed answer of each, before the mean.
    """

    question: Annotated[Text, N_("Asked after the last item, above those rated highest.")]
    most: Annotated[int, N_("How many may be chosen at most.")]
    bonus: Annotated[int, N_("How many points each chosen item gains before the score is made.")]


@dataclass(frozen=True)
class RatingSettings:
    """What a rating instrument says under ``settings:``.

    ``responses`` run from least to most. From ``long_string`` identical answers in a row on, or
    under a median of ``seconds`` per item, the counsellor is given a question to ask.
    """

    question: Annotated[Text, N_("Asked above every item.")]
    responses: Annotated[
        tuple[Response, ...], N_("The answers to choose from, least first; at least two.")
    ]
    not_applicable: Annotated[
        bool, N_("Whether a person may say that an item does not apply to them.")
    ] = True
    not_applicable_words: Annotated[
        Text | None, N_("How that is worded, where “not applicable” is not exact.")
    ] = None
    order: Order = "fixed"
    long_string: Annotated[
        int, N_("After so many same answers in a row, the counsellor is given a question to ask.")
    ] = 8
    seconds: Annotated[
        float, N_("Under so many seconds an item (the median), the counsellor is given one too.")
    ] = 1.5
    truest: Annotated[
        Truest | None, N_("A last question: which of the items rated highest are truest.")
    ] = None


class Rating(Exercise[RatingSettings]):
    """Each item is rated on the same scale of labelled points."""

    kind: ClassVar[str] = "rating"
    Settings: ClassVar[type] = RatingSettings

    def steps(self, run: Run[RatingSettings]) -> Steps:
        yield opening(run.instrument)
        answers: dict[str, Answer] = {}
        for item in run.arranged(run.settings.order, "items", run.instrument.items):
            answers[item.id] = yield _rate(item, run.settings)
        if run.settings.truest and (highest := _highest(run, answers)):
            yield _truest(run.settings.truest, highest)

    def outline(self, run: Run[RatingSettings]) -> Sequence[Step]:
        truest = run.settings.truest
        return [
            opening(run.instrument),
            *(_rate(item, run.settings) for item in run.instrument.items),
            *([_truest(truest, run.instrument.items)] if truest else []),
        ]

    def faults(self, run: Run[RatingSettings]) -> Iterator[Fault]:
        settings = run.settings
        yield from faults_of_no_items(run.instrument)
        path = ("settings", "long_string")
        yield from faults_of_number(path, settings.long_string, 2, LONGEST_STRING)
        yield from faults_of_number(("settings", "seconds"), settings.seconds, 0, LONGEST_WAIT)
        if settings.truest:
            yield from _faults_of_truest(run, settings.truest)
        else:
            yield from faults_of_reversed(run.instrument)

    def profile(self, run: Run[RatingSettings]) -> Profile:
        responses = run.settings.responses
        scores = _scores(run, responses[0].value, responses[-1].value)
        return Profile(
            scores=scores,
            ties=tie_groups(scores),
            lines=tuple(
                line_of(_rate(item, run.settings), run.answers, tuple(item.scales))
                for item in run.arranged(run.settings.order, "items", run.instrument.items)
            ),
            marks=tuple(response.label for response in responses),
            facts=_facts(run),
        )


def _faults_of_truest(run: Run[RatingSettings], truest: Truest) -> Iterator[Fault]:
    """More to choose than there is, or a choice that counts for more than the ratings can."""
    values = [response.value for response in run.settings.responses]
    span = max(values, default=0) - min(values, default=0)
    for name, number, most in (
        ("most", truest.most, len(run.instrument.items)),
        ("bonus", truest.bonus, span),
    ):
        if most >= 1:
            yield from faults_of_number(("settings", "truest", name), number, 1, most)
    # What is true of the person would raise a scale that the item counts against.
    if run.instrument.scales:
        yield from faults_of_single_scales(run.instrument)


def _rate(item: Item, settings: RatingSettings) -> Rate:
    return Rate(
        item.id,
        item.text,
        settings.question,
        settings.responses,
        item.opposite,
        takes=ANY_WAY if settings.not_applicable else SKIP_OR_DECLINE,
        not_applicable=settings.not_applicable_words,
    )


def _truest(truest: Truest, items: Iterable[Item]) -> Choose:
    options = tuple(map(option_of, items))
    return Choose(TRUEST, truest.question, options, several=True, most=truest.most)


def _highest(run: Run[RatingSettings], answers: dict[str, Answer]) -> list[Item]:
    """The items rated highest: whole groups from the top answer down, until enough stand to choose.

    Only answers above the middle: what is not true cannot be truest.
    """
    truest, responses = run.settings.truest, run.settings.responses
    assert truest is not None
    middle = Fraction(responses[0].value + responses[-1].value, 2)
    highest: list[Item] = []
    for response in reversed(responses):
        if response.value <= middle or len(highest) >= truest.most:
            break
        highest += [item for item in run.instrument.items if answers.get(item.id) == response.value]
    return highest


def _chosen(run: Run[RatingSettings]) -> tuple[str, ...]:
    chosen = run.answers.get(TRUEST)
    return chosen if isinstance(chosen, tuple) else ()


def _scores(run: Run[RatingSettings], least: int, most: int) -> tuple[Score, ...]:
    instrument, truest = run.instrument, run.settings.truest
    if truest is None:
        return tuple(score_scale(s, instrument, run.answers, least, most) for s in instrument.scales)
    bonus = dict.fromkeys(_chosen(run), truest.bonus)
    scores = []
    for scale in instrument.scales:
        weights = [item.scales[scale.id] for item in instrument.items_of(scale.id)]
        top = truest.bonus * bonus_share(weights, scale.minimum_share, truest.most)
        scores.append(score_scale(scale, instrument, run.answers, least, most, bonus, top))
    return tuple(scores)


def _facts(run: Run[RatingSettings]) -> dict[str, list[str]]:
    return {TRUEST: list(_chosen(run))} if run.settings.truest else {}
