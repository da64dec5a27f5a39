"""Simulated respondents led through an exercise, step by step, as a person is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from typing import Any, Literal, TypeAlias

from progpro_tui.authoring.simulate.by_rule import Fast, Random, Straight
from progpro_tui.authoring.simulate.by_taste import Acquiescent, Extreme, Target
from progpro_tui.authoring.simulate.latent import NO_TARGETS, Targets
from progpro_tui.authoring.simulate.respondents import Respondent, Who
from progpro_tui.authoring.simulate.tally import Outcome, Tally
from progpro_tui.core.administration import Administration
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.progress import Progress
from progpro_tui.core.run import Run

Manner: TypeAlias = Literal["random", "straight", "acquiescent", "extreme", "fast", "target"]

MANNERS: dict[Manner, Callable[[Who], Respondent]] = {
    "random": Random,
    "straight": Straight,
    "acquiescent": Acquiescent,
    "extreme": Extreme,
    "fast": Fast,
    "target": Target,
}
"""The ways of answering, by the word that asks for them."""

MakeProfile: TypeAlias = Callable[[Administration], Profile]


@dataclass(frozen=True)
class Plan:
    """How many respondents of what manner.

    ``targets`` is what a target respondent is high or low on; where it names nothing, the scales
    take turns: one respondent high on each.
    """

    n: int = 1000
    manner: Manner = "random"
    targets: Targets = field(default_factory=dict)
    seed: int = 0
    gaps: float | None = None
    language: str = "fr"

    def respondents(self, instrument: Instrument) -> Iterator[Respondent]:
        """Each respondent, made when their turn comes."""
        for number, targets in enumerate(islice(cycle(self._aims(instrument)), self.n)):
            who = Who(instrument, self.seed, number, self.language, self.gaps, targets)
            yield MANNERS[self.manner](who)

    def _aims(self, instrument: Instrument) -> Sequence[Targets]:
        if self.manner != "target":
            return [NO_TARGETS]
        if self.targets:
            return [self.targets]
        return [{scale.id: "high"} for scale in instrument.scales] or [NO_TARGETS]


def respond(exercise: Exercise[Any], run: Run[Any], respondent: Respondent) -> Administration:
    """The administration in which this respondent has answered every step that they came to."""
    administration = Administration(exercise, replace(run, seed=respondent.run_seed))
    while step := administration.step:
        administration.answer(respondent.given(step))
    return administration


def simulate(
    exercise: Exercise[Any],
    run: Run[Any],
    plan: Plan,
    make_profile: MakeProfile,
    progress: Progress | None = None,
) -> Outcome:
    """What comes of the respondents of a plan. ``run`` brings the instrument; its seed is not used.

    ``progress`` is told how many of how many are done after each.
    """
    respondents = plan.respondents(run.instrument)
    return lead(exercise, run, respondents, plan.n, make_profile, progress)


def lead(
    exercise: Exercise[Any],
    run: Run[Any],
    respondents: Iterable[Respondent],
    total: int,
    make_profile: MakeProfile,
    progress: Progress | None = None,
) -> Outcome:
    """As :func:`simulate`, for any respondents, ``total`` in number."""
    tally = Tally(run.instrument, [step.id for step in exercise.outline(run)])
    for done, respondent in enumerate(respondents, 1):
        administration = respond(exercise, run, respondent)
        path = [step.id for step in administration.path]
        tally.add(path, make_profile(administration), respondent.who.targets)
        if progress:
            progress(done, total)
    return tally.outcome()
