"""``progpro recover``: the passphrase is lost; the recovery code opens, and a new one is given."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.asking import ByHand, ByOptions
from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.dossiers import existing
from progpro_tui.cli.passphrase import OPTION, change
from progpro_tui.cli.recovery_code import asked_code
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("recover")
    @click.option(
        "--recovery-file",
        type=click.Path(path_type=Path),
        help=tr(N_("The recovery code is the first line of this file; “-”: the standard input.")),
    )
    @click.option(
        OPTION,
        "file",
        type=click.Path(path_type=Path),
        help=tr(N_("The new passphrase is the first line of this file; “-”: the standard input.")),
    )
    @click.pass_obj
    def recover(context: Context, recovery_file: Path | None, file: Path | None) -> None:
        asking = ByHand(tr) if has_terminal() else ByOptions(yes=False)
        code = asked_code(recovery_file, asking, tr)
        workspace = existing(context)
        click.get_current_context().call_on_close(workspace.close)
        workspace.unlock_with_code(code)
        change(workspace, file, tr)

    return recover
