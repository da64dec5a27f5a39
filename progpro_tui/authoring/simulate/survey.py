"""What respondents of every sort show of an instrument: its key, its levels, its items, its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.by_taste import Target
from progpro_tui.authoring.simulate.effect import idle_items
from progpro_tui.authoring.simulate.latent import Height
from progpro_tui.authoring.simulate.respondents import Respondent, Who
from progpro_tui.authoring.simulate.simulate import lead
from progpro_tui.authoring.simulate.tally import Outcome, TargetTally
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument, Level
from progpro_tui.core.progress import Progress
from progpro_tui.core.run import Run

EACH = 100
"""So many at random, and so many high and so many low on each scale."""

RECOVERED = 0.9
"""The share of those high on a scale in whom it must stand in the first group."""

HEIGHTS: tuple[Height, ...] = ("high", "low")


@dataclass(frozen=True)
class Survey:
    """What came of the respondents, and the ``idle`` items: those that change nothing.

    ``unreached_levels`` are levels, by the id of their scale, that neither a respondent at random nor
    one high or low on any scale came to.
    """

    outcome: Outcome
    unreached_levels: tuple[tuple[str, Level], ...]
    idle: tuple[str, ...]

    @property
    def lost(self) -> tuple[TargetTally, ...]:
        """The scales that were not found again often enough in those who are high on them."""
        return tuple(
            target
            for target in self.outcome.targets
            if "high" in target.targets.values() and target.first < RECOVERED * target.n
        )


def survey(
    exercise: Exercise[Any],
    run: Run[Any],
    each: int = EACH,
    seed: int = 0,
    progress: Progress | None = None,
) -> Survey:
    """Lead ``each`` respondents of every sort through an exercise. The seed of ``run`` is not used."""
    instrument = run.instrument
    total = each * (1 + len(HEIGHTS) * len(instrument.scales))
    outcome = lead(
        exercise,
        run,
        _respondents(instrument, each, seed),
        total,
        lambda administration: administration.profile(),
        progress,
    )
    levels = tuple(
        (tally.scale, level)
        for tally in outcome.scales
        for level, n in zip(instrument.scale(tally.scale).levels, tally.levels, strict=True)
        if not n
    )
    return Survey(outcome, levels, idle_items(exercise, run, seed))


def _respondents(instrument: Instrument, each: int, seed: int) -> Iterator[Respondent]:
    for number in range(each):
        yield Random(Who(instrument, seed, number, instrument.languages[0]))
    for scale in instrument.scales:
        for height in HEIGHTS:
            for number in range(each):
                who = Who(instrument, seed, number, instrument.languages[0], targets={scale.id: height})
                yield Target(who)
