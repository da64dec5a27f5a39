"""``progpro restore``: a backup in a new folder, opened by one of its secrets, and read as a proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from progpro_tui.cli.context import Context, complain, has_terminal
from progpro_tui.cli.progress import Progress
from progpro_tui.cli.secret_files import secret_in
from progpro_tui.cli.verified import DOSSIERS_READ, tell
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError, WrongPassphrase
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

FILES_UNPACKED = N_("{n} of {total} files")
TRIES = 3


def command(tr: Translator) -> click.Command:
    @click.command("restore")
    @click.argument("backup", type=click.Path(path_type=Path))
    @click.argument("folder", type=click.Path(path_type=Path))
    @click.option(
        "--recovery-file",
        type=click.Path(path_type=Path),
        help=tr(N_("The recovery code is the first line of this file; “-”: the standard input.")),
    )
    @click.pass_obj
    def restore(context: Context, backup: Path, folder: Path, recovery_file: Path | None) -> int:
        from progpro_tui.workspace.restoring import check_restore, restored, verified

        folder = folder.expanduser().absolute()
        check_restore(backup, folder)
        secret = _secret(context, recovery_file)
        workspace = replace(context, folder=folder).workspace()
        click.get_current_context().call_on_close(workspace.close)
        with Progress(tr, FILES_UNPACKED) as shown:
            restored(backup, workspace, shown)
        click.echo(clean(tr(N_("The backup stands in {folder}."), folder=str(folder))))
        _open(workspace.open, secret, tr)
        with Progress(tr, DOSSIERS_READ) as shown:
            found = verified(workspace, backup, shown)
        tell(found, tr)
        return int(bool(found.wrong))

    return restore


def _secret(context: Context, recovery_file: Path | None) -> str:
    """What the options say, or nothing. Raises :class:`InputError` where nobody can be asked."""
    if recovery_file is not None:
        return secret_in(recovery_file)
    if context.passphrase_file is not None:
        return secret_in(context.passphrase_file)
    if not has_terminal():
        raise InputError(
            N_(
                "Nobody is there to be asked for the passphrase of the backup. Give it by"
                " --passphrase-file FILE before the command, or its recovery code by --recovery-file."
            )
        )
    return ""


def _open(opening: Callable[[str], bool], secret: str, tr: Translator) -> None:
    """Open by a secret, else by what somebody types."""
    if secret:
        opening(secret)
        return
    words = tr(N_("Passphrase or recovery code of the backup"))
    for left in reversed(range(TRIES)):
        try:
            opening(click.prompt(words, hide_input=True))
        except WrongPassphrase as error:
            if not left:
                raise
            complain(tr(error))
        else:
            return
