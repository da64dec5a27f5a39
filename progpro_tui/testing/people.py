"""The respondents that an exercise is tried with, and those who seek one step of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from progpro_tui.authoring.simulate.by_rule import Random, Straight
from progpro_tui.authoring.simulate.by_taste import Acquiescent, Extreme, Target
from progpro_tui.authoring.simulate.respondents import OnPoints, Respondent, Who
from progpro_tui.core.card_steps import EQUAL, Choose, Rank, Sort
from progpro_tui.core.instrument import Instrument


def people(instrument: Instrument, count: int, seed: int = 0) -> Iterator[Respondent]:
    """``count`` who answer at random, and one each of those who are anything but.

    Always the least, the middle and the most; agreeing; the two ends; leaving out all that may be
    left out; one high on each scale. They answer in the languages of the instrument by turns.
    """
    languages = instrument.languages

    def who(number: int, **more: Any) -> Who:
        return Who(instrument, seed, number, languages[number % len(languages)], **more)

    for number in range(count):
        yield Random(who(number))
    for place, at in enumerate((0.0, 0.5, 1.0)):
        yield Straight(who(count + place), at)
    yield Acquiescent(who(count + 3))
    yield Extreme(who(count + 4))
    yield Random(who(count + 5, gaps=1.0))
    for place, scale in enumerate(instrument.scales, count + 6):
        yield Target(who(place, targets={scale.id: "high"}))


class Seeker(Random):
    """Someone who would like to be asked one step, and prefers whatever its id names.

    An id says what is asked: ``duel:c03:c07`` is asked of those for whom two cards are equal. What
    the id does not name is answered at random, and written at any length.
    """

    gaps = 0.0

    def __init__(self, who: Who, wanted: str) -> None:
        super().__init__(who)
        self._wanted = _parted(wanted)

    def _named(self, thing: str) -> bool:
        return _parted(thing) in self._wanted

    def point(self, step: OnPoints, points: int) -> int:
        return points - 1 if self._named(step.id.partition(":")[0]) else super().point(step, points)

    def one(self, step: Choose) -> str:
        named = [option.id for option in step.options if self._named(option.id)]
        return named[0] if named else super().one(step)

    def several(self, step: Choose) -> tuple[str, ...]:
        ids = [option.id for option in step.options]
        named = [option for option in ids if self._named(option)][: step.most]
        others = [option for option in ids if option not in named]
        chosen = {*named, *others[: max(0, step.least - len(named))]}
        return tuple(option for option in ids if option in chosen)

    def pick(self, step: Rank) -> str:
        named = [option.id for option in step.options if self._named(option.id)]
        if not named:
            return super().pick(step).removeprefix(EQUAL)
        return (EQUAL if step.may_equal else "") + named[0]

    def pile(self, step: Sort) -> int:
        return 0 if self._named(step.card.id) else len(step.piles) - 1


def _parted(name: str) -> str:
    """An id between marks that part its words, so that no word is found inside another."""
    return f":{name.replace('.', ':')}:"
