"""``progpro archive``: a dossier out of the list, or back into it."""

from __future__ import annotations

import click

from progpro_tui.cli.context import Context
from progpro_tui.cli.dossiers import dossier_to_write, opened
from progpro_tui.core.clean import clean
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("archive")
    @click.argument("dossier")
    @click.option("--back", is_flag=True, help=tr(N_("Take it back into the list.")))
    @click.pass_obj
    def archive(context: Context, dossier: str, back: bool) -> None:
        from progpro_tui.workspace.archiving import archive as put_away

        workspace = opened(context)
        found = put_away(workspace, dossier_to_write(workspace, dossier, tr), away=not back)
        words = N_("Archived: {person}. “progpro dossiers --archived” lists it.")
        if back:
            words = N_("Back in the list: {person}.")
        click.echo(clean(tr(words, person=found.person)))

    return archive
