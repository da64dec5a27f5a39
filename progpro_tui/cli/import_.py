"""``progpro import``: a spreadsheet becomes an instrument file, or each mistake is told by its cell."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, complain
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError, InstrumentError, StoreError, StoreFull
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.authoring.spreadsheet.import_book import Imported
    from progpro_tui.workspace.workspace import Workspace

SPREADSHEETS = (".xlsx", ".xlsm", ".ods", ".csv")

SHEETS = {
    "settings": N_("A .csv file with the settings: one a row, its name and its value."),
    "responses": N_("A .csv file with what people answer: one response a row."),
    "scales": N_("A .csv file with the scales: one a row."),
    "levels": N_("A .csv file with the levels of the scales: one a row."),
    "examples": N_("A .csv file with examples: one person a row, their answers and their scores."),
}
"""What a .csv file cannot hold beside its items; a workbook has a sheet for each."""


def command(tr: Translator) -> click.Command:
    def import_(
        context: Context, file: Path, out: Path | None, force: bool, **others: Path | None
    ) -> int:
        path = out or file.with_suffix(".yaml")
        workspace = context.workspace()
        try:
            made = _of_plugin(workspace, file) or _of_spreadsheet(workspace, file, path, others, tr)
        except InstrumentError as error:
            complain(tr(error))
            for mistake in error.mistakes:
                click.echo(clean(f"{mistake.place}: {tr(mistake.what)}"), err=True)
            return 1
        for notice in made.notices:
            click.echo(clean(f"! {tr(notice)}"), err=True)
        _refuse_overwriting(path, force)
        text, kept = _with_kept_examples(path, made.text)
        _write(workspace, path, text)
        click.echo(clean(tr(N_("{file} is written."), file=str(path))))
        if kept:
            click.echo(tr(N_("The examples that stood in it are kept: progpro check scores them.")))
        if made.to_complete:
            click.echo(_to_complete(made.to_complete, tr))
        click.echo(clean(tr(N_("Next: progpro check {file}"), file=shlex.quote(str(path)))))
        return 0

    return click.Command("import", params=_params(tr), callback=click.pass_obj(import_))


def _of_spreadsheet(
    workspace: Workspace, file: Path, path: Path, others: dict[str, Path | None], tr: Translator
) -> Imported:
    from progpro_tui.authoring.spreadsheet.import_book import import_book
    from progpro_tui.authoring.spreadsheet.read_book import read_books

    book = read_books(file, {name: other for name, other in others.items() if other})
    return import_book(book, path.stem, workspace.host, tr)


def _of_plugin(workspace: Workspace, file: Path) -> Imported | None:
    """What a plugin makes of the file, where it has an ending that is none of ours."""
    if file.suffix.lower() in SPREADSHEETS:
        return None
    from progpro_tui.authoring.spreadsheet.import_book import Imported
    from progpro_tui.workspace.importing import importer_of, instrument_text

    importer = importer_of(workspace.host, file)
    if importer is None:
        return None
    return Imported("", instrument_text(workspace.host, importer, file), (), ())


def _params(tr: Translator) -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    return [
        click.Argument(["file"], type=path, metavar=tr(N_("FILE"))),
        click.Option(
            ["-o", "--out"],
            type=path,
            help=tr(N_("The file to write; beside the spreadsheet, ending in .yaml, otherwise.")),
        ),
        click.Option(["--force"], is_flag=True, help=tr(N_("Write over a file that is there."))),
        *(click.Option([f"--{name}"], type=path, help=tr(words)) for name, words in SHEETS.items()),
    ]


def _refuse_overwriting(path: Path, force: bool) -> None:
    if path.exists() and not force:
        raise InputError(
            N_(
                "{file} is there already: choose another name with -o, or add --force. It is then "
                "written anew: what was changed in it by hand is lost, except its examples."
            ),
            file=str(path),
        )


def _with_kept_examples(path: Path, text: str) -> tuple[str, bool]:
    """The text to write, and whether examples of the file that it replaces were taken over."""
    if not path.is_file():
        return text, False
    from progpro_tui.authoring.files import read_bounded
    from progpro_tui.authoring.spreadsheet.kept import with_examples_of

    joined = with_examples_of(read_bounded(path), text)
    return joined or text, joined is not None


def _write(workspace: Workspace, path: Path, text: str) -> None:
    try:
        workspace.fs.replace(path, text.encode())
    except StoreFull:
        raise
    except StoreError as error:
        if not isinstance(error.__cause__, OSError):
            raise
        from progpro_tui.authoring.files import unwritable

        raise unwritable(path, error.__cause__) from None


def _to_complete(lines: tuple[int, ...], tr: Translator) -> str:
    """Where the file says that something is still to be completed."""
    numbers = ", ".join(map(str, lines))
    words = NN_(
        "The spreadsheet does not say everything. To be completed or looked at again: line {lines}.",
        "The spreadsheet does not say everything. To be completed or looked at again: lines {lines}.",
    )
    return clean(tr(words, n=len(lines), lines=numbers))
