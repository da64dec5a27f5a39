"""The scores of a profile as a table, and the caption that explains every mark of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from string import ascii_letters

from progpro_tui.core.document import Block, Cell, Column, MarginBar, Paragraph, Table
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.scoring import Score
from progpro_tui.core.text import N_
from progpro_tui.core.ties import are_tied
from progpro_tui.i18n.translator import Translator
from progpro_tui.reports.sorts import attracts
from progpro_tui.reports.typography import capitalised
from progpro_tui.reports.wording import Typesetter

NONE = "–"
"""A value that does not exist; the caption says why."""


def score_table(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """One row a scale, most first; scales without a score last."""
    scores = profile.scores
    columns = (
        Column(tr("Direction") if attracts(instrument) else tr("Theme"), 34),
        Column(tr("Answered"), 22),
        Column(_measure(tr, profile, instrument), 21, "right"),
        Column("", 40),
        Column(tr("Level"), 30),
        Column(tr("Tie"), 18),
    )
    ranked = sorted(scores, key=lambda s: (s.value is None, -(s.value or 0)))
    letters = _letters(scores, ranked)
    rows = tuple(_row(tr, profile, score, letters) for score in ranked)
    caption = _caption(tr, profile, attracts(instrument))
    return (Table(columns, rows), Paragraph(caption, "caption"))


def value_in_words(tr: Translator, score: Score) -> str:
    """A score as a figure: two decimals where the whole scale is but a point or two long."""
    if score.value is None:
        return NONE
    return tr.number(score.value, 2 if score.most - score.least <= 2 else 1)


def width_in_words(tr: Translator, width: Fraction | None, beside: Fraction | None = None) -> str:
    """A tie width as a figure: 0.2, and 0.22 where one decimal would round it or the one ``beside``."""
    if width is None:
        return NONE
    whole = all((each * 10).denominator == 1 for each in (width, beside or width))
    return tr.number(width, 1 if whole else 2)


def _row(
    tr: Typesetter, profile: Profile, score: Score, letters: Mapping[str, str]
) -> tuple[Cell, ...]:
    name = f"{letters[score.scale]} {tr(score.name)}"
    answered = tr("{answered} of {asked}", answered=score.answered, asked=score.asked)
    if score.value is None or score.share is None:
        return (name, answered, NONE, "", "", "")
    rivals = {o.scale for o in profile.scores if o is not score and are_tied(score, o)}
    tied = [letter for scale, letter in letters.items() if scale in rivals]
    level = tr(score.level.name) if score.level else ""
    bar = MarginBar(float(score.share), _half_width(profile, score))
    equal = f"= {''.join(tied)}" if max(map(len, tied), default=1) == 1 else f"= {' '.join(tied)}"
    return (name, answered, value_in_words(tr, score), bar, level, equal if tied else "")


def _measure(tr: Typesetter, profile: Profile, instrument: Instrument) -> str:
    """What a score is: the head of its column."""
    if profile.measure:
        return tr(profile.measure)
    summed = any(scale.score == "sum" for scale in instrument.scales)
    return tr("Sum") if summed else tr("Mean")


def _letters(scores: Sequence[Score], ranked: Sequence[Score]) -> dict[str, str]:
    """What names each row among those it is tied with.

    Its own letter, in the order of the instrument, as a code has it; else the next letter from the
    top, and a number where letters end.
    """
    if all(len(score.scale) == 1 for score in scores):
        return {score.scale: score.scale for score in scores}
    numbers = map(str, range(len(ascii_letters) + 1, len(ranked) + 1))
    return dict(zip((score.scale for score in ranked), (*ascii_letters, *numbers), strict=False))


def _half_width(profile: Profile, score: Score) -> float:
    """Half the tie width as a share of the track.

    Where the width depends on the pair the widest is drawn: two hatchings that do not meet are then
    never tied, and the column of ties says which of those that meet are.
    """
    width = profile.ties.most_width or Fraction(0)
    return float(width / 2 / (score.most - score.least))


def _caption(tr: Typesetter, profile: Profile, directions: bool) -> str:
    """Every mark of the table; its rows are ``directions``, or themes."""
    least, most = profile.ties.least_width, profile.ties.most_width
    rule = tr(profile.ties.rule)
    sentences = []
    if profile.polygons:
        sentences.append(_polygon_caption(tr, profile.scores[0]))
    if most is not None:
        sentences.append(
            tr("Bars: the line is the score, the hatching half the tie width on each side.")
        )
        if least == most:
            sentences += [
                tr("Two hatchings that overlap: directions that are tied.")
                if directions
                else tr("Two hatchings that overlap: themes that are tied."),
                tr("Tie width: {width} ({rule}).", width=width_in_words(tr, most), rule=rule),
            ]
        else:
            sentences += [
                tr("Two hatchings that do not overlap: directions that are not tied.")
                if directions
                else tr("Two hatchings that do not overlap: themes that are not tied."),
                tr(
                    "Tie width: from {least} to {most}, by the number of answers ({rule}).",
                    least=width_in_words(tr, least, most),
                    most=width_in_words(tr, most, least),
                    rule=rule,
                ),
            ]
    if any(len(score.scale) > 1 for score in profile.scores):
        sentences.append(tr("The letter before a theme names it among its ties."))
    if profile.ipsative:
        sentences.append(tr("“Answered” counts the answers that say something of it."))
    else:
        sentences.append(tr("“Answered” counts the questions that were given an answer."))
    return " ".join([*sentences, *_reasons(tr, profile)])


def _polygon_caption(tr: Typesetter, score: Score) -> str:
    return tr(
        "Hexagon: {least} at the centre, {most} at the edge, {middle} on the dashed line.",
        least=tr.bound(score.least),
        most=tr.bound(score.most),
        middle=tr.bound((score.least + score.most) / 2),
    )


REASON = N_("– {name}: {reason}.")


def _reasons(tr: Typesetter, profile: Profile) -> list[str]:
    """Why there is no value where the table shows none."""
    return [
        capitalised(tr(REASON, name=tr(score.name), reason=score.reason))
        for score in profile.scores
        if score.reason is not None
    ]
