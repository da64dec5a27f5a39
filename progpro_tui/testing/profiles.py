"""Profiles: scores within their bounds, or a reason; groups of scales that have one."""

from __future__ import annotations

from collections import Counter

from progpro_tui.core.profile import Profile
from progpro_tui.testing.subject import Led, Subject


def check_profiles(subject: Subject, led: list[Led]) -> None:
    """The profile of everyone, and of someone who was asked nothing yet."""
    for one in led:
        _check(subject, one.profile)
    _check(subject, subject.profile(0, {}))


def _check(subject: Subject, profile: Profile) -> None:
    known = {scale.id for scale in subject.instrument.scales}
    for scale, times in Counter(score.scale for score in profile.scores).items():
        if scale not in known or times > 1:
            subject.fail(f"it scores “{scale}”, which is no scale of the instrument, or twice")
    for score in profile.scores:
        if score.value is None and score.reason is None:
            subject.fail(f"“{score.scale}” has neither a score nor a reason why not")
        if score.value is not None and not score.least <= score.value <= score.most:
            found = f"{score.value} is outside {score.least}…{score.most}"
            subject.fail(f"the score of “{score.scale}” is out of its bounds: {found}")
    scored = {score.scale for score in profile.scores if score.value is not None}
    grouped = [scale for group in profile.ties.groups for scale in group]
    if sorted(grouped) != sorted(scored):
        subject.fail("its tied groups do not hold every scale with a score exactly once")
