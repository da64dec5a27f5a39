"""``progpro backup``: an encrypted backup, here or on a disk elsewhere, which is read as a proof."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, complain, say_path
from progpro_tui.cli.dossiers import opened
from progpro_tui.cli.progress import Progress
from progpro_tui.cli.verified import tell
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import StoreError, StoreFull
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace

DOSSIERS_COPIED = N_("Backup: {n} of {total}")


def command(tr: Translator) -> click.Command:
    @click.command("backup")
    @click.argument("folder", required=False, type=click.Path(path_type=Path))
    @click.pass_obj
    def backup(context: Context, folder: Path | None) -> int:
        workspace = opened(context)
        with Progress(tr, DOSSIERS_COPIED) as shown:
            made = workspace.backups.make(folder, shown)
        say_path(made.backup.folder)
        tell(made.verified, tr)
        if made.superseded:
            words = NN_("{n} older backup was superseded.", "{n} older backups were superseded.")
            click.echo(clean(tr(words, n=made.superseded)))
        if made.clock_behind:
            words_behind = N_(
                "! A backup says that it was made later than now: is the clock right? None was deleted."
            )
            click.echo(clean(tr(words_behind)), err=True)
        return int(bool(made.verified.wrong))

    return backup


def backup_of_the_day(workspace: Workspace, tr: Translator) -> None:
    """Before an open practice is left: a backup, where today has none. What fails is told."""
    if workspace.vault.locked or workspace.vault.frozen is not None or not workspace.vault.exists:
        return
    try:
        if not workspace.backups.is_due():
            return
        with Progress(tr, DOSSIERS_COPIED) as shown:
            made = workspace.backups.make(progress=shown)
    except StoreFull:
        complain(tr(N_("Today’s backup was not made: the disk is full. Everything saved is safe.")))
        return
    except StoreError as error:
        words = N_("Today’s backup was not made: {reason}")
        complain(tr(words, reason=tr(error)))
        return
    except KeyboardInterrupt:
        complain(tr(N_("Today’s backup was given up. The next time you leave makes one.")))
        return
    for wrong in made.verified.wrong:
        complain(tr(wrong))
