"""``progpro check``: every mistake of an instrument file, with its place."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.context import Context, complain
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("check")
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.pass_obj
    def check(context: Context, files: tuple[Path, ...]) -> int:
        from progpro_tui.authoring.check import check as check_file

        host = context.workspace().host
        code = 0
        for path in files:
            try:
                report = check_file(path, host)
            except InputError as error:
                code = complain(tr(error))
                continue
            code = max(code, 1 if report.mistakes else 0)
            for mistake in report.mistakes:
                click.echo(clean(f"{mistake.place}: {tr(mistake.what)}"))
            if not report.mistakes and report.size is not None:
                words = N_("{file}: no mistake, {size}")
                click.echo(clean(tr(words, file=str(path), size=report.size)))
        return code

    return check
