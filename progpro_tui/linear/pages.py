"""A profile in lines: the pages of one voice, block after block."""

from __future__ import annotations

from progpro_tui.core.document import Block, Paragraph, Polygon, Table, Voice, Writing
from progpro_tui.core.figures import Dumbbells, LaidCards, Squares, TimeLine, Web
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.linear.blocks import lines_of
from progpro_tui.linear.page import Page
from progpro_tui.reports.pages import Subject, profile_document
from progpro_tui.reports.wording import Typesetter

DRAWN = (Polygon, Dumbbells, LaidCards, TimeLine, Web)
"""Blocks that are drawings on paper."""


def tell_profile(
    page: Page, profile: Profile, instrument: Instrument, language: str, voice: Voice
) -> None:
    """Say a profile in one voice."""
    finished = profile.provenance.finished if profile.provenance else ""
    subject = Subject("", "", "", finished)
    document = profile_document(profile, instrument, subject, language, (voice,))
    tr = Typesetter(language)
    blocks = [block for part in document.parts for block in part.blocks]
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        lines = [] if _for_paper(before, block, after) else list(lines_of(block, tr))
        if lines:
            page.part()
        for line in lines:
            page.say(line.words, line.mark)


def _for_paper(before: Block | None, block: Block, after: Block | None) -> bool:
    """Whether a paragraph explains the drawing above it, or asks to write below it."""
    if not isinstance(block, Paragraph):
        return False
    return isinstance(after, Writing) or (block.role == "caption" and _is_drawn(before))


def _is_drawn(block: Block | None) -> bool:
    if isinstance(block, Table):
        return any(isinstance(cell, Squares) for row in block.rows for cell in row)
    return isinstance(block, DRAWN)
