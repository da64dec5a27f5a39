"""The result of a run: it explains itself for as long as it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from progpro_tui.core.answers import Given
from progpro_tui.core.findings import Finding
from progpro_tui.core.scoring import Score
from progpro_tui.core.text import Message, Text, Words
from progpro_tui.core.ties import NO_TIES, Ties


@dataclass(frozen=True)
class Axis:
    """One axis of a polygon: a letter, a name, and the scale whose score it carries."""

    letter: str
    scale: str


@dataclass(frozen=True)
class IndexResult:
    """What an index says of a profile.

    ``data`` is what a machine reads, as JSON has it; it joins the data of the other indices of the
    same family (the part of the id before the dot). ``label`` and ``sentence`` are what the
    counsellor reads; ``headline`` stands large above the profile, ``question`` among the questions
    to ask. ``reason`` says why there is no value. ``polygon`` asks for a drawing of these axes, in
    ring order.
    """

    id: str
    label: Words
    sentence: Words | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    reason: Message | None = None
    headline: str = ""
    headline_words: Words | None = None
    question: Words | None = None
    polygon: tuple[Axis, ...] = ()


@dataclass(frozen=True)
class Line:
    """One answer as it was asked: the words shown, and the words of the answer.

    ``value`` is the code of a scale. A ``private`` line stands on no page that others may read.
    """

    step: str
    text: Words
    answer: Words
    value: int | None = None
    scales: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True)
class Provenance:
    """Where a profile comes from. ``minutes`` is 0 where no times were kept."""

    instrument: str
    version: str
    hash: str
    engine: str
    plugin: str
    started: str
    finished: str
    minutes: int
    languages: tuple[str, ...]
    plain: bool
    by: tuple[str, ...]
    seed: int


@dataclass(frozen=True)
class Profile:
    """Scores with their reasons, ties, findings, indices, every answer, and their provenance.

    ``marks`` are the words of the rating scale from least to most: the axis of the person's bars.
    ``measure`` says what a score is, where it is no mean of ratings; ``ipsative`` scores compare the
    person with nobody but themselves, and their sum is constant. ``facts`` are the findings as a
    machine reads them, as JSON has it; ``remarks`` are sentences for the counsellor. A ``private``
    profile is shown to others only where the person says so. ``closed`` are the steps at which a list
    was ended by skipping: nothing was left out there. It, ``provenance`` and ``given`` are filled in
    by whoever kept the run.
    """

    scores: tuple[Score, ...] = ()
    ties: Ties = NO_TIES
    lines: tuple[Line, ...] = ()
    marks: tuple[Text, ...] = ()
    measure: Message | None = None
    ipsative: bool = False
    findings: tuple[Finding, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    private: bool = False
    closed: tuple[str, ...] = ()
    indices: tuple[IndexResult, ...] = ()
    given: tuple[Given, ...] = ()
    provenance: Provenance | None = None

    def score(self, scale: str) -> Score:
        """The score of this scale. Raises ``KeyError`` where the profile has no such scale."""
        for score in self.scores:
            if score.scale == scale:
                return score
        raise KeyError(scale)

    def index(self, index_id: str) -> IndexResult | None:
        return next((index for index in self.indices if index.id == index_id), None)

    @property
    def polygons(self) -> tuple[tuple[Axis, ...], ...]:
        """The drawings that indices ask for and this profile has every scale for."""
        scales = {score.scale for score in self.scores}
        asked = (index.polygon for index in self.indices if index.polygon)
        return tuple(axes for axes in asked if scales.issuperset(axis.scale for axis in axes))
