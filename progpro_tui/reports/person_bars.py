"""The scores of a profile for the person: bars without figures, and a sentence for each."""

from __future__ import annotations

from fractions import Fraction

from progpro_tui.core.document import Block, Bullets, Heading, Paragraph, WordBar, WordBars
from progpro_tui.core.instrument import Instrument, Level
from progpro_tui.core.profile import Profile
from progpro_tui.core.scoring import Score
from progpro_tui.core.text import Text
from progpro_tui.reports.sorts import attracts
from progpro_tui.reports.typography import capitalised
from progpro_tui.reports.wording import Typesetter


def bars(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """A bar for each group of tied scores, most first; what has no score last."""
    groups = [tuple(map(profile.score, group)) for group in profile.ties.groups]
    gaps = tuple(_gap(tr, score) for score in profile.scores if score.value is None)
    if all_tied(profile):
        drawn = (WordBars((), gaps),) if gaps else ()
        if attracts(instrument):
            return (*_all_attract(tr, groups[0], whole=not gaps, ranked=profile.ipsative), *drawn)
        return (*_all_alike(tr, groups[0]), *drawn)
    marks = axis_marks(profile, instrument)
    together = attracts(instrument)
    rows = tuple(_bar(tr, group, instrument, marks, together) for group in groups)
    shown = marks if rows else ()
    ends = (*shown[:1], *shown[len(shown) // 2 : len(shown) // 2 + 1], *shown[-1:])
    return (WordBars(tuple(tr(mark, plain=True) for mark in ends), rows + gaps),)


def all_tied(profile: Profile) -> bool:
    """Whether nothing stands out."""
    groups = profile.ties.groups
    return len(groups) == 1 and len(groups[0]) > 1


def axis_marks(profile: Profile, instrument: Instrument) -> tuple[Text, ...]:
    """The words of the rating scale, where the bars run from its first to its last.

    They do not where what was chosen as truest counts more: a score then goes beyond the last.
    """
    if not profile.marks:
        return ()
    for scale, score in zip(instrument.scales, profile.scores, strict=False):
        weights = sum(abs(item.scales[scale.id]) for item in instrument.items_of(scale.id))
        factor = weights if scale.score == "sum" else 1
        if score.most - score.least != factor * (len(profile.marks) - 1):
            return ()
    return profile.marks


def _bar(
    tr: Typesetter,
    group: tuple[Score, ...],
    instrument: Instrument,
    marks: tuple[Text, ...],
    together: bool,
) -> WordBar:
    share = _mean_share(group)
    name = _name(tr, group, together)
    alt = tr("{direction}: {word}.", direction=name, word=tr.one_of(share, marks)) if marks else name
    levels = (_level(score, group, instrument) for score in group)
    sentences = (tr(level.person, plain=True) for level in levels if level)
    return WordBar(name, share, tuple(sentences), alt)


def _level(score: Score, group: tuple[Score, ...], instrument: Instrument) -> Level | None:
    """The words for a score; those that are tied stand at one height, so their words do too."""
    values = [each.value for each in group if each.value is not None]
    scale = next((scale for scale in instrument.scales if scale.id == score.scale), None)
    if len(values) < 2 or scale is None:
        return score.level
    return scale.level(sum(values, Fraction(0)) / len(values))


def _name(tr: Typesetter, group: tuple[Score, ...], together: bool) -> str:
    """One name, or those of a group; directions attract « as much as each other »."""
    if len(group) == 1:
        return tr(group[0].name, plain=True)
    shorts = [tr(score.short, plain=True) for score in group]
    words = [short[:1].lower() + short[1:] for short in shorts]
    if not together:
        return capitalised(tr("{list}: alike", list=tr.joined(words)))
    if len(words) == 2:
        return capitalised(
            tr("{one}, and {other}, as much as each other", one=words[0], other=words[1])
        )
    return capitalised(tr("{list}, all as much as each other", list=tr.joined(words)))


def _gap(tr: Typesetter, score: Score) -> WordBar:
    name = tr(score.name, plain=True)
    sentence = tr("Not enough answers to speak of it.")
    return WordBar(name, None, (sentence,), f"{name}. {sentence}")


def _all_attract(
    tr: Typesetter, scores: tuple[Score, ...], whole: bool, ranked: bool
) -> tuple[Block, ...]:
    """No bars where nothing stands out: the sentence, and high, middle or low in words.

    Of what was ``ranked`` no height is known.
    """
    if whole and len(scores) == 6:
        alike = tr("The six directions attract you as much as each other.")
    elif whole:
        alike = tr("All the directions attract you as much as each other.")
    else:
        alike = tr("The directions that you answered about attract you as much as each other.")
    share = _mean_share(scores)
    if ranked:
        height = tr("Which one could you not do without?")
    elif share >= 2 / 3:
        height = tr("All of them attract you a lot. Which one could you not do without?")
    elif share > 1 / 3:
        height = tr("All of them attract you a little. Which one would you like to know better?")
    else:
        height = tr("None of them attracts you much. What would you have liked to find here?")
    return (
        Heading(2, alike),
        Paragraph(height),
        Paragraph(tr("These directions are:")),
        _names(tr, scores),
    )


def _all_alike(tr: Typesetter, scores: tuple[Score, ...]) -> tuple[Block, ...]:
    return (
        Heading(2, tr("Everything comes out alike.")),
        Paragraph(tr("What would you keep first, among these?")),
        _names(tr, scores),
    )


def _names(tr: Typesetter, scores: tuple[Score, ...]) -> Bullets:
    return Bullets(tuple(tr(score.name, plain=True) for score in scores))


def _mean_share(scores: tuple[Score, ...]) -> float:
    shares = [score.share for score in scores if score.share is not None]
    return float(sum(shares) / len(shares))
