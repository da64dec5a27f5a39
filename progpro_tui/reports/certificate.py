"""The certificate that a dossier was destroyed: one page, and nobody's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from progpro_tui.core.document import Block, Bullets, Callout, Document, Facts, Heading, Paragraph, Part
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.dates import day, long_date
from progpro_tui.reports.typography import clean
from progpro_tui.reports.wording import Typesetter


@dataclass(frozen=True)
class Destroyed:
    """What was destroyed: in which practice, the random id of the dossier, when (ISO), how many
    questionnaires and answers, in how many backups; ``beyond`` are the folders out of reach, with the
    day of the last backup there and the day until which one may be kept (ISO)."""

    practice: str
    id: str
    when: str
    runs: int
    answers: int
    backups: int
    beyond: Sequence[tuple[str, str, str]]


def certificate(destroyed: Destroyed, language: str) -> Document:
    """One page."""
    tr = Typesetter(language)
    when = tr(long_date(tr, day(destroyed.when)))
    title = tr(N_("Certificate of destruction"))
    rows = (
        (tr(N_("Practice")), clean(destroyed.practice)),
        (tr(N_("Dossier")), destroyed.id),
        (tr(N_("Destroyed on")), when),
        (
            tr(N_("It held")),
            tr(
                N_("{runs}, {answers}, with their profiles and notes"),
                runs=tr(NN_("{n} questionnaire", "{n} questionnaires"), n=destroyed.runs),
                answers=tr(NN_("{n} answer", "{n} answers"), n=destroyed.answers),
            ),
        ),
    )
    how = N_(
        "The key of this dossier was destroyed and the key of the practice replaced. Its files were"
        " deleted. Nobody can read them any more, with the passphrase or the recovery code either."
    )
    blocks: tuple[Block, ...] = (
        Heading(1, title),
        Facts(rows),
        Paragraph(tr(how)),
        *_backups(tr, destroyed),
        Callout(tr(N_("What this page does not say")), tr(LIMITS)),
    )
    part = Part("counsellor", (title, when), blocks)
    return Document(title, language, clean(destroyed.practice), destroyed.when, (part,))


LIMITS = N_(
    "Pages that were exported or printed, and copies of the practice made by hand, are not known to"
    " progpro. Disks keep old blocks for a while: they hold encrypted bytes without a key."
)


def _backups(tr: Typesetter, destroyed: Destroyed) -> tuple[Block, ...]:
    reached = NN_(
        "The key was taken out of {n} backup.",
        "The key was taken out of {n} backups.",
    )
    blocks: list[Block] = [Paragraph(tr(reached, n=destroyed.backups))] if destroyed.backups else []
    if destroyed.beyond:
        words = N_(
            "These places could not be reached. Their backups hold the key until they are connected"
            " again and a backup is made there, or until they expire:"
        )
        lines = tuple(
            tr(
                N_("{folder}: last backup on {last}, expires on {until}"),
                folder=clean(folder),
                last=tr(long_date(tr, day(last))),
                until=tr(long_date(tr, day(until))),
            )
            for folder, last, until in destroyed.beyond
        )
        blocks += [Paragraph(tr(words), keep=True), Bullets(lines)]
    return tuple(blocks)
