"""The person's pages of a profile: words, no letter of a code, no figure of a score."""

from __future__ import annotations

from progpro_tui.core.document import (
    Block,
    Bullets,
    Callout,
    Choices,
    Heading,
    Paragraph,
    WordBar,
    WordBars,
    Writing,
)
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.scoring import Score
from progpro_tui.core.text import Words
from progpro_tui.reports.typography import capitalised
from progpro_tui.reports.wording import Typesetter

MOST_CHOICES = 12
"""More lines than this are no longer read."""


def blocks(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """Both pages: what attracts, then the choices and what the person thinks of them."""
    return (
        Heading(1, tr("What attracts you")),
        Paragraph(_opening(tr, _all_tied(profile)), "opening"),
        *_directions(tr, profile),
        Callout(
            tr("What this page does not say"),
            tr(instrument.guidance.does_not_measure_person, plain=True),
        ),
        Heading(1, tr("Your choices, and what you think of them")),
        *_choices(tr, profile),
        *_opinion(tr),
    )


def _opening(tr: Typesetter, all_tied: bool) -> str:
    if all_tied:
        return tr(
            "You said, one activity after another, whether you would like to do it. Here is what "
            "comes out. It is the starting point of a conversation."
        )
    return tr(
        "You said, one activity after another, whether you would like to do it. Here is what comes "
        "out, from what attracts you most to what attracts you least. It is the starting point of a "
        "conversation."
    )


def _all_tied(profile: Profile) -> bool:
    groups = profile.ties.groups
    return len(groups) == 1 and len(groups[0]) > 1


def _directions(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    """A bar for each group of tied directions, most first; those without a score last."""
    groups = [tuple(map(profile.score, group)) for group in profile.ties.groups]
    gaps = tuple(_gap(tr, score) for score in profile.scores if score.value is None)
    if _all_tied(profile):
        bars = (WordBars((), gaps),) if gaps else ()
        return (*_all_alike(tr, groups[0], whole=not gaps), *bars)
    rows = tuple(_bar(tr, group, profile.marks) for group in groups)
    marks = profile.marks if rows else ()
    ends = (*marks[:1], *marks[len(marks) // 2 : len(marks) // 2 + 1], *marks[-1:])
    return (WordBars(tuple(tr(mark, plain=True) for mark in ends), rows + gaps),)


def _bar(tr: Typesetter, group: tuple[Score, ...], marks: tuple[Words, ...]) -> WordBar:
    share = _mean_share(group)
    name = _name(tr, group)
    alt = tr("{direction}: {word}.", direction=name, word=tr.one_of(share, marks)) if marks else name
    sentences = (tr(score.level.person, plain=True) for score in group if score.level)
    return WordBar(name, share, tuple(sentences), alt)


def _name(tr: Typesetter, group: tuple[Score, ...]) -> str:
    if len(group) == 1:
        return tr(group[0].name, plain=True)
    shorts = [tr(score.short, plain=True) for score in group]
    words = [short[:1].lower() + short[1:] for short in shorts]
    if len(words) == 2:
        return capitalised(
            tr("{one}, and {other}, as much as each other", one=words[0], other=words[1])
        )
    return capitalised(tr("{list}, all as much as each other", list=tr.joined(words)))


def _gap(tr: Typesetter, score: Score) -> WordBar:
    name = tr(score.name, plain=True)
    sentence = tr("Not enough answers to speak of it.")
    return WordBar(name, None, (sentence,), f"{name}. {sentence}")


def _all_alike(tr: Typesetter, scores: tuple[Score, ...], whole: bool) -> tuple[Block, ...]:
    """No bars where nothing stands out: the sentence, and high, middle or low in words."""
    if whole and len(scores) == 6:
        alike = tr("The six directions attract you as much as each other.")
    elif whole:
        alike = tr("All the directions attract you as much as each other.")
    else:
        alike = tr("The directions that you answered about attract you as much as each other.")
    share = _mean_share(scores)
    if share >= 2 / 3:
        height = tr("All of them attract you a lot. Which one could you not do without?")
    elif share > 1 / 3:
        height = tr("All of them attract you a little. Which one would you like to know better?")
    else:
        height = tr("None of them attracts you much. What would you have liked to find here?")
    names = tuple(tr(score.name, plain=True) for score in scores)
    return (
        Heading(2, alike),
        Paragraph(height),
        Paragraph(tr("These directions are:")),
        Bullets(names),
    )


def _mean_share(scores: tuple[Score, ...]) -> float:
    shares = [score.share for score in scores if score.share is not None]
    return float(sum(shares) / len(shares))


def _choices(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    """The activities that were given the top answer, in the words that were asked."""
    if not profile.marks:
        return ()
    top = profile.marks[-1]
    much = tr.one_of(1.0, profile.marks)
    plain = profile.provenance.plain if profile.provenance else False
    liked = [tr(line.text, plain=plain) for line in profile.lines if line.answer == top]
    if not liked:
        none = tr(
            "You answered “{much}” for no activity. That is an answer like any other, and a good "
            "place to start talking.",
            much=much,
        )
        return (Paragraph(none),)
    more = tr("… and others: ask to see them all.")
    rest = (Paragraph(more, "secondary"),) if len(liked) > MOST_CHOICES else ()
    title = Paragraph(tr("The activities that you would like “{much}”:", much=much))
    return (title, Bullets(tuple(liked[:MOST_CHOICES])), *rest)


def _opinion(tr: Typesetter) -> tuple[Block, ...]:
    """The person contests as easily as they agree: boxes to tick, and room to write."""
    return (
        Heading(2, tr("Does this sound like you?")),
        Choices((tr("Yes"), tr("In part"), tr("No"), tr("I do not know"))),
        Paragraph(tr("What I would say otherwise, what is missing, what is not right:")),
        Writing(5, 10),
        Paragraph(
            tr("You may write nothing. This page is yours: you show it to whom you like."), "secondary"
        ),
    )
