"""The counsellor's pages of a profile: code, hexagon, reading, questions to ask, provenance."""

from __future__ import annotations

from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Facts,
    Heading,
    Headline,
    Paragraph,
    Polygon,
    PolygonAxis,
)
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Axis, Profile
from progpro_tui.reports.index_rows import index_rows, is_style
from progpro_tui.reports.provenance import provenance_rows
from progpro_tui.reports.score_table import score_table, width_in_words
from progpro_tui.reports.typography import NBSP
from progpro_tui.reports.wording import Typesetter

MOST_ASKED = 6
"""More questions than this are a questionnaire."""

LABELS, PROVENANCE_LABELS = 34.0, 44.0
"""Widths of the labels of a reading and of a provenance, in millimetres."""


def blocks(
    tr: Typesetter, profile: Profile, instrument: Instrument, attached: str
) -> tuple[Block, ...]:
    """The profile in figures, what may be asked of it, and where it comes from."""
    return (
        Heading(1, tr("{title}: the counsellor’s page", title=tr(instrument.title))),
        *_headlines(tr, profile),
        *_polygons(tr, profile),
        *score_table(tr, profile, instrument),
        *_reading(tr, profile),
        *_how_to_read(tr, instrument),
        *_questions(tr, profile, instrument),
        Callout(
            tr("What this profile does not say"),
            tr.sentence(instrument.guidance.does_not_measure)
            + " "
            + tr("Without norms: the person is compared with nobody."),
        ),
        Heading(2, tr("Provenance")),
        Facts(provenance_rows(tr, profile, instrument, attached), PROVENANCE_LABELS, small=True),
    )


def _headlines(tr: Typesetter, profile: Profile) -> list[Block]:
    found: list[Block] = []
    for index in profile.indices:
        if index.headline:
            said = [tr.sentence(index.headline_words)] if index.headline_words else []
            words = " ".join([*said, *_ties(tr, profile, index.headline)])
            found.append(Headline(tr.raw(index.headline), words))
    return found


def _ties(tr: Typesetter, profile: Profile, code: str) -> list[str]:
    """Why scores of this code stand as tied, in figures."""
    sentences = []
    for group in profile.ties.groups:
        if not all(scale in code for scale in group):
            continue
        figures = [
            f"{scale}{NBSP}{tr.number(value)}"
            for scale in group
            if (value := profile.score(scale).value) is not None
        ]
        if len(figures) > 1:
            width = width_in_words(tr, profile.ties.most_width)
            sentences.append(
                tr("{list}: less than {width} apart.", list=tr.joined(figures), width=width)
            )
    return sentences


def _polygons(tr: Typesetter, profile: Profile) -> list[Block]:
    return [_polygon(tr, profile, index.polygon) for index in profile.indices if index.polygon]


def _polygon(tr: Typesetter, profile: Profile, axes: tuple[Axis, ...]) -> Polygon:
    scores = [profile.score(axis.scale) for axis in axes]
    drawn = tuple(
        PolygonAxis(axis.letter, tr(score.name), None if score.share is None else float(score.share))
        for axis, score in zip(axes, scores, strict=True)
    )
    steps = scores[0].most - scores[0].least
    # A ring at each whole value of a mean; the sum of many items would blacken the drawing.
    rings = int(steps) if steps.denominator == 1 and 2 <= steps <= 10 else 4
    return Polygon(drawn, rings, _polygon_in_words(tr, profile, axes))


def _polygon_in_words(tr: Typesetter, profile: Profile, axes: tuple[Axis, ...]) -> str:
    scores = [profile.score(axis.scale) for axis in axes]
    values = tr.semicolon.join(
        f"{tr(s.name)} {'–' if s.value is None else tr.number(s.value)}" for s in scores
    )
    least, most = tr.bound(scores[0].least), tr.bound(scores[0].most)
    if len(axes) == 6:
        frame = tr(
            "Hexagon of six directions, {least} at the centre to {most} at the edge.",
            least=least,
            most=most,
        )
    else:
        frame = tr("Polygon, {least} at the centre to {most} at the edge.", least=least, most=most)
    spoken = [frame, tr.raw(f"{values}.")]
    ranked = sorted((s for s in scores if s.value is not None), key=lambda s: s.value or 0)
    if ranked and ranked[0].value != ranked[-1].value:
        first = tr.joined([tr(s.name) for s in scores if s.value == ranked[-1].value])
        last = tr.joined([tr(s.name) for s in scores if s.value == ranked[0].value])
        spoken.append(
            tr("It reaches furthest towards {first}, least towards {last}.", first=first, last=last)
        )
    return " ".join(spoken)


def _reading(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    rows = index_rows(tr, (index for index in profile.indices if not is_style(index)))
    return (Heading(2, tr("Reading")), Facts(rows, LABELS)) if rows else ()


def _how_to_read(tr: Typesetter, instrument: Instrument) -> tuple[Block, ...]:
    """The author's word on reading such a profile."""
    words = tr(instrument.guidance.reading_help)
    return (Heading(2, tr("How to read it")), Paragraph(words)) if words else ()


def _questions(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """What the profile itself asks comes first; the author's questions fill the list up."""
    asked = [tr(index.question) for index in profile.indices if index.question]
    asked += [tr(question) for question in instrument.guidance.debrief]
    return (Heading(2, tr("To ask")), Bullets(tuple(asked[:MOST_ASKED]), quoted=True)) if asked else ()
