"""What the person answered most to, in the words that were asked."""

from __future__ import annotations

from progpro_tui.core.document import Block, Bullets, Paragraph
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.reports.sorts import asked_plainly, attracts
from progpro_tui.reports.wording import Typesetter

MOST_CHOICES = 12
"""More lines than this are no longer read."""

TRUEST = "truest"
"""The fact that names the items chosen as truest, where an exercise asks for them."""


def choices(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """What was given the top answer, and before it what was chosen as truest."""
    if not profile.marks:
        return ()
    top = profile.marks[-1]
    much = tr.one_of(1.0, profile.marks)
    plain = asked_plainly(profile)
    liked = [tr(line.text, plain=plain) for line in profile.lines if line.answer == top]
    chosen = truest(tr, profile, instrument, plain)
    if not liked:
        return (*chosen, Paragraph(_none(tr, much, attracts(instrument))))
    more = tr("… and others: ask to see them all.")
    rest = (Paragraph(more, "secondary"),) if len(liked) > MOST_CHOICES else ()
    if attracts(instrument):
        title = tr("The activities that you would like “{much}”:", much=much)
    else:
        title = tr("What you answered “{much}” to:", much=much)
    return (*chosen, Paragraph(title), Bullets(tuple(liked[:MOST_CHOICES])), *rest)


def truest(tr: Typesetter, profile: Profile, instrument: Instrument, plain: bool) -> tuple[Block, ...]:
    """What was chosen as truest, in the order of the instrument; nothing where nothing was."""
    chosen = profile.facts.get(TRUEST, ())
    items = [tr(item.text, plain=plain) for item in instrument.items if item.id in chosen]
    if not items:
        return ()
    return (Paragraph(tr("What was chosen as the truest:")), Bullets(tuple(items)))


def _none(tr: Typesetter, much: str, attracting: bool) -> str:
    if attracting:
        return tr(
            "You answered “{much}” for no activity. That is an answer like any other, and a good "
            "place to start talking.",
            much=much,
        )
    return tr(
        "You answered “{much}” to nothing. That is an answer like any other, and a good place to "
        "start talking.",
        much=much,
    )
