"""``progpro recovery-code``: another recovery code; or whether the one on paper opens the practice."""

from __future__ import annotations

from pathlib import Path

import click

from progpro_tui.cli.asking import Asking, ByHand, ByOptions
from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.dossiers import existing, opened
from progpro_tui.cli.recovery_sheet import printed_code, show_code, tell_printed
from progpro_tui.cli.secret_files import secret_in
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.beginning import check_recovery_code, draw_recovery_code
from progpro_tui.workspace.workspace import Workspace


def command(tr: Translator) -> click.Command:
    @click.command("recovery-code")
    @click.option(
        "--recovery-pdf",
        "pdf",
        type=click.Path(path_type=Path),
        help=tr(N_("The PDF to write the recovery code to.")),
    )
    @click.option(
        "--try",
        "trying",
        is_flag=True,
        help=tr(N_("Change nothing: say whether the code on paper opens the practice.")),
    )
    @click.option(
        "--recovery-file",
        type=click.Path(path_type=Path),
        help=tr(N_("With --try, the code is the first line of this file; “-”: the standard input.")),
    )
    @click.pass_obj
    def recovery_code(
        context: Context, pdf: Path | None, trying: bool, recovery_file: Path | None
    ) -> None:
        asking = ByHand(tr) if has_terminal() else ByOptions(yes=False)
        if trying or recovery_file is not None:
            _try(existing(context), recovery_file, asking, tr)
        else:
            _change(opened(context), pdf, asking, tr)

    return recovery_code


def asked_code(file: Path | None, asking: Asking, tr: Translator) -> str:
    """The recovery code that a file holds or somebody types. Raises :class:`InputError`."""
    if file is not None:
        return check_recovery_code(secret_in(file))
    return asking.words(tr(N_("Recovery code")), "--recovery-file", check_recovery_code)


def _try(workspace: Workspace, file: Path | None, asking: Asking, tr: Translator) -> None:
    if not workspace.vault.accepts_code(asked_code(file, asking, tr)):
        raise InputError(
            N_(
                "This recovery code does not open the practice. “progpro recovery-code” makes another,"
                " as long as you have the passphrase."
            )
        )
    click.echo(tr(N_("This recovery code opens the practice. Put its page back where it was.")))


def _change(workspace: Workspace, pdf: Path | None, asking: Asking, tr: Translator) -> None:
    """Show another code before it is in force: cut short at any moment, one that is known opens."""
    workspace.vault.must_write()
    code = draw_recovery_code()
    if asking.by_hand:
        show_code(code, asking, tr)
    printed = printed_code(workspace, code, workspace.practice.name, pdf, asking, tr)
    if printed is None and not asking.by_hand:
        click.echo(clean(code))
    try:
        workspace.change_recovery_code(code)
    except BaseException:
        if printed is not None and not workspace.vault.accepts_code(code):
            printed.unlink(missing_ok=True)
        raise
    if printed is not None:
        tell_printed(printed, tr)
    click.echo(
        tr(N_("The recovery code was changed. Destroy the page of the old one: it opens nothing."))
    )
    click.echo(tr(N_("Backups out of reach, and copies made by hand, still open to the old one.")))
