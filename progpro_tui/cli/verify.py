"""``progpro verify``: every file of the practice decrypts, or is named."""

from __future__ import annotations

import click

from progpro_tui.cli.context import Context
from progpro_tui.cli.dossiers import unlocked
from progpro_tui.cli.progress import Progress
from progpro_tui.cli.verified import DOSSIERS_READ, data_of, tell
from progpro_tui.core.clean import clean
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("verify")
    @click.option(
        "--backups", is_flag=True, help=tr(N_("Verify the practice’s own backups, each in its turn."))
    )
    @click.option("--json", "as_json", is_flag=True, help=tr(N_("One JSON object a line.")))
    @click.pass_obj
    def verify_all(context: Context, backups: bool, as_json: bool) -> int:
        from progpro_tui.storage.verification import verify

        workspace = unlocked(context)
        wrong = False
        with Progress(tr, DOSSIERS_READ) as shown:
            found = [(str(workspace.folder), verify(workspace.vault, workspace.repository, shown))]
            for backup in workspace.backups.all() if backups else ():
                found.append((str(backup.folder), workspace.backups.verify(backup, shown)))
        for folder, verified in found:
            wrong = wrong or bool(verified.wrong)
            if as_json:
                data = {"folder": folder, **data_of(verified, tr)}
                click.echo(json_line(data))
                continue
            click.echo(clean(folder))
            tell(verified, tr)
        return int(wrong)

    return verify_all
