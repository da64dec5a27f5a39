"""Whether the key of an instrument holds: people with a known target must come out as they are.

A respondent is high on one scale (two standard deviations above the mean, a loading of .6) and stands
at the mean on all others. That scale must come out first, or tied with the first, in at least 90 of
100 of them. Where chance alone could have made it fewer, four hundred more decide.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from progpro_tui.authoring.simulate.by_rule import Straight
from progpro_tui.authoring.simulate.latent import NO_TARGETS, Targets
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.authoring.simulate.simulate import respond
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.progress import Progress
from progpro_tui.host.blame import blaming
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.profiles import open_run
from progpro_tui.workspace.simulations import Manner, Outcome, Plan, simulated

SHARE = 0.9
"""The least share of respondents in whom their scale is found again."""

DOUBT = 0.82
"""Of a hundred, so many can be found by chance where ninety is the truth: three standard errors."""

MORE = 400
ENDS = (0.0, 0.5, 1.0)
"""Where a straight-liner's point stands: least, middle, most."""


@dataclass(frozen=True)
class Crowd:
    """How many respondents try a key: high on each scale, low on each, and of two other manners."""

    high: int = 100
    low: int = 20
    others: int = 40
    unscaled: int = 20
    """Where there are no scales, so many only come to the end of it."""

    def size(self, scales: int) -> int:
        """How many that makes for so many scales."""
        return (self.high + self.low) * scales + 2 * self.others if scales else self.unscaled


USUAL = Crowd()
THOROUGH = Crowd(high=1000, low=200, others=1000, unscaled=500)


@dataclass
class Trial:
    """What was seen of one instrument, over all who tried it."""

    instrument: Instrument
    found: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    levels: Counter[tuple[str, int]] = field(default_factory=Counter)
    unreached: frozenset[str] | None = None
    straight: dict[float, Profile] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        """Take in what came of some respondents."""
        for scale in outcome.scales:
            self.levels.update({(scale.scale, level): n for level, n in enumerate(scale.levels)})
        unreached = frozenset(outcome.unreached)
        self.unreached = unreached if self.unreached is None else self.unreached & unreached

    def add_targets(self, outcome: Outcome) -> None:
        """As :meth:`add`, of those who were high on a scale."""
        self.add(outcome)
        for target in outcome.targets:
            (scale,) = target.targets
            self.found[scale] += target.first
            self.asked[scale] += target.n

    def add_straight(self, at: float, profile: Profile) -> None:
        """Take in the profile of one who always gave the same answer."""
        self.straight[at] = profile
        for score in profile.scores:
            levels = self.instrument.scale(score.scale).levels
            if score.level in levels:
                self.levels[score.scale, levels.index(score.level)] += 1


def tried(
    host: PluginHost, instrument: Instrument, crowd: Crowd, progress: Progress | None = None
) -> Trial:
    """Lead a crowd through an instrument. Raises :class:`PluginError` where the exercise fails."""
    trial, language = Trial(instrument), instrument.languages[0]
    total, before = crowd.size(len(instrument.scales)), 0

    def come(n: int, manner: Manner, targets: Targets = NO_TARGETS, seed: int = 0) -> Outcome:
        nonlocal before
        started, before = before, before + n
        told = progress and (lambda done, _: progress(started + done, max(total, before)))
        return simulated(host, instrument, Plan(n, manner, targets, seed, language=language), told)

    if not instrument.scales:
        trial.add(come(crowd.unscaled, "random"))
        return trial
    for scale in instrument.scales:
        trial.add_targets(come(crowd.high, "target", {scale.id: "high"}))
        if DOUBT * crowd.high <= trial.found[scale.id] < SHARE * crowd.high:
            trial.add_targets(come(MORE, "target", {scale.id: "high"}, seed=1))
        trial.add(come(crowd.low, "target", {scale.id: "low"}))
    trial.add(come(crowd.others, "random"))
    trial.add(come(crowd.others, "extreme"))
    exercise, run = host.exercise(instrument.kind), open_run(host, instrument, seed=0)
    with blaming(host.plugin_of(instrument.kind).name):
        for at in ENDS:
            who = Straight(Who(instrument, language=language), at)
            trial.add_straight(at, respond(exercise, run, who).profile())
    return trial
