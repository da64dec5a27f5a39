"""What was read in a practice or a backup, in lines, and as data."""

from __future__ import annotations

from typing import Any

import click

from progpro_tui.core.clean import clean
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.verification import Verified

DOSSIERS_READ = N_("{n} of {total} dossiers")


def tell(verified: Verified, tr: Translator) -> None:
    """Say how much can be read, and on standard error what cannot."""
    counts = [
        (NN_("{n} dossier", "{n} dossiers"), verified.dossiers),
        (NN_("{n} questionnaire", "{n} questionnaires"), verified.runs),
        (NN_("{n} instrument", "{n} instruments"), verified.instruments),
    ]
    if verified.built:
        counts.append((NN_("{n} answer", "{n} answers"), verified.answers))
        counts.append((NN_("{n} profile", "{n} profiles"), verified.profiles))
    parts = ", ".join(tr(words, n=count) for words, count in counts)
    click.echo(clean(tr(N_("Read: {parts}."), parts=parts)))
    for error in verified.wrong:
        click.echo(f"! {clean(tr(error))}", err=True)


def data_of(verified: Verified, tr: Translator) -> dict[str, Any]:
    """The same as JSON has it."""
    return {
        "dossiers": verified.dossiers,
        "runs": verified.runs,
        "answers": verified.answers if verified.built else None,
        "profiles": verified.profiles if verified.built else None,
        "instruments": verified.instruments,
        "audit": verified.entries,
        "damaged": [
            {"name": str(error.message.params.get("name", "")), "reason": tr(error)}
            for error in verified.wrong
        ],
    }
