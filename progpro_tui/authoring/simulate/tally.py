"""What comes of many simulated respondents: scores, targets found again, levels and steps reached."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles, stdev

from progpro_tui.authoring.simulate.latent import Targets
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.ties import Ties


@dataclass(frozen=True)
class ScaleTally:
    """One scale over all respondents.

    ``mean`` and ``sd`` (n − 1) are those of the ``scored`` who have a score: none where there are
    too few. ``quartiles`` are the least score, the three quartiles (R's type 7) and the greatest.
    ``levels`` counts the scores in each level, in the order of the file.
    """

    scale: str
    scored: int
    mean: float | None
    sd: float | None
    quartiles: tuple[float, ...] | None
    levels: tuple[int, ...]


@dataclass(frozen=True)
class TargetTally:
    """How often one target was found again: in the first tied group, and alone in it."""

    targets: Targets
    n: int
    first: int
    alone: int


@dataclass(frozen=True)
class Outcome:
    """What came of ``n`` respondents.

    ``undifferentiated`` had every scale with a score in one group, of ``compared`` who had two or
    more. ``asked`` counts the steps of the outline, ``unreached`` names those that nobody came to.
    """

    n: int
    scales: tuple[ScaleTally, ...]
    targets: tuple[TargetTally, ...]
    compared: int
    undifferentiated: int
    asked: int
    unreached: tuple[str, ...]


class Tally:
    """Takes in one profile after the other; keeps no profile."""

    def __init__(self, instrument: Instrument, outline: Sequence[str]) -> None:
        self._instrument = instrument
        self._outline = outline
        self._reached: set[str] = set()
        self._values: defaultdict[str, list[float]] = defaultdict(list)
        self._levels: Counter[tuple[str, int]] = Counter()
        self._targets: dict[tuple[tuple[str, str], ...], list[int]] = {}
        self._named: dict[tuple[tuple[str, str], ...], Targets] = {}
        self._n = self._compared = self._undifferentiated = 0

    def add(self, path: Iterable[str], profile: Profile, targets: Targets) -> None:
        """Take in one respondent: the ids of the steps on their path, and their profile."""
        self._n += 1
        self._reached.update(path)
        for score in profile.scores:
            if score.value is None:
                continue
            self._values[score.scale].append(float(score.value))
            levels = self._instrument.scale(score.scale).levels
            if score.level in levels:
                self._levels[score.scale, levels.index(score.level)] += 1
        groups = profile.ties.groups
        if sum(map(len, groups)) > 1:
            self._compared += 1
            self._undifferentiated += len(groups) == 1
        if targets:
            name = tuple(sorted(targets.items()))
            self._named[name] = targets
            counts = self._targets.setdefault(name, [0, 0, 0])
            found = found_again(profile.ties, targets)
            for place, counted in enumerate((True, *found)):
                counts[place] += counted

    def outcome(self) -> Outcome:
        """What came of all that were taken in."""
        return Outcome(
            n=self._n,
            scales=tuple(self._scale(scale.id) for scale in self._instrument.scales),
            targets=tuple(TargetTally(self._named[name], *n) for name, n in self._targets.items()),
            compared=self._compared,
            undifferentiated=self._undifferentiated,
            asked=len(self._outline),
            unreached=tuple(step for step in self._outline if step not in self._reached),
        )

    def _scale(self, scale: str) -> ScaleTally:
        values = self._values[scale]
        levels = len(self._instrument.scale(scale).levels)
        return ScaleTally(
            scale,
            len(values),
            fmean(values) if values else None,
            stdev(values) if len(values) > 1 else None,
            _quartiles(values),
            tuple(self._levels[scale, level] for level in range(levels)),
        )


def _quartiles(values: list[float]) -> tuple[float, ...] | None:
    if not values:
        return None
    if len(values) == 1:
        return tuple(values * 5)
    return min(values), *quantiles(values, method="inclusive"), max(values)


def found_again(ties: Ties, targets: Targets) -> tuple[bool, bool]:
    """Whether the targets stand in the first tied group, and whether they are alone there.

    Several high targets share the first places: before each, only other targets stand. What is aimed
    low is looked for from the other end.
    """
    first = alone = True
    for height, groups in (("high", ties.groups), ("low", ties.groups[::-1])):
        wanted = {scale for scale, aimed in targets.items() if aimed == height}
        for group in groups:
            if not wanted:
                break
            alone = alone and wanted.issuperset(group)
            first = first and not wanted.isdisjoint(group)
            wanted -= set(group)
        first = first and not wanted
        alone = alone and not wanted
    return first, first and alone
