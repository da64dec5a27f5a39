"""``progpro person``: everything that is kept of one person, out of the practice or into it."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.context import Context
from progpro_tui.cli.dossiers import opened
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("person")
    @click.argument("dossier", required=False)
    @click.option(
        "-o",
        "--to",
        "folder",
        type=click.Path(path_type=Path),
        metavar=tr(N_("FOLDER")),
        help=tr(N_("The folder for the two files, in clear: a JSON file and a PDF.")),
    )
    @click.option(
        "--import",
        "file",
        type=click.Path(path_type=Path),
        help=tr(N_("Make a new dossier of such a JSON file.")),
    )
    @click.pass_obj
    def person(context: Context, dossier: str | None, folder: Path | None, file: Path | None) -> None:
        imports = file is not None and dossier is None and folder is None
        if not imports and (file is not None or dossier is None or folder is None):
            raise InputError(N_("Say DOSSIER -o FOLDER to export, or --import FILE to import."))
        workspace = opened(context)
        if file is not None:
            from progpro_tui.workspace.person_import import import_person

            made = import_person(workspace, file)
            click.echo(clean(tr(N_("A new dossier: {person}"), person=made.person)), err=True)
            click.echo(made.id)
            return
        from progpro_tui.workspace.person_export import export_person

        assert dossier is not None
        assert folder is not None
        found = workspace.dossiers.find(dossier)
        paths = export_person(workspace, found, folder.expanduser().absolute(), tr)
        words = N_("Everything that is kept of {person}, in clear:")
        click.echo(clean(tr(words, person=found.person)), err=True)
        for path in paths:
            click.echo(str(path))

    return person
