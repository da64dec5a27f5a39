"""What comes first for a person, in their order and in their words."""

from __future__ import annotations

from progpro_tui.core.document import Block, Paragraph, Voice
from progpro_tui.core.figures import RankedList, RankedNote, RankedRow
from progpro_tui.core.findings import Ranked, Ranking
from progpro_tui.reports.typography import NBSP
from progpro_tui.reports.wording import Typesetter


def blocks(tr: Typesetter, ranking: Ranking, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """The order, why some are tied, and what was kept besides."""
    found: list[Block] = []
    if ranking.entries:
        found.append(RankedList(tuple(_row(tr, entry, plain) for entry in ranking.entries)))
    else:
        found.append(Paragraph(tr("Nothing was put in order.")))
    if ranking.ties:
        found.append(Paragraph(tr("= tied: {reason}.", reason=ranking.ties), "caption"))
    if ranking.also:
        names = ", ".join(tr(name, plain=plain) for name in ranking.also)
        found.append(Paragraph(tr("Kept as well: {list}.", list=names), "secondary"))
    return tuple(found)


def _row(tr: Typesetter, entry: Ranked, plain: bool) -> RankedRow:
    notes = (
        RankedNote(note.sign, tr(note.mark, plain=plain), tr.raw(note.said)) for note in entry.notes
    )
    return RankedRow(
        f"{entry.place}{NBSP}=" if entry.tied else str(entry.place),
        tr(entry.name, plain=plain),
        tr(entry.line, plain=plain) if entry.line else "",
        tuple(notes),
    )
