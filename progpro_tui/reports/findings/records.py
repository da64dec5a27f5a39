"""The skills of a portfolio, each with what it rests on: paid or not, in one table."""

from __future__ import annotations

from progpro_tui.core.document import Block, Cell, Column, Paragraph, Table, Voice
from progpro_tui.core.figures import Squares
from progpro_tui.core.findings import Record, Records
from progpro_tui.reports.typography import NBSP
from progpro_tui.reports.wording import Typesetter


def blocks(tr: Typesetter, records: Records, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """One row a skill, in the person's words; the level is their own."""
    if not records.records:
        return (Paragraph(tr("No skill was set down.")),)
    columns = (
        Column(tr("Skill"), 38, bold=True),
        Column(tr("Where, when, what"), 56),
        Column(tr("What shows it"), 38),
        Column(tr("Level"), 33),
    )
    person = voice == "person"
    rows = tuple(_row(tr, record, records.levels, plain) for record in records.records)
    caption = tr("Squares: the level that the person gave themselves, out of {n}.", n=records.levels)
    if person:
        caption = tr("Squares: the level that you gave yourself, out of {n}.", n=records.levels)
    return (Table(columns, rows), Paragraph(caption, "caption"))


def _row(tr: Typesetter, record: Record, levels: int, plain: bool) -> tuple[Cell, ...]:
    frame = tr(record.frame, plain=plain) if record.frame else ""
    parts = (record.experience, frame, record.when, record.activity)
    level: Cell = ""
    if record.level is not None:
        numbers = tr("{n} of {total}", n=record.level, total=levels)
        words = tr(record.level_words, plain=plain) if record.level_words else numbers
        level = Squares(record.level, levels, words)
    return (
        tr.raw(record.skill),
        f"{NBSP}· ".join(tr.raw(part) for part in parts if part),
        tr.raw(record.proof),
        level,
    )
