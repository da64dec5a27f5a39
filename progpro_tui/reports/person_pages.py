"""The person's pages of a profile: words, no letter of a code, no figure of a score."""

from __future__ import annotations

from progpro_tui.core.document import Block, Callout, Heading, Paragraph
from progpro_tui.core.findings import LifeLine, Records
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.reports.choices import choices
from progpro_tui.reports.exchanges import exchanges
from progpro_tui.reports.findings.every import drawn, in_full, opening
from progpro_tui.reports.opinion import opinion
from progpro_tui.reports.person_bars import all_tied, bars
from progpro_tui.reports.sorts import attracts, is_form
from progpro_tui.reports.wording import Typesetter


def blocks(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """What comes out, what it does not say, and what the person thinks of it.

    A form has its questions and answers, and nothing to agree with.
    """
    title = tr("What attracts you") if attracts(instrument) else tr(instrument.title, plain=True)
    limits = Callout(
        tr("What this page does not say"),
        tr(instrument.guidance.does_not_measure_person, plain=True),
    )
    head = (Heading(1, title), *_private(tr, profile))
    if is_form(profile):
        told = Paragraph(tr("Here is what you were asked, and what you answered."), "opening")
        return (*head, told, *exchanges(tr, profile, "person"), limits)
    return (
        *head,
        *_findings(tr, profile),
        *_scores(tr, profile, instrument),
        # Boxes fill their page: behind the whole list the callout stands on no page alone.
        *in_full(tr, profile, "person"),
        limits,
        *_thoughts(tr, profile, instrument),
    )


def _private(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    if not profile.private:
        return ()
    return (Paragraph(tr("This page is for you, unless you choose to show it."), "opening"),)


def _findings(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    if not profile.findings:
        return ()
    told = Paragraph(opening(tr, profile.findings[0]), "opening")
    return (told, *drawn(tr, profile, "person"))


def _scores(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    if not profile.scores:
        return ()
    drawn_bars = bars(tr, profile, instrument)
    if not profile.findings:
        return (Paragraph(_opening(tr, profile, instrument), "opening"), *drawn_bars)
    themes = tr(
        "From the theme that stands highest to the one that stands lowest. A short bar does not say "
        "that a theme counts little: others came before it."
    )
    return (Heading(1, tr("By theme")), Paragraph(themes), *drawn_bars)


def _opening(tr: Typesetter, profile: Profile, instrument: Instrument) -> str:
    tied = all_tied(profile)
    if profile.ipsative:
        return _opening_of_choices(tr, tied)
    if not attracts(instrument):
        return _opening_of_sentences(tr, tied)
    if tied:
        return tr(
            "You said, one activity after another, whether you would like to do it. Here is what "
            "comes out. It is the starting point of a conversation."
        )
    return tr(
        "You said, one activity after another, whether you would like to do it. Here is what comes "
        "out, from what attracts you most to what attracts you least. It is the starting point of a "
        "conversation."
    )


def _opening_of_choices(tr: Typesetter, tied: bool) -> str:
    """Of what was chosen against something else, a low score is no dislike."""
    if tied:
        return tr(
            "You chose between several things, several times. Here is what comes out. It is the "
            "starting point of a conversation."
        )
    return tr(
        "You chose between several things, several times. Here is what comes out, beginning with what "
        "most often came first. A short bar does not say that you dislike it: other things came "
        "before it."
    )


def _opening_of_sentences(tr: Typesetter, tied: bool) -> str:
    if tied:
        return tr(
            "You answered one sentence after another. Here is what comes out. It is the starting point "
            "of a conversation."
        )
    return tr(
        "You answered one sentence after another. Here is what comes out, from what stands out most to "
        "what stands out least. It is the starting point of a conversation."
    )


def _thoughts(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """The choices, and whether they sound like the person; what they wrote themselves is not asked."""
    if profile.findings and all(isinstance(f, LifeLine | Records) for f in profile.findings):
        return ()
    chosen = choices(tr, profile, instrument)
    if not chosen:
        return opinion(tr, 1)
    return (
        Heading(1, tr("Your choices, and what you think of them")),
        *chosen,
        *opinion(tr, 2),
    )
