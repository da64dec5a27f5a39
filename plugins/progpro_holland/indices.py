"""The indices as the program asks for them: a value and its words, or the reason for none."""

from __future__ import annotations

from fractions import Fraction

from progpro_holland.hexagon import (
    RING,
    code,
    consistency,
    differentiation,
    elevation,
    leading_groups,
    spread,
)
from progpro_tui.api import (
    N_,
    Axis,
    IndexResult,
    Instrument,
    Message,
    Profile,
    Words,
    message,
)

CONSISTENCY_WORDS = {
    1: N_("high: the first two directions are neighbours on the hexagon"),
    2: N_("medium: one direction stands between the first two on the hexagon"),
    3: N_("low: the first two directions face each other on the hexagon"),
}
POLYGON = tuple(Axis(letter, letter) for letter in RING)


def missing_scale(profile: Profile) -> Message | None:
    """Why there is nothing to compute: a direction without a score, or not asked at all."""
    scores = {score.scale: score for score in profile.scores}
    for letter in RING:
        if letter not in scores:
            return message(N_("this instrument has no scale “{letter}”"), letter=letter)
    for letter in RING:
        score = scores[letter]
        if score.value is None:
            return message(
                N_("{letter} {name}: too few answers ({answered} of {asked})"),
                letter=letter,
                name=score.name,
                answered=score.answered,
                asked=score.asked,
            )
    return None


def _drawn(profile: Profile) -> tuple[Axis, ...]:
    """The hexagon, where the instrument has its six scales."""
    scales = {score.scale for score in profile.scores}
    return POLYGON if scales.issuperset(RING) else ()


def values(profile: Profile) -> dict[str, Fraction]:
    """The six scores by letter."""
    return {s.scale: s.value for s in profile.scores if s.scale in RING and s.value is not None}


def groups(profile: Profile) -> list[tuple[str, ...]]:
    """The tie groups of the six, from the top."""
    return [tuple(scale for scale in group if scale in RING) for group in profile.ties.groups]


def undifferentiated(profile: Profile) -> bool:
    return len(groups(profile)[0]) == len(RING)


class Code:
    """The Holland code, with its ties."""

    id = "holland.code"

    def compute(self, instrument: Instrument, profile: Profile) -> IndexResult:
        label = message(N_("Holland code"))
        if reason := missing_scale(profile):
            data = {"code": None, "undifferentiated": False}
            return IndexResult(self.id, label, data=data, reason=reason, polygon=_drawn(profile))
        alike = undifferentiated(profile)
        written = code(groups(profile))
        return IndexResult(
            self.id,
            label,
            data={"code": written, "undifferentiated": alike},
            headline=written,
            headline_words=_in_words(profile),
            question=_tie_question(profile, instrument),
            polygon=POLYGON,
        )


class Consistency:
    """How near the first two letters stand on the hexagon."""

    id = "holland.consistency"

    def compute(self, instrument: Instrument, profile: Profile) -> IndexResult:
        label = message(N_("Consistency"))
        reason = missing_scale(profile)
        if reason is None and undifferentiated(profile):
            reason = message(N_("undifferentiated: no direction stands out"))
        if reason:
            data = {"consistency": {"from": None, "to": None}}
            return IndexResult(self.id, label, data=data, reason=reason)
        least, most = consistency(groups(profile))
        sentence = message(CONSISTENCY_WORDS[least])
        if least != most:
            sentence = message(
                N_("between two readings, as ties leave it open: {one}; {other}"),
                one=sentence,
                other=message(CONSISTENCY_WORDS[most]),
            )
        return IndexResult(self.id, label, sentence, data={"consistency": {"from": least, "to": most}})


class Differentiation:
    """How clearly the first direction stands out."""

    id = "holland.differentiation"

    def compute(self, instrument: Instrument, profile: Profile) -> IndexResult:
        label = message(N_("Differentiation"))
        if reason := missing_scale(profile):
            return IndexResult(self.id, label, data={"differentiation": {"value": None}}, reason=reason)
        six = values(profile)
        value = differentiation(six)
        sentence = message(
            N_("{value}: how far the first stands above the others; from least to most {spread}"),
            value=value,
            spread=spread(six),
        )
        return IndexResult(self.id, label, sentence, data={"differentiation": {"value": float(value)}})


class Elevation:
    """How much of everything is liked: flat and high is not flat and low."""

    id = "holland.elevation"

    def compute(self, instrument: Instrument, profile: Profile) -> IndexResult:
        label = message(N_("Elevation"))
        if reason := missing_scale(profile):
            return IndexResult(self.id, label, data={"elevation": {"value": None}}, reason=reason)
        value = elevation(values(profile))
        score = profile.score(RING[0])
        sentence = message(
            N_("{value} on average, on a scale from {least} to {most}"),
            value=value,
            least=int(score.least),
            most=int(score.most),
        )
        return IndexResult(
            self.id,
            label,
            sentence,
            data={"elevation": {"value": float(value)}},
            question=_flat_question(profile, value) if undifferentiated(profile) else None,
        )


def _in_words(profile: Profile) -> Words:
    """« Social, then Artistic and Enterprising, tied »."""
    if undifferentiated(profile):
        return message(N_("Undifferentiated: the six directions are tied, no code"))
    phrases: list[Words] = []
    for group in leading_groups(groups(profile)):
        names: list[Words] = [profile.score(letter).name for letter in group]
        listed = names[0]
        for name in names[1:-1]:
            listed = message(N_("{one}, {other}"), one=listed, other=name)
        if len(names) > 1:
            listed = message(N_("{some} and {last}, tied"), some=listed, last=names[-1])
        phrases.append(listed)
    words = phrases[0]
    for phrase in phrases[1:]:
        words = message(N_("{first}, then {second}"), first=words, second=phrase)
    return words


def _tie_question(profile: Profile, instrument: Instrument) -> Words | None:
    """A tie at the top is a choice that the scores do not make: ask."""
    first = groups(profile)[0]
    if len(first) == 1 or undifferentiated(profile):
        return None
    return message(
        N_("“{one}” and “{other}” come out alike: what would make you choose?"),
        one=profile.score(first[0]).short,
        other=profile.score(first[1]).short,
    )


def _flat_question(profile: Profile, value: Fraction) -> Words:
    score = profile.score(RING[0])
    middle = (score.least + score.most) / 2
    if value > middle:
        return message(N_("Many things attract you alike: which would you do without last?"))
    if value < middle:
        return message(N_("Little of this attracts you: what would you have liked to find here?"))
    return message(N_("No direction stands out: which activity do you still remember?"))
