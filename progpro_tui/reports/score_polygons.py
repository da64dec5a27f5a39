"""Codes in large letters and scores around a ring, for the counsellor."""

from __future__ import annotations

from progpro_tui.core.document import Block, Headline, Polygon, PolygonAxis
from progpro_tui.core.profile import Axis, Profile
from progpro_tui.reports.score_table import value_in_words, width_in_words
from progpro_tui.reports.typography import NBSP
from progpro_tui.reports.wording import Typesetter


def headlines(tr: Typesetter, profile: Profile) -> list[Block]:
    """The code of each index that has one, what it stands for, and why it is tied."""
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
        scores = [score for scale in group if (score := profile.score(scale)).value is not None]
        figures = [f"{score.scale}{NBSP}{value_in_words(tr, score)}" for score in scores]
        if len(figures) > 1:
            width = width_in_words(tr, profile.ties.most_width)
            sentences.append(
                tr("{list}: less than {width} apart.", list=tr.joined(figures), width=width)
            )
    return sentences


def polygons(tr: Typesetter, profile: Profile) -> list[Block]:
    """A drawing for each index that asks for one."""
    return [_polygon(tr, profile, axes) for axes in profile.polygons]


def _polygon(tr: Typesetter, profile: Profile, axes: tuple[Axis, ...]) -> Polygon:
    scores = [profile.score(axis.scale) for axis in axes]
    drawn = tuple(
        PolygonAxis(axis.letter, tr(score.name), None if score.share is None else float(score.share))
        for axis, score in zip(axes, scores, strict=True)
    )
    steps = scores[0].most - scores[0].least
    # A ring at each whole value of a mean; the sum of many items would blacken the drawing.
    rings = int(steps) if steps.denominator == 1 and 2 <= steps <= 10 else 4
    return Polygon(drawn, rings, _in_words(tr, profile, axes))


def _in_words(tr: Typesetter, profile: Profile, axes: tuple[Axis, ...]) -> str:
    scores = [profile.score(axis.scale) for axis in axes]
    values = tr.semicolon.join(f"{tr(s.name)} {value_in_words(tr, s)}" for s in scores)
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
