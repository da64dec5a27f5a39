"""The recovery code at a terminal: shown and noted, or printed as a page."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.asking import Asking
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.passphrase import as_typed
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.beginning import print_recovery_code, recovery_path
from progpro_tui.workspace.workspace import Workspace


def show_code(recovery: str, asking: Asking, tr: Translator) -> None:
    """Show the code, and let its last group be typed."""
    lead = N_("Your recovery code opens the practice if the passphrase is lost. Keep it far from it:")
    click.echo(f"\n{clean(tr(lead))}\n\n  {clean(recovery)}\n")

    def last(typed: str) -> str:
        if as_typed(typed) != as_typed(recovery.split()[-1]):
            raise InputError(N_("This is not the last group of the code. Look at it again."))
        return typed

    asking.words(tr(N_("To check, its last group")), "--recovery-pdf", last)


def printed_code(
    workspace: Workspace, recovery: str, name: str, path: Path | None, asking: Asking, tr: Translator
) -> Path | None:
    """Where the page of the recovery code was written; none where none is wanted.

    ``path`` is what an option asks for, ``name`` that of the practice.
    """
    if path is None and asking.by_hand:
        choices = {"no": tr(N_("No, it is written down")), "yes": tr(N_("Yes, as PDF"))}
        if asking.one(tr(N_("Print the recovery code?")), "--recovery-pdf", choices, "no") == "yes":
            path = recovery_path(tr)
    if path is None:
        return None
    return print_recovery_code(workspace, recovery, name, path, tr)


def tell_printed(path: Path, tr: Translator) -> None:
    """Say where the page is, and what to do with it."""
    click.echo(clean(tr(N_("Written: {file}"), file=str(path))))
    click.echo(tr(N_("Print it now, then delete this file: it opens your dossiers.")))
