"""``progpro rotate``: another key for the practice. Passphrase and recovery code stay as they are."""

from __future__ import annotations

import click

from progpro_tui.cli.context import Context
from progpro_tui.cli.dossiers import opened
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("rotate")
    @click.pass_obj
    def rotate(context: Context) -> None:
        opened(context).rotate()
        click.echo(
            tr(
                N_(
                    "The key of the practice was replaced. The passphrase and the recovery code are the"
                    " same as before."
                )
            )
        )

    return rotate
