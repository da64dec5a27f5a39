"""The words of an author for whoever gives a questionnaire: for the counsellor, never the person."""

from __future__ import annotations

from collections.abc import Iterable

from progpro_tui.core.document import Block, Bullets, Facts, Heading, Paragraph
from progpro_tui.core.instrument import Guidance, Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

LABELS = 34.0
"""Width of the labels, in millimetres."""

FOR_WHOM, NOT_FOR, GIVEN = N_("For whom"), N_("Not for"), N_("How it is given")


def use_rows(tr: Translator, guidance: Guidance) -> tuple[tuple[str, str], ...]:
    """Label and words: for whom it is, for what it is not, and how it is given."""
    return _written(
        (
            (tr(FOR_WHOM), tr(guidance.for_whom)),
            (tr(NOT_FOR), tr(guidance.not_for)),
            (tr(GIVEN), tr(guidance.counsellor_instructions)),
        )
    )


def level_rows(tr: Translator, profile: Profile) -> tuple[tuple[str, str], ...]:
    """A scale, and what the author says to the counsellor of the level that it reaches."""
    reached = ((score.name, score.level) for score in profile.scores if score.level)
    return tuple(
        (tr(name), tr(N_("{label}: {words}"), label=level.name, words=level.counsellor))
        for name, level in reached
        if tr(level.counsellor)
    )


def level_blocks(tr: Translator, profile: Profile) -> tuple[Block, ...]:
    """The levels reached, in the author's words for the counsellor."""
    rows = level_rows(tr, profile)
    return (Heading(2, tr(N_("What each level says"))), Facts(rows, LABELS)) if rows else ()


def use_blocks(tr: Translator, instrument: Instrument) -> tuple[Block, ...]:
    """How the questionnaire is used, as its author says it."""
    rows = use_rows(tr, instrument.guidance)
    return (Heading(2, tr(N_("Using this questionnaire"))), Facts(rows, LABELS)) if rows else ()


def about_blocks(tr: Translator, instrument: Instrument) -> tuple[Block, ...]:
    """All that the author wrote for whoever gives it, before anybody has answered."""
    guidance = instrument.guidance
    looks = _written(
        (
            (tr(N_("Looks at")), tr(guidance.measures)),
            (tr(N_("Does not say")), tr(guidance.does_not_measure)),
        )
    )
    return (
        Heading(1, tr(instrument.title)),
        Facts((*looks, *use_rows(tr, guidance)), LABELS),
        *_headed(tr(N_("How to read it")), (Paragraph(tr(guidance.reading_help)),)),
        *_headed(tr(N_("To ask")), (Bullets(tuple(map(tr, guidance.debrief)), quoted=True),)),
        *_headed(tr(N_("Sources")), (Bullets(guidance.sources),)),
    )


def _headed(title: str, blocks: tuple[Paragraph | Bullets, ...]) -> tuple[Block, ...]:
    """Blocks under their title, where they say anything."""
    said = any(b.words if isinstance(b, Paragraph) else b.items for b in blocks)
    return (Heading(2, title), *blocks) if said else ()


def _written(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, words) for label, words in rows if words)
