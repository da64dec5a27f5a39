"""``progpro passphrase``: changes the passphrase. One small file is written, and no dossier."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.asking import ByHand, ByOptions
from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.dossiers import opened
from progpro_tui.cli.phrases import new_phrase
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.workspace import Workspace

OPTION = "--new-passphrase-file"


def command(tr: Translator) -> click.Command:
    @click.command("passphrase")
    @click.option(
        OPTION,
        "file",
        type=click.Path(path_type=Path),
        help=tr(N_("The new passphrase is the first line of this file; “-”: the standard input.")),
    )
    @click.pass_obj
    def passphrase(context: Context, file: Path | None) -> None:
        change(opened(context), file, context.tr)

    return passphrase


def change(workspace: Workspace, file: Path | None, tr: Translator) -> None:
    """Give an open practice another passphrase, and say what that does not reach."""
    asking = ByHand(tr) if has_terminal() else ByOptions(yes=False)
    workspace.vault.must_write()
    phrase = new_phrase(asking, tr, OPTION, file, workspace.practice.name)
    click.echo(tr(N_("One moment…")))
    workspace.change_passphrase(phrase)
    click.echo(tr(N_("The passphrase was changed. The old one opens nothing any more.")))
    click.echo(tr(N_("Backups out of reach, and copies made by hand, still open to the old one.")))
