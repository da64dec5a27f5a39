"""What every simulated respondent has: a seed, a language, a pace, and an answer to any step."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from progpro_tui.authoring.simulate.latent import Targets, chance_of
from progpro_tui.authoring.simulate.words import written
from progpro_tui.core.answers import Answer, Given, Missing, Value
from progpro_tui.core.card_steps import EMPTY, Arrange, Choose, Rank, Sort
from progpro_tui.core.errors import PluginError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import SEEN, Step
from progpro_tui.core.text import N_
from progpro_tui.core.write_step import Write

OnPoints: TypeAlias = Rate | Grid | Place


@dataclass(frozen=True)
class Who:
    """Who answers: ``number`` tells the respondents of one ``seed`` apart.

    ``gaps`` is the share of questions left out at random, in a way that the step offers; none leaves
    it to the manner of answering.
    """

    instrument: Instrument
    seed: int = 0
    number: int = 0
    language: str = "fr"
    gaps: float | None = None
    targets: Targets = field(default_factory=dict)


class Respondent(ABC):
    """One simulated person. All that they do is decided by who they are."""

    gaps = 0.0
    """The share of questions that they leave out."""

    pace = (3.0, 12.0)
    """Seconds that a question takes them, at least and at most."""

    def __init__(self, who: Who) -> None:
        self.who = who
        self.run_seed = chance_of(who.seed, who.number, "run").getrandbits(32)
        """The seed of their run, from which orders are drawn."""
        self.chance = chance_of(who.seed, who.number, "chance")
        if who.gaps is not None:
            self.gaps = who.gaps

    def answer(self, step: Step) -> Answer:
        """An answer that the step accepts. Raises :class:`PluginError` for a step of no known sort."""
        if not step.asks:
            return SEEN
        if self.gaps and step.takes and self.chance.random() < self.gaps:
            return self.chance.choice(ways_of(step))
        return self.value(step)

    def given(self, step: Step) -> Given:
        """Their answer as a run keeps it: in their language, after the time that they took."""
        seconds = round(self.chance.uniform(*self.pace), 2)
        language = self.who.language
        return Given(step.id, self.answer(step), seconds=seconds, language=language, by="person")

    def value(self, step: Step) -> Value:
        """An answer that is a value."""
        step = step.fallback()
        match step:
            case Rate() | Grid() | Place():
                points = points_of(step)
                return points[self.point(step, len(points))]
            case Choose(several=True):
                return self.several(step)
            case Choose():
                return self.one(step)
            case Rank():
                return self.pick(step)
            case Sort():
                return step.piles[self.pile(step)].id
            case Arrange():
                return self.arranged(step)
            case Write():
                chance = chance_of(self.who.seed, self.who.number, "words", step.id)
                return written(step, chance, self.who.language)
        raise PluginError(
            N_("No simulated respondent can answer “{step}”, a step of the sort {sort}."),
            step=step.id,
            sort=type(step).__name__,
        )

    @abstractmethod
    def point(self, step: OnPoints, points: int) -> int:
        """The place, from 0, of a point among so many."""

    @abstractmethod
    def one(self, step: Choose) -> str:
        """One of some options."""

    @abstractmethod
    def several(self, step: Choose) -> tuple[str, ...]:
        """Some of some options."""

    @abstractmethod
    def pick(self, step: Rank) -> str:
        """The next best."""

    @abstractmethod
    def pile(self, step: Sort) -> int:
        """The place, from 0, of the pile for a card."""

    @abstractmethod
    def arranged(self, step: Arrange) -> tuple[str, ...]:
        """Every card in its place."""


def points_of(step: OnPoints) -> Sequence[int]:
    """The points that a step takes, from least to most."""
    if isinstance(step, Place):
        return range(step.least, step.most + 1)
    responses = step.responses if isinstance(step, Rate) else step.asked.responses
    return [response.value for response in responses]


def ways_of(step: Step) -> list[Missing]:
    """The ways not to answer that a step offers, always in one order."""
    return [way for way in Missing if way in step.takes]


def as_they_lie(step: Arrange) -> tuple[str, ...]:
    """Every card as it lies before anyone has moved one; in their own order, where some lie nowhere."""
    lying = tuple(card for card in step.at_first if card != EMPTY)
    return lying if len(lying) == len(step.cards) else tuple(card.id for card in step.cards)
