"""Opens a practice for a command: by its passphrase, from a file or typed without echo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, complain, has_terminal
from progpro_tui.cli.progress import Progress
from progpro_tui.cli.secret_files import secret_in
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError, WrongPassphrase
from progpro_tui.core.text import N_
from progpro_tui.workspace.dossiers import LIST_MADE_ANEW

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace

TRIES = 3
OPTION = "--passphrase-file"


def unlock(context: Context, workspace: Workspace) -> None:
    """Unlock an existing practice.

    Raises :class:`WrongPassphrase`, or :class:`InputError` where there is nobody to ask.
    """
    workspace.repository.progress = Progress(context.tr, LIST_MADE_ANEW)
    if workspace.clear:
        _seal(context, workspace)
    elif context.passphrase_file is not None:
        workspace.unlock(secret_in(context.passphrase_file))
    elif workspace.vault.demo:
        from progpro_tui.workspace.demo_secrets import PASSPHRASE

        workspace.unlock(PASSPHRASE)
    elif has_terminal():
        _ask(context, workspace)
    else:
        raise InputError(
            N_(
                "The practice is locked, and there is no terminal to ask for its passphrase."
                " Give it by --passphrase-file FILE, or “-” for the standard input."
            )
        )


def _seal(context: Context, workspace: Workspace) -> None:
    """Seal a practice of an earlier version under a passphrase that is chosen now, and passes."""
    from progpro_tui.cli.asking import ByHand, ByOptions
    from progpro_tui.cli.phrases import new_phrase

    if context.passphrase_file is None and not has_terminal():
        raise InputError(
            N_(
                "This practice was kept in clear by an earlier version. To have it encrypted, start"
                " “progpro” at a terminal, or give the passphrase that it shall have by"
                " --passphrase-file FILE."
            )
        )
    tr = context.tr
    now = N_("This practice was kept in clear by an earlier version: it will be encrypted now.")
    click.echo(clean(tr(now)), err=True)
    asking = ByHand(tr) if has_terminal() else ByOptions(yes=False)
    name = workspace.clear_name
    code = workspace.seal(new_phrase(asking, tr, OPTION, context.passphrase_file, name))
    words = N_("The recovery code of your practice, to be written down: {code}")
    click.echo(clean(tr(words, code=code)), err=True)
    blocks = N_(
        "The files in clear were deleted. The disk may still hold what they were written on: only a"
        " disk that is encrypted as a whole is sure."
    )
    click.echo(clean(tr(blocks)), err=True)


def _ask(context: Context, workspace: Workspace) -> None:
    name = clean(workspace.practice.name)
    words = context.tr(N_("{practice} is locked. Passphrase"), practice=name)
    for left in reversed(range(TRIES)):
        try:
            return workspace.unlock(click.prompt(words, hide_input=True))
        except WrongPassphrase as error:
            if not left:
                raise
            complain(context.tr(error))
    return None
