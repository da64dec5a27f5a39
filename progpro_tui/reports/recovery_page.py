"""The recovery code on a page to be printed and put away. No passphrase stands on it."""

from __future__ import annotations

from progpro_tui.core.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Headline,
    Paragraph,
    Part,
)
from progpro_tui.core.text import N_
from progpro_tui.i18n.dates import day, long_date
from progpro_tui.reports.wording import Typesetter

A_ROW = 4
"""Groups of the code in a row: as many as the width holds in large letters."""

KEEPING = (
    N_("in a sealed envelope, in another building than the computer;"),
    N_("apart from the passphrase: each of the two opens every dossier alone;"),
    N_("on paper only: no photograph, no e-mail, no file that stays behind."),
)


def recovery_document(
    groups: tuple[str, ...], practice: str, folder: str, created: str, language: str
) -> Document:
    """The page of a recovery code. ``folder`` is where the practice stood when it was made."""
    tr = Typesetter(language)
    title = tr(N_("Recovery code"))
    when = tr(long_date(tr, day(created)))
    return Document(
        title=title,
        language=language,
        practice=tr.raw(practice),
        created=created,
        parts=(Part("counsellor", (title, when), _blocks(tr, groups, practice, folder, when)),),
        mark=tr(N_("Confidential")),
    )


def _blocks(
    tr: Typesetter, groups: tuple[str, ...], practice: str, folder: str, when: str
) -> tuple[Block, ...]:
    rows = [groups[start : start + A_ROW] for start in range(0, len(groups), A_ROW)]
    return (
        Heading(1, tr(N_("Recovery code"))),
        Facts(
            (
                (tr(N_("Practice")), tr.raw(practice)),
                (tr(N_("Kept in")), tr.raw(folder)),
                (tr(N_("Made on")), when),
            )
        ),
        *(Headline("   ".join(row), "") for row in rows),
        Paragraph(tr(N_("O is read as 0, I and L as 1."))),
        Heading(2, tr(N_("What it is for"))),
        Paragraph(
            tr(
                N_(
                    "It opens the practice when the passphrase is lost: type it in the place of the"
                    " passphrase, then choose a new one (“progpro recover”). Without either of the two"
                    " nobody can read the dossiers any more: neither you, nor we."
                )
            )
        ),
        Heading(2, tr(N_("Where to keep it"))),
        Bullets(tuple(map(tr, KEEPING))),
        Paragraph(tr(N_("Who finds this page and the computer can read every dossier."))),
    )
