"""``progpro print``: the blank paper form of an instrument, as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.context import Context, say_path
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("print")
    @click.argument("instrument")
    @click.option(
        "-o", "out", type=click.Path(path_type=Path), help=tr(N_("The PDF to write; ID.pdf otherwise."))
    )
    @click.option("--plain", is_flag=True, help=tr(N_("In plain words.")))
    @click.option("--force", is_flag=True, help=tr(N_("Replace a file that is there.")))
    @click.pass_obj
    def print_(context: Context, instrument: str, out: Path | None, plain: bool, force: bool) -> None:
        from progpro_tui.workspace.paper import print_form

        workspace = context.workspace()
        found = workspace.shelf.find(instrument)
        file = workspace.shelf.file_named(instrument)
        named = found.id if file is None else file.name  # a form tells nothing of the machine
        path = out or Path(f"{found.id}.pdf")
        say_path(print_form(workspace, found, path, tr, named, plain, force))

    return print_
