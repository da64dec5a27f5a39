"""What a file lacks, or has too little of, though it can be answered and scored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progpro_tui.authoring.loader import Reading
from progpro_tui.authoring.remarks import Remark, Severity
from progpro_tui.authoring.tree import Path
from progpro_tui.core.instrument import Instrument, Scale
from progpro_tui.core.text import N_, NN_, Message, message

FEWEST = 3
"""A scale of fewer items says more of its items than of what they share."""

MANY = 6
"""Among so many items of one direction, a single one of the other is more often misread than read."""

NORMS = re.compile(r"étalonn|norm|compar", re.IGNORECASE)


def structure(reading: Reading) -> Iterator[Remark]:
    """What is probably missing or too thin."""
    yield from _around(reading)
    yield from _scales(reading)
    yield from _footing(reading)


def _around(reading: Reading) -> Iterator[Remark]:
    guidance = reading.instrument.guidance
    if not reading.examples:
        what = message(
            N_(
                "No example: write under “examples:” the answers of one person and the scores that "
                "they must give, so that a slip in the key shows."
            )
        )
        yield _remark(reading, ("examples",), "no-example", what)
    if not guidance.minutes:
        what = message(N_("Nothing says how long it takes: write “minutes:” and a number."))
        yield _remark(reading, ("minutes",), "no-minutes", what)
    if not guidance.for_whom.standard:
        what = message(N_("Nothing says for whom it is: write “for_whom:”."))
        yield _remark(reading, ("for_whom",), "no-for-whom", what)
    if not guidance.not_for.standard:
        what = message(N_("Nothing says what it is not for: write “not_for:”."))
        yield _remark(reading, ("not_for",), "no-not-for", what)
    if reading.instrument.scales and not _says_it_has_no_norms(reading.instrument):
        what = message(
            N_("It has no norms: say under “does_not_measure:” that nobody is compared with anybody.")
        )
        yield _remark(reading, ("does_not_measure",), "no-norms-unsaid", what, "advice")


def _says_it_has_no_norms(instrument: Instrument) -> bool:
    guidance = instrument.guidance
    said = (guidance.does_not_measure, guidance.does_not_measure_person, guidance.reading_help)
    return any(NORMS.search(words) for text in said for words in text.standard.values())


def _scales(reading: Reading) -> Iterator[Remark]:
    for number, scale in enumerate(reading.instrument.scales):
        items = reading.instrument.items_of(scale.id)
        reversed_ones = [item for item in items if item.scales[scale.id] < 0]
        path: Path = ("scales", number, "id")
        if items and len(items) < FEWEST:
            words = NN_(
                "{n} item makes the scale {scale}: three at least, or one odd answer decides.",
                "{n} items make the scale {scale}: three at least, or one odd answer decides.",
            )
            what = message(words, n=len(items), scale=scale.id)
            yield _remark(reading, path, "few-items", what)
        if len(reversed_ones) == 1 and len(items) > MANY:
            what = message(
                N_(
                    "{item} alone of the {n} items of the scale {scale} is reversed: it is easily "
                    "misread. Reverse about half of them, or none."
                ),
                item=reversed_ones[0].id,
                n=len(items),
                scale=scale.id,
            )
            yield _remark(reading, path, "lone-reversed", what, "advice")


def _footing(reading: Reading) -> Iterator[Remark]:
    """Scales are set side by side in a profile: a sum of many items stands above any mean."""
    instrument = reading.instrument
    footings = [_footing_of(instrument, scale) for scale in instrument.scales]
    for number, footing in enumerate(footings):
        if footing != footings[0]:
            what = message(
                N_(
                    "The scores of {scale} and {first} cannot be compared: write “score: mean” for "
                    "every scale, or give all sums the same number of items."
                ),
                scale=instrument.scales[number].id,
                first=instrument.scales[0].id,
            )
            yield _remark(reading, ("scales", number, "score"), "unlike-scores", what)
            return


def _footing_of(instrument: Instrument, scale: Scale) -> int:
    """What a score counts up to, in points of one item."""
    weights = (abs(item.scales[scale.id]) for item in instrument.items_of(scale.id))
    return sum(weights) if scale.score == "sum" else 1


def _remark(
    reading: Reading, path: Path, code: str, what: Message, severity: Severity = "warning"
) -> Remark:
    return Remark(severity, code, reading.tree.key_place(path), what)
