"""Everything that is kept of one person, to be read by that person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from progpro_tui.core.document import (
    Block,
    Column,
    Cover,
    Document,
    Facts,
    Heading,
    Paragraph,
    Part,
    Table,
)
from progpro_tui.core.dossier import Dossier, Note, RunRecord
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.dates import day, long_date
from progpro_tui.reports import answers_page, person_pages
from progpro_tui.reports.typography import clean
from progpro_tui.reports.wording import Typesetter

Run = tuple[RunRecord, Instrument, Profile | None, int]
"""A run, the copy that was answered, its profile if it is finished, and how many answers it has."""

LABELS = 56.0
"""Millimetres of page for the labels."""

ACTS = {
    "hand-over": N_("the keyboard was handed over"),
    "export": N_("exported"),
    "archive": N_("archived, or taken back into the list"),
    "import": N_("imported"),
    "erase": N_("destroyed"),
}


@dataclass(frozen=True)
class Held:
    """What is kept: by which practice, of whom, in which programme (in words), at which time (ISO),
    which runs, what the counsellor noted, and what was done with the dossier and when."""

    practice: str
    dossier: Dossier
    programme: str
    made: str
    runs: Sequence[Run]
    notes: Sequence[Note]
    acts: Sequence[tuple[str, str]]


def whole_person_document(held: Held, language: str) -> Document:
    """A cover, what is kept, then each questionnaire with its answers."""
    tr = Typesetter(language)
    title, when = tr(N_("What is kept about you")), tr(long_date(tr, day(held.made)))
    running = (title, when)
    parts = [
        Part("person", ("", ""), (_cover(tr, held, title, when),)),
        Part("person", running, _overview(tr, held)),
    ]
    for run, instrument, profile, _ in held.runs:
        if profile is not None:
            blocks = person_pages.blocks(tr, profile, instrument)
            answers = answers_page.blocks(tr, profile, instrument)
            parts.append(Part("person", (tr(run.title), when), (*blocks, *answers)))
    return Document(title, language, clean(held.practice), held.made, tuple(parts))


def _cover(tr: Typesetter, held: Held, title: str, when: str) -> Cover:
    facts = (
        (tr(N_("For")), clean(held.dossier.person)),
        (tr(N_("Date")), when),
        (tr(N_("Programme")), clean(held.programme)),
    )
    words = N_("This document is yours. A file beside it holds the same for a computer to read.")
    subtitle = tr(N_("Everything that this practice holds in its dossier"))
    return Cover(clean(held.practice), title, subtitle, facts, tr(words))


def _overview(tr: Typesetter, held: Held) -> tuple[Block, ...]:
    opened, seen = (tr(long_date(tr, day(when))) for when in (held.dossier.opened, held.dossier.seen))
    rows = (
        (tr(N_("Dossier opened")), opened),
        (tr(N_("Last seen")), seen),
        (tr(N_("Number of the dossier")), held.dossier.id),
    )
    blocks: list[Block] = [Heading(1, tr(N_("The dossier"))), Facts(rows, LABELS)]
    if held.runs:
        columns = (Column(tr(N_("Questionnaire")), 85), Column(tr(N_("State")), 80))
        blocks.append(Table(columns, tuple(_row(tr, run) for run in held.runs)))
    else:
        blocks.append(Paragraph(tr(N_("No questionnaire was begun."))))
    if held.notes:
        blocks.append(Heading(2, tr(N_("Notes of the person who accompanies you"))))
        for note in held.notes:
            blocks.append(Heading(3, tr(long_date(tr, day(note.written)))))
            blocks += [Paragraph(clean(line)) for line in note.words.splitlines() if line.strip()]
    if held.acts:
        blocks.append(Heading(2, tr(N_("What was done with it"))))
        lines = tuple(
            (tr(long_date(tr, day(when))), tr(ACTS[act]) if act in ACTS else act)
            for when, act in held.acts
        )
        blocks.append(Facts(lines, small=True))
    return tuple(blocks)


def _row(tr: Typesetter, run: Run) -> tuple[str, str]:
    record, _, profile, answers = run
    if profile is None:
        words = NN_(
            "under way: {n} answer, in the file for computers",
            "under way: {n} answers, in the file for computers",
        )
        return tr(record.title), tr(words, n=answers)
    return tr(record.title), tr(N_("finished on {date}"), date=tr(long_date(tr, day(record.finished))))
