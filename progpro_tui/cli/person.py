"""``progpro person``: everything that is kept of one person, out of the practice or into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, say_path
from progpro_tui.cli.dossiers import opened
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.paths import whole_path

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace


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
            _import(workspace, file, tr)
        elif dossier is not None and folder is not None:
            _export(workspace, dossier, whole_path(folder), tr)

    return person


def _import(workspace: Workspace, file: Path, tr: Translator) -> None:
    from progpro_tui.workspace.person_import import import_person

    made = import_person(workspace, file)
    click.echo(clean(tr(N_("A new dossier: {person}"), person=made.person)), err=True)
    click.echo(clean(made.id))


def _export(workspace: Workspace, named: str, folder: Path, tr: Translator) -> None:
    from progpro_tui.workspace.person_export import export_person

    found = workspace.dossiers.find(named)
    paths = export_person(workspace, found, folder, tr)
    words = N_("Everything that is kept of {person}, in clear:")
    click.echo(clean(tr(words, person=found.person)), err=True)
    for path in paths:
        say_path(path)
