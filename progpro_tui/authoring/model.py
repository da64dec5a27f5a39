"""The model of an instrument file: its entries, and how they become an :class:`Instrument`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field

from progpro_tui.authoring.values import (
    Exact,
    Expected,
    FileText,
    Nothing,
    Strict,
    Whole,
    Wording,
    Words,
    mistake,
    named,
)
from progpro_tui.core.instrument import Guidance, Instrument, Item, Level, Scale
from progpro_tui.core.text import Text

Id: TypeAlias = Annotated[Words, named("id", r"[a-z][a-z0-9-]{0,63}")]
ItemId: TypeAlias = Annotated[Words, named("item_id", r"[a-z][a-z0-9_-]{0,31}")]
ScaleId: TypeAlias = Annotated[Words, named("scale_id", r"[A-Za-z][A-Za-z0-9_]{0,15}")]
Version: TypeAlias = Annotated[
    Words, named("version", r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)([-+][0-9A-Za-z.+-]+)?")
]
LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
Language: TypeAlias = Annotated[Words, named("language", LANGUAGE.pattern)]

OptionalText: TypeAlias = FileText | None

NO_TEXT = Text({})
NONE: Mapping[str, Any] = {}


def _weight(value: int) -> int:
    if value == 0:
        raise mistake("weight")
    return value


def _share(value: Any) -> Any:
    if not 0 <= value <= 1:
        raise mistake("share")
    return value


def _width(value: Any) -> Any:
    if value <= 0:
        raise mistake("positive")
    return value


def _some(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if not value:
        raise mistake("nothing")
    return value


def _at_most(most: int) -> AfterValidator:
    """No instrument has more; scoring more would take a hostile file minutes."""

    def check(value: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(value) > most:
            raise mistake("too_many", most=most)
        return value

    return AfterValidator(check)


def _no_norms(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if value:
        raise mistake("norms")
    return value


Weight: TypeAlias = Annotated[Whole, AfterValidator(_weight)]
Minutes: TypeAlias = Annotated[Whole, AfterValidator(_width)]


class ItemFile(Strict):
    """One entry of ``items:``."""

    id: ItemId
    name: OptionalText = None
    short: OptionalText = None
    text: Wording
    plain: Wording
    opposite: OptionalText = None
    levels: tuple[FileText, ...] = ()
    scales: Mapping[str, Weight] = NONE
    tags: Mapping[str, Words] = NONE

    def core(self) -> Item:
        """The item of the core."""
        return Item(
            self.id,
            Text(self.text, self.plain),
            self.scales,
            self.tags,
            self.name,
            self.short,
            self.opposite,
            self.levels,
        )


class LevelFile(Strict):
    """One entry of ``levels:`` of a scale."""

    start: Exact = Field(alias="from")
    end: Exact = Field(alias="to")
    name: FileText
    person: FileText
    counsellor: FileText

    def core(self) -> Level:
        """The level of the core."""
        return Level(self.start, self.end, self.name, self.person, self.counsellor)


class ScaleFile(Strict):
    """One entry of ``scales:``."""

    id: ScaleId
    name: Wording
    plain: Wording
    short: FileText
    score: Literal["mean", "sum"]
    minimum_share: Annotated[Exact, AfterValidator(_share)]
    tie_width: Annotated[Annotated[Exact, AfterValidator(_width)] | None, Nothing] = None
    levels: tuple[LevelFile, ...] = ()

    def core(self) -> Scale:
        """The scale of the core."""
        return Scale(
            id=self.id,
            name=Text(self.name, self.plain),
            short=self.short,
            score=self.score,
            minimum_share=self.minimum_share,
            tie_width=self.tie_width,
            levels=tuple(level.core() for level in self.levels),
        )


class ExampleFile(Strict):
    """One entry of ``examples:``: answers, and the scores they must give."""

    name: Words
    answers: dict[str, str | tuple[str, ...]]
    scores: dict[str, Annotated[Expected | None, Nothing]] = Field(default_factory=dict)
    facts: dict[str, Any] = Field(default_factory=dict)
    code: Annotated[Words | None, Nothing] = None


class InstrumentFile(Strict):
    """A whole file. ``settings`` is replaced by what the kind declares, where it is known."""

    id: Id
    version: Version
    kind: Words
    languages: Annotated[tuple[Language, ...], AfterValidator(_some)]
    title: FileText
    author: Words
    licence: Words
    minutes: Minutes = 0
    measures: FileText
    does_not_measure: FileText
    does_not_measure_person: FileText
    for_whom: FileText = NO_TEXT
    not_for: FileText = NO_TEXT
    reading_help: FileText = NO_TEXT
    sources: tuple[Words, ...] = ()
    instructions: FileText
    counsellor_instructions: FileText
    debrief: tuple[FileText, ...] = ()
    settings: Any
    items: Annotated[tuple[ItemFile, ...], _at_most(1000)] = ()
    scales: Annotated[tuple[ScaleFile, ...], _at_most(100)]
    indices: tuple[Words, ...] = ()
    norms: Annotated[tuple[Any, ...], AfterValidator(_no_norms)] = ()
    examples: Annotated[tuple[ExampleFile, ...], _at_most(100)] = ()

    def core(self, settings: dict[str, Any]) -> Instrument:
        """The instrument, without its hash. ``settings`` is the plain data of the kind's own."""
        return Instrument(
            id=self.id,
            version=self.version,
            kind=self.kind,
            languages=self.languages,
            title=self.title,
            author=self.author,
            licence=self.licence,
            guidance=self._guidance(),
            items=tuple(item.core() for item in self.items),
            scales=tuple(scale.core() for scale in self.scales),
            indices=self.indices,
            settings=settings,
        )

    def _guidance(self) -> Guidance:
        return Guidance(
            measures=self.measures,
            does_not_measure=self.does_not_measure,
            does_not_measure_person=self.does_not_measure_person,
            instructions=self.instructions,
            counsellor_instructions=self.counsellor_instructions,
            for_whom=self.for_whom,
            not_for=self.not_for,
            reading_help=self.reading_help,
            debrief=self.debrief,
            sources=self.sources,
            minutes=self.minutes,
        )
