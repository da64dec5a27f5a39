"""From answers to the score of a scale, or to the reason why there is none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.instrument import Instrument, Level, Scale
from progpro_tui.core.text import N_, Message, Text, message

NO_BONUS: Mapping[str, int] = {}
NOTHING = Fraction(0)


@dataclass(frozen=True)
class Score:
    """One scale of one person. ``value`` is exact and unrounded, or none with its ``reason``.

    ``least`` and ``most`` bound what the value can be; ``grain`` is how far one point on one answer
    moves it, from which the default tie width is made.
    """

    scale: str
    name: Text
    short: Text
    value: Fraction | None
    answered: int
    asked: int
    least: Fraction
    most: Fraction
    grain: Fraction | None = None
    tie_width: Fraction | None = None
    level: Level | None = None
    reason: Message | None = None

    @property
    def share(self) -> Fraction | None:
        """Where the value stands between ``least`` (0) and ``most`` (1)."""
        if self.value is None:
            return None
        # A scale that can only give one value has nothing between its ends.
        return (self.value - self.least) / ((self.most - self.least) or 1)


def keyed(answer: int, weight: int, least: int, most: int) -> int:
    """The answer in the direction of the scale: least + most − x for a reversed item.

    Raises ``ValueError`` for an answer outside the range: it is never scored.
    """
    if not least <= answer <= most:
        raise ValueError(f"{answer} is outside {least}…{most}")
    return least + most - answer if weight < 0 else answer


def score_scale(
    scale: Scale,
    instrument: Instrument,
    answers: Mapping[str, Answer],
    least: int,
    most: int,
    bonus: Mapping[str, int] = NO_BONUS,
    top: Fraction = NOTHING,
) -> Score:
    """Score one scale of a rating instrument whose responses run from ``least`` to ``most``.

    Mean = Σ(w·keyed) / Σw(answered), w = |weight|; prorated sum = the mean · Σw(all). With fewer
    answers than ⌈minimum share · k⌉ there is no score. The prorated mean is what R's
    ``psych::scoreItems(missing=TRUE, impute="none")`` gives. ``bonus`` is added to the keyed answer
    of an item that was chosen as truest, before the mean; ``top`` is the most that it can add to the
    mean of this scale, by :func:`bonus_share`.
    """
    weights = {item.id: item.scales[scale.id] for item in instrument.items_of(scale.id)}
    values = _keyed_values(weights, answers, least, most)
    values = {item: value + bonus.get(item, 0) for item, value in values.items()}
    factor = 1 if scale.score == "mean" else sum(map(abs, weights.values()))
    value = grain = None
    if (reason := _too_few(scale, len(values), len(weights))) is None:
        weighed = sum(abs(weights[item]) for item in values)
        value = Fraction(factor * sum(abs(weights[i]) * v for i, v in values.items()), weighed)
        grain = Fraction(factor * max(abs(weights[item]) for item in values), weighed)
    bounds = Fraction(factor * least), factor * (most + top)
    return _score(scale, value, grain, (len(values), len(weights)), bounds, reason)


def _score(
    scale: Scale,
    value: Fraction | None,
    grain: Fraction | None,
    counts: tuple[int, int],
    bounds: tuple[Fraction, Fraction],
    reason: Message | None,
) -> Score:
    """``counts`` are how many answered, and how many asked; ``bounds`` the least and the most."""
    return Score(
        scale=scale.id,
        name=scale.name,
        short=scale.short,
        value=value,
        answered=counts[0],
        asked=counts[1],
        least=bounds[0],
        most=bounds[1],
        grain=grain,
        tie_width=scale.tie_width,
        level=None if value is None else scale.level(value),
        reason=reason,
    )


def _too_few(scale: Scale, answered: int, asked: int) -> Message | None:
    """Why there is no score, where the answers do not suffice."""
    if answered >= fewest(scale.minimum_share, asked):
        return None
    few = N_("too few answers ({answered} of {asked})")
    return message(few, answered=answered, asked=asked)


def fewest(minimum_share: Fraction, asked: int) -> int:
    """How few answers still give a score: ⌈minimum share · asked⌉, and one at least."""
    return max(1, math.ceil(minimum_share * asked))


def bonus_share(weights: Iterable[int], minimum_share: Fraction, chosen: int) -> Fraction:
    """How much of a bonus the mean of a scale can gain, from 0 to 1, where ``chosen`` items get it.

    Σ|w| of those chosen / Σ|w| of those answered, at its greatest: as few answers as still give a
    score, the heaviest items chosen, and the lightest answered besides.
    """
    heaviest = sorted(map(abs, weights), reverse=True)
    answered = fewest(minimum_share, len(heaviest))
    top = heaviest[: min(chosen, answered)]
    besides = heaviest[len(heaviest) - (answered - len(top)) :] if answered > len(top) else []
    weighed = sum(top) + sum(besides)
    return Fraction(sum(top), weighed) if weighed else NOTHING


def mean_score(
    scale: Scale, values: Sequence[int | Fraction], asked: int, least: int, most: int
) -> Score:
    """The mean of what each answer gave this scale: a win or none, a rank, a column.

    ``asked`` is how many answers could have counted. One answer moves the mean by 1/a, a being how
    many there are.
    """
    answered = len(values)
    reason = _too_few(scale, answered, asked)
    value = None if reason else sum(map(Fraction, values), Fraction(0)) / answered
    grain = None if reason else Fraction(1, answered)
    bounds = Fraction(least), Fraction(most)
    return _score(scale, value, grain, (answered, asked), bounds, reason)


def _keyed_values(
    weights: Mapping[str, int], answers: Mapping[str, Answer], least: int, most: int
) -> dict[str, int]:
    """The keyed answers of the items that have one; what is missing has no place here."""
    values: dict[str, int] = {}
    for item, weight in weights.items():
        answer = answers.get(item, Missing.SKIPPED)
        if isinstance(answer, int):
            values[item] = keyed(answer, weight, least, most)
    return values


def score_scales(
    instrument: Instrument, answers: Mapping[str, Answer], least: int, most: int
) -> tuple[Score, ...]:
    """Every scale of a rating instrument, in the order of the file."""
    return tuple(score_scale(scale, instrument, answers, least, most) for scale in instrument.scales)
