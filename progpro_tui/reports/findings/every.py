"""The blocks of whatever a profile holds."""

from __future__ import annotations

from progpro_tui.core.document import Block, Voice
from progpro_tui.core.findings import Finding, Gaps, LifeLine, Quadrants, Ranking, Records, Shape
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.reports.findings import gaps, life_line, quadrants, ranking, records, shape
from progpro_tui.reports.sorts import asked_plainly
from progpro_tui.reports.wording import Typesetter


def finding_blocks(tr: Typesetter, finding: Finding, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """What one finding says in this voice; ``plain`` where the plain wording was answered."""
    match finding:
        case Ranking():
            return ranking.blocks(tr, finding, voice, plain)
        case Quadrants():
            return quadrants.blocks(tr, finding, voice, plain)
        case Gaps():
            return gaps.blocks(tr, finding, voice, plain)
        case LifeLine():
            return life_line.blocks(tr, finding, voice, plain)
        case Records():
            return records.blocks(tr, finding, voice, plain)
        case Shape():
            return shape.blocks(tr, finding, voice, plain)


OPENINGS: dict[type, str] = {
    Ranking: N_("Here is what you put first, in your order and in your words."),
    Quadrants: N_(
        "Here is where your answers put each skill. The level is the one that you gave yourself, and "
        "to leave a skill aside is a choice."
    ),
    Gaps: N_("Here is how each area is for you today, and how you would like it to be."),
    LifeLine: N_("Here are the moments that you chose, in the order of their years."),
    Records: N_(
        "Here is what you can do, and what it rests on. What was not paid counts as much as the rest."
    ),
    Shape: N_("Here are your cards, as you laid them."),
}


def opening(tr: Typesetter, finding: Finding) -> str:
    """What the person's page says first."""
    return " ".join((tr(OPENINGS[type(finding)]), tr("It is the starting point of a conversation.")))


def drawn(tr: Typesetter, profile: Profile, voice: Voice) -> tuple[Block, ...]:
    """Every finding of a profile."""
    plain = _plainly(profile, voice)
    return tuple(b for f in profile.findings for b in finding_blocks(tr, f, voice, plain))


def in_full(tr: Typesetter, profile: Profile, voice: Voice) -> tuple[Block, ...]:
    """What a drawing showed in part, on the pages behind it."""
    return tuple(
        block
        for finding in profile.findings
        if isinstance(finding, Quadrants)
        for block in quadrants.whole_list(tr, finding, voice, _plainly(profile, voice))
    )


def _plainly(profile: Profile, voice: Voice) -> bool:
    """The person finds their cards again by the words that they saw; the counsellor reads the usual."""
    return voice == "person" and asked_plainly(profile)
