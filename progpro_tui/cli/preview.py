"""``progpro preview``: the app on an instrument file, reloading when it is saved."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.process import guard_last_words
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("preview")
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--at", default="", metavar="ID", help=tr(N_("The question to open at, by its id.")))
    @click.pass_obj
    def preview(context: Context, file: Path, at: str) -> int:
        if not has_terminal():
            raise InputError(
                N_("The preview needs a terminal. “progpro check” says the mistakes of a file without.")
            )
        if not file.exists():
            raise InputError(N_("{file}: there is no such file."), file=str(file))
        from progpro_tui.tui.preview.app import PreviewApp
        from progpro_tui.workspace.watching import Watched

        guard_last_words(context.tr)
        workspace = context.workspace()
        watched = Watched(file, workspace.host)
        app = PreviewApp(workspace, watched, context.tr.language, context.settings, at)
        app.run()
        if app.refused is not None:
            raise app.refused
        return app.return_code or 0

    return preview
