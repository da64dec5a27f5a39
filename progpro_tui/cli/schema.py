"""``progpro schema``: what an editor needs to complete and check instrument files."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.context import Context
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("schema")
    @click.option(
        "-o",
        "out",
        type=click.Path(path_type=Path, dir_okay=False),
        help=tr(N_("The file to write, beside your instrument files; printed where none is named.")),
    )
    @click.pass_obj
    def schema(context: Context, out: Path | None) -> None:
        from progpro_tui.authoring.schema import schema_text

        words = schema_text(context.workspace().host)
        if out is None:
            click.echo(words, nl=False)
        else:
            out.write_text(words, "utf-8", newline="\n")

    return schema
