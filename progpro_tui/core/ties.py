"""No order where the difference is within the error: which scores are tied, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from progpro_tui.core.scoring import Score
from progpro_tui.core.text import N_, Message, message


@dataclass(frozen=True)
class Ties:
    """The groups of tied scores from the top, and the width that made them.

    ``groups`` names scales, most first, those of one group in the order of the instrument; scales
    without a score are in none. ``least_width`` and ``most_width`` differ where the width depends on
    the pair.
    """

    groups: tuple[tuple[str, ...], ...]
    rule: Message
    least_width: Fraction | None = None
    most_width: Fraction | None = None

    def group_of(self, scale: str) -> tuple[str, ...]:
        """The group that holds this scale; empty where it has no score."""
        return next((group for group in self.groups if scale in group), ())

    def tied(self, scale: str) -> bool:
        return len(self.group_of(scale)) > 1


NO_TIES = Ties((), message(N_("no scores to compare")))
"""Of a profile without scores."""


def tie_width(one: Score, other: Score) -> Fraction:
    """Two scores nearer than this are tied.

    The width declared in the file, the wider of the two; else two points on one answer of the
    scale with the fewer answers (2/a on means): so that one point on one answer never makes an
    order.
    """
    declared = [width for width in (one.tie_width, other.tie_width) if width is not None]
    if declared:
        return max(declared)
    return 2 * max(one.grain or Fraction(0), other.grain or Fraction(0))


def are_tied(one: Score, other: Score) -> bool:
    """Whether two scores differ by less than their tie width. Exact: never on floats."""
    if one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) < tie_width(one, other)


def tie_groups(scores: Sequence[Score]) -> Ties:
    """Group scores from the top: one, and every following one tied with the group's first.

    Ties are not transitive; this is the rule that keeps groups from drifting.
    """
    scored = [score for score in scores if score.value is not None]
    ranked = sorted(scored, key=lambda score: score.value or 0, reverse=True)
    groups: list[list[Score]] = []
    for score in ranked:
        if groups and are_tied(groups[-1][0], score):
            groups[-1].append(score)
        else:
            groups.append([score])
    order = {score.scale: place for place, score in enumerate(scores)}
    named = tuple(
        tuple(sorted((score.scale for score in group), key=order.__getitem__)) for group in groups
    )
    widths = _widths(scored)
    if any(score.tie_width is not None for score in scored):
        rule = message(N_("width declared by the author"))
    else:
        rule = message(N_("default rule: margin unknown"))
    return Ties(named, rule, min(widths, default=None), max(widths, default=None))


def _widths(scored: Sequence[Score]) -> list[Fraction]:
    """The tie widths that pairs of these scores have: most are of one kind, so few are computed."""
    counts = Counter((score.grain, score.tie_width) for score in scored)
    kinds = {(score.grain, score.tie_width): score for score in scored}
    alike = [tie_width(score, score) for kind, score in kinds.items() if counts[kind] > 1]
    return alike + [tie_width(one, other) for one, other in combinations(kinds.values(), 2)]
