"""``progpro check``: mistakes, warnings and advice on instrument files, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, complain
from progpro_tui.cli.progress import Progress
from progpro_tui.cli.simulate import RESPONDENTS
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.workspace.checking import Checked
    from progpro_tui.workspace.workspace import Workspace

FEW = 5
"""An author checks the file in hand and waits a second for the proof of its key; a folder does not."""


def command(tr: Translator) -> click.Command:
    def check(
        context: Context,
        files: tuple[Path, ...],
        strict: bool,
        no_advice: bool,
        thorough: bool,
        quick: bool,
        fix: bool,
        as_json: bool,
    ) -> int:
        from progpro_tui.cli.checked import data_of, lines_of
        from progpro_tui.workspace.checking import checked, files_of
        from progpro_tui.workspace.key_trial import THOROUGH, USUAL

        if thorough and quick:
            raise InputError(N_("“--thorough” and “--quick” cannot go together: keep one."))
        paths = files_of(files)
        untried = quick or (len(paths) > FEW and not thorough)
        crowd = None if untried else THOROUGH if thorough else USUAL
        workspace = context.workspace()
        _put_typography_right(workspace, paths if fix else (), tr, as_json)
        results: Iterable[Checked] = checked(workspace, paths, crowd)
        if crowd and len(paths) <= FEW:
            with Progress(tr, RESPONDENTS) as shown:
                results = list(checked(workspace, paths, crowd, shown))
        code = 0
        for found in results:
            code = max(code, _exit_code(found, strict))
            if as_json:
                click.echo(json_line(data_of(found, tr, not no_advice)))
            elif found.report is None:
                complain(tr(found.error or ""))
            else:
                for line in lines_of(found.report, tr, not no_advice):
                    click.echo(clean(line))
        return code

    params = _params(tr)
    return click.Command("check", params=params, callback=click.pass_obj(check))


def _put_typography_right(
    workspace: Workspace, paths: Sequence[Path], tr: Translator, aside: bool
) -> None:
    """Say of each file in how many texts it was done; ``aside``, where data is expected."""
    from progpro_tui.workspace.typography import put_typography_right

    for path in paths:
        try:
            n = put_typography_right(workspace, path)
        except InputError as error:
            complain(tr(error))
            continue
        words: str | tuple[str, str] = NN_(
            "{file}: typography put right in {n} text", "{file}: typography put right in {n} texts"
        )
        if n is None:
            words = N_("{file}: typography left as it is: mend the mistakes first")
        elif not n:
            words = N_("{file}: no typography to put right")
        click.echo(clean(tr(words, file=str(path), n=n or 0)), err=aside)


def _exit_code(found: Checked, strict: bool) -> int:
    if found.report is None:
        return 2
    return 1 if found.report.mistakes or (strict and found.report.warnings) else 0


def _params(tr: Translator) -> list[click.Parameter]:
    def flag(name: str, words: str) -> click.Option:
        return click.Option([name], is_flag=True, help=words)

    return [
        click.Argument(
            ["files"],
            nargs=-1,
            required=True,
            type=click.Path(path_type=Path),
            metavar=tr(N_("FILES…")),
        ),
        flag("--strict", tr(N_("Warnings count as mistakes for the exit code."))),
        flag("--no-advice", tr(N_("Mistakes and warnings only."))),
        flag(
            "--thorough",
            tr(N_("Try the key with a thousand respondents a scale, of any number of files.")),
        ),
        flag("--quick", tr(N_("Do not try the key; more than five files are checked so."))),
        click.Option(
            ["--fix-typography", "fix"],
            is_flag=True,
            help=tr(N_("First write ’ and no-break spaces into the French texts of the files.")),
        ),
        click.Option(["--json", "as_json"], is_flag=True, help=tr(N_("One JSON object a line."))),
    ]
