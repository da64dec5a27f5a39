"""``progpro erase``: a dossier is destroyed for good, and that is certified."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from platformdirs import user_documents_path

from progpro_tui.cli.context import Context, has_terminal, say_path
from progpro_tui.cli.dossiers import opened
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace


def command(tr: Translator) -> click.Command:
    @click.command("erase")
    @click.argument("dossier")
    @click.option("--yes", is_flag=True, help=tr(N_("Ask nothing: it is decided.")))
    @click.option(
        "-o",
        "--to",
        "folder",
        type=click.Path(path_type=Path),
        metavar=tr(N_("FOLDER")),
        help=tr(N_("The folder for the certificate; that of your documents otherwise.")),
    )
    @click.option(
        "--certificate", is_flag=True, help=tr(N_("Write again the certificate of an erased dossier."))
    )
    @click.pass_obj
    def erase(
        context: Context, dossier: str, yes: bool, folder: Path | None, certificate: bool
    ) -> None:
        from progpro_tui.workspace import erasing
        from progpro_tui.workspace.certificates import write_certificate
        from progpro_tui.workspace.paths import check_outside

        workspace = opened(context)
        to = (folder or user_documents_path()).expanduser().absolute()
        check_outside(workspace, to)
        if certificate:
            erased = erasing.certified(workspace, dossier)
        else:
            dossier_id, person = _meant(workspace, dossier)
            _confirm(person, yes, tr)
            erased = erasing.erase(workspace, dossier_id)
            click.echo(tr(N_("The dossier was destroyed. Nobody can read it any more.")))
        for place, _, until in erased.beyond:
            words = N_("! Backups in {folder} hold its key until {date}, or until you connect it.")
            click.echo(clean(tr(words, folder=place, date=until)), err=True)
        for path in write_certificate(workspace, erased, to, tr):
            say_path(path)

    return erase


def _meant(workspace: Workspace, named: str) -> tuple[str, str]:
    """The id and the person of a dossier; of one that cannot be read, the id says both."""
    try:
        found = workspace.dossiers.named(named)
    except (StoreError, InputError):
        if not workspace.vault.has_key(named):
            raise
        return named, named
    return found.id, found.person


def _confirm(person: str, yes: bool, tr: Translator) -> None:
    """Ask, where nobody has decided yet. Raises :class:`InputError` where nobody can be asked."""
    if yes:
        return
    if not has_terminal():
        raise InputError(N_("Nobody is there to be asked whether it shall be destroyed: add --yes."))
    words = N_(
        "Destroy this dossier? {person}: answers, notes and profiles become unreadable, for you too."
    )
    if not click.confirm(clean(tr(words, person=person))):
        raise click.Abort
