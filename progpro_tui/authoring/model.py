"""The model of an instrument file: its entries, and how they become an :class:`Instrument`.

Beside its type stands what each entry is for: the guide and the editors of authors show it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from progpro_tui.authoring.limits import (
    NO_NORMS,
    POSITIVE,
    SOME,
    Answered,
    Id,
    ItemId,
    Language,
    Minutes,
    ScaleId,
    Share,
    Version,
    Weight,
    at_most,
)
from progpro_tui.authoring.values import Exact, Expected, FileText, Nothing, Strict, Wording, Words
from progpro_tui.core.instrument import Guidance, Instrument, Item, Level, Scale
from progpro_tui.core.text import N_, Text

OptionalText: TypeAlias = FileText | None

NO_TEXT = Text({})
NONE: Mapping[str, Any] = {}


class ItemFile(Strict):
    """One entry of ``items:``."""

    id: Annotated[ItemId, N_("A short name that no other item has. Answers are kept under it.")]
    name: Annotated[
        OptionalText, N_("What the item is called, where the text says more: the name of a card.")
    ] = None
    short: Annotated[
        OptionalText, N_("The name in at most 24 letters, for narrow places of the screen.")
    ] = None
    text: Annotated[Wording, N_("What the person reads, in every language.")]
    plain: Annotated[Wording, N_("The same in simple words, for people who read little.")]
    opposite: Annotated[
        OptionalText,
        N_("The other end: the person answers between the text and this. For ratings."),
    ] = None
    levels: Annotated[
        tuple[FileText, ...],
        N_("The points of the first column of a grid, worded for this item, least first."),
    ] = ()
    scales: Annotated[
        Mapping[str, Weight],
        N_("The scales that the item counts for, each with its weight: 1, or -1 where reversed."),
    ] = NONE
    tags: Annotated[
        Mapping[str, Words], N_("Words of your own that sort the items, such as a sector or a level.")
    ] = NONE

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

    start: Annotated[Exact, N_("The least score of this level.")] = Field(alias="from")
    end: Annotated[Exact, N_("Where the level ends; the next one begins there.")] = Field(alias="to")
    name: Annotated[FileText, N_("The level in a word or two, such as high.")]
    person: Annotated[FileText, N_("What the person reads on this level.")]
    counsellor: Annotated[FileText, N_("What the counsellor reads on this level.")]

    def core(self) -> Level:
        """The level of the core."""
        return Level(self.start, self.end, self.name, self.person, self.counsellor)


class ScaleFile(Strict):
    """One entry of ``scales:``."""

    id: Annotated[ScaleId, N_("A short name that no other scale has, such as R. Items name it.")]
    name: Annotated[Wording, N_("What the scale is called, in every language.")]
    plain: Annotated[Wording, N_("The name in simple words.")]
    short: Annotated[FileText, N_("A name of a few letters, for charts and tables.")]
    score: Annotated[
        Literal["mean", "sum"], N_("How the answers make the score: their mean, or their sum.")
    ]
    minimum_share: Annotated[
        Share, N_("The share of the items that must be answered, or there is no score: such as 0.8.")
    ]
    tie_width: Annotated[
        Annotated[Exact, POSITIVE] | None,
        Nothing,
        N_("Scores that differ by less are shown as tied."),
    ] = None
    levels: Annotated[
        tuple[LevelFile, ...], N_("Ranges of the score that have a text, from least to most.")
    ] = ()

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

    name: Annotated[Words, N_("What the example shows. It is named where the check fails.")]
    answers: Annotated[
        dict[str, Answered],
        N_("The answer to each question, by its id; * stands for any letters, as in r*."),
    ]
    scores: Annotated[
        dict[str, Annotated[Expected | None, Nothing]],
        N_("The score that each scale must get; null where there must be none."),
    ] = Field(default_factory=dict)
    facts: Annotated[dict[str, Any], N_("Other things that the profile must say.")] = Field(
        default_factory=dict
    )
    code: Annotated[Words | None, Nothing, N_("The code that must come out, such as S(AE).")] = None


class InstrumentFile(Strict):
    """A whole file. ``settings`` is replaced by what the kind declares, where it is known."""

    id: Annotated[Id, N_("The name of the instrument for the program: no other instrument has it.")]
    version: Annotated[
        Version, N_("Three numbers, such as 1.0.0. Raise it whenever you change what people answer.")
    ]
    kind: Annotated[Words, N_("How people answer. It decides what may stand under settings.")]
    languages: Annotated[
        tuple[Language, ...],
        SOME,
        N_("The languages of the file, such as fr and en: every text must have each of them."),
    ]
    title: Annotated[FileText, N_("The title, as people read it.")]
    author: Annotated[Words, N_("Who wrote the instrument.")]
    licence: Annotated[Words, N_("What others may do with it, such as CC-BY-SA-4.0.")]
    minutes: Annotated[Minutes, N_("How many minutes it usually takes.")] = 0
    measures: Annotated[FileText, N_("What it is about, in one sentence.")]
    does_not_measure: Annotated[
        FileText, N_("What nobody may read in it. Say here too that it has no norms.")
    ]
    does_not_measure_person: Annotated[
        FileText, N_("The same, said to the person; it stands on their page.")
    ]
    for_whom: Annotated[FileText, N_("The people it is made for.")] = NO_TEXT
    not_for: Annotated[FileText, N_("When not to use it.")] = NO_TEXT
    reading_help: Annotated[
        FileText, N_("How the counsellor reads the results: what first, what with care.")
    ] = NO_TEXT
    sources: Annotated[
        tuple[Words, ...], N_("The books and articles that it rests on, one a line.")
    ] = ()
    instructions: Annotated[FileText, N_("What the person reads before the first question.")]
    counsellor_instructions: Annotated[
        FileText, N_("What the counsellor says and does before the person begins.")
    ]
    debrief: Annotated[
        tuple[FileText, ...], N_("Questions for the conversation about the results.")
    ] = ()
    settings: Annotated[Any, N_("What this kind needs to know; the kind decides which entries.")]
    items: Annotated[
        tuple[ItemFile, ...],
        at_most(1000),
        N_("What is asked about: statements, activities, cards, rows or domains."),
    ] = ()
    scales: Annotated[
        tuple[ScaleFile, ...],
        at_most(100),
        N_("What is scored. An empty list where nothing is."),
    ]
    indices: Annotated[
        tuple[Words, ...], N_("Further figures that plugins offer, such as the Holland code.")
    ] = ()
    norms: Annotated[
        tuple[Any, ...],
        NO_NORMS,
        N_("Tables of comparison: none yet. Without them no percentile is shown."),
    ] = ()
    examples: Annotated[
        tuple[ExampleFile, ...],
        at_most(100),
        N_("Answers with the scores that they must give: the check scores them."),
    ] = ()

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
