"""A profile in lines: the pages of one voice, block after block."""

from __future__ import annotations

from collections.abc import Iterable

from progpro_tui.core.document import (
    Block,
    Choices,
    Paragraph,
    Polygon,
    Table,
    Voice,
    Writing,
)
from progpro_tui.core.figures import Dumbbells, LaidCards, Squares, TimeLine, Web
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.linear.blocks import lines_of
from progpro_tui.linear.page import Line, Page
from progpro_tui.reports.pages import Subject, profile_document
from progpro_tui.reports.wording import Typesetter

OPINION = N_(
    "Yes, in part or no: say it to whom you like. The printed page has room for your own words."
)
"""Said where the page asks whether all this sounds like the person."""

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
        lines = [] if _for_paper(before, block, after) else list(_lines_of(block, tr))
        if lines:
            page.part()
        for line in lines:
            page.say(line.words, line.mark)


def _lines_of(block: Block, tr: Typesetter) -> Iterable[Line]:
    """A block in lines; instead of boxes to tick, which nobody can here, where the answer may go."""
    return (Line(tr(OPINION)),) if isinstance(block, Choices) else lines_of(block, tr)


def _for_paper(before: Block | None, block: Block, after: Block | None) -> bool:
    """Whether a paragraph asks to write below it, or is on what is drawn or written above it."""
    if not isinstance(block, Paragraph):
        return False
    if isinstance(after, Writing):
        return True
    return (block.role == "caption" and _is_drawn(before)) or (
        block.role == "secondary" and isinstance(before, Writing)
    )


def _is_drawn(block: Block | None) -> bool:
    if isinstance(block, Table):
        return any(isinstance(cell, Squares) for row in block.rows for cell in row)
    return isinstance(block, DRAWN)
