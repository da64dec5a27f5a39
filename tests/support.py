"""Small instruments and answers that tests are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from progpro_rating.rating import Rating, RatingSettings
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.instrument import Guidance, Instrument, Item, Level, Scale
from progpro_tui.core.run import Run
from progpro_tui.core.scoring import Score
from progpro_tui.core.steps import SEEN, Response
from progpro_tui.core.text import Text
from progpro_tui.storage.records import to_data

RING = "RIASEC"


def text(words: str) -> Text:
    return Text({"fr": words, "en": words}, {"fr": f"{words} simple", "en": f"{words} plain"})


GUIDANCE = Guidance(
    measures=text("measures"),
    does_not_measure=text("does not measure"),
    does_not_measure_person=text("does not say"),
    instructions=text("instructions"),
    counsellor_instructions=text("for the counsellor"),
    for_whom=text("adults"),
    not_for=text("children"),
    reading_help=text("read aloud"),
)

SETTINGS = RatingSettings(
    question=text("Would you like that?"),
    responses=tuple(Response(value, text(f"answer {value}")) for value in range(1, 6)),
)

LEVELS = (
    Level(Fraction(1), Fraction(3), text("low"), text("low?"), text("explore low")),
    Level(Fraction(3), Fraction(5), text("high"), text("high?"), text("explore high")),
)


def items(scale: str, count: int, weight: int = 1) -> tuple[Item, ...]:
    return tuple(
        Item(f"{scale.lower()}{n}", text(f"{scale} {n}"), {scale: weight}) for n in range(1, count + 1)
    )


def scale(scale_id: str, **changes: Any) -> Scale:
    return Scale(scale_id, text(f"Scale {scale_id}"), text(scale_id), levels=LEVELS, **changes)


def instrument(
    all_items: Sequence[Item], scales: Sequence[Scale], indices: tuple[str, ...] = ()
) -> Instrument:
    return Instrument(
        id="small",
        version="1.0.0",
        kind="rating",
        languages=("fr", "en"),
        title=text("Small"),
        author="the founders",
        licence="CC-BY-SA-4.0",
        guidance=GUIDANCE,
        items=tuple(all_items),
        scales=tuple(scales),
        indices=indices,
        settings=to_data(SETTINGS),
        hash="0" * 64,
    )


def riasec(count: int = 2, share: Fraction = Fraction(1, 2)) -> Instrument:
    """A small interest inventory: ``count`` items a letter, in turn."""
    by_letter = [items(letter, count) for letter in RING]
    in_turn = [item for block in zip(*by_letter, strict=True) for item in block]
    indices = ("holland.code", "holland.consistency", "holland.differentiation", "holland.elevation")
    return instrument(in_turn, [scale(letter, minimum_share=share) for letter in RING], indices)


def administration(of: Instrument, kept: Sequence[Given] = ()) -> Administration:
    return Administration(Rating(), Run(of, SETTINGS, seed=1), kept)


def answered(of: Instrument, answers: Mapping[str, Answer]) -> Administration:
    """An administration in which every item has an answer: those given, else skipped."""
    kept = [Given("show:instructions", SEEN)]
    kept += [Given(item.id, answers.get(item.id, Missing.SKIPPED)) for item in of.items]
    return administration(of, kept)


def score(scale_id: str, value: str | None, answered: int = 10, **changes: Any) -> Score:
    """A score of a scale of ten items from 1 to 5, ``value`` as decimal text."""
    grain = Fraction(1, answered) if answered else None
    return Score(
        scale_id,
        text(f"Scale {scale_id}"),
        text(scale_id),
        None if value is None else Fraction(value),
        answered,
        10,
        Fraction(1),
        Fraction(5),
        grain=grain,
        **changes,
    )
