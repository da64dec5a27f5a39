"""``progpro init``: begins a practice, as the first start of the app does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from progpro_tui.cli.asking import Asking, ByHand, ByOptions, blaming_option
from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.phrases import new_phrase
from progpro_tui.cli.secret_files import secret_in
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.passphrase import as_typed
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.beginning import (
    draw_recovery_code,
    fit_folder,
    print_recovery_code,
    recovery_path,
    remember,
)
from progpro_tui.workspace.practice import check_code
from progpro_tui.workspace.workspace import Workspace


@dataclass(frozen=True)
class Said:
    """What the options have answered."""

    name: str | None
    passphrase_file: Path | None
    code_file: Path | None
    recovery_pdf: Path | None


def command(tr: Translator) -> click.Command:
    def file(option: str, words: str) -> click.Option:
        return click.Option([option], type=click.Path(path_type=Path), help=tr(words))

    def init(
        context: Context,
        name: str | None,
        passphrase_file: Path | None,
        code_file: Path | None,
        recovery_pdf: Path | None,
    ) -> None:
        asking = ByHand(tr) if has_terminal() else ByOptions(yes=False)
        said = Said(name, passphrase_file or context.passphrase_file, code_file, recovery_pdf)
        try:
            _begin(context, said, asking)
        except (KeyboardInterrupt, click.Abort):
            click.echo(tr(N_("Nothing was written.")))
            raise

    params: list[click.Parameter] = [
        click.Option(["--name"], help=tr(N_("The name of the practice."))),
        file(
            "--passphrase-file",
            N_("The passphrase is the first line of this file; “-”: the standard input."),
        ),
        file(
            "--code-file", N_("The counsellor’s code, 4 to 8 digits, is the first line of this file.")
        ),
        file("--recovery-pdf", N_("The PDF to write the recovery code to.")),
    ]
    return click.Command("init", params=params, callback=click.pass_obj(init))


def _begin(context: Context, said: Said, asking: Asking) -> None:
    tr, workspace = context.tr, replace(context, folder=fit_folder(context.folder)).workspace()
    if workspace.practice.exists:
        raise InputError(N_("There is a practice in this folder already."))
    click.echo(clean(tr(N_("Kept in   {folder}"), folder=str(workspace.folder))))
    name = _name(said, asking, tr)
    phrase = new_phrase(asking, tr, "--passphrase-file", said.passphrase_file, name)
    recovery = draw_recovery_code()
    if asking.by_hand:
        _show_recovery(recovery, asking, tr)
    code = _code(said, asking, tr)
    printed = _printed(workspace, recovery, name, said, asking, tr)
    click.echo(tr(N_("One moment…")))
    try:
        workspace.begin(name, phrase, code, recovery)
    except BaseException:
        if printed is not None:  # a code that opens nothing
            printed.unlink(missing_ok=True)
        raise
    workspace.close()
    remember(workspace.folder, context.settings)
    if printed is not None:
        click.echo(clean(tr(N_("Written: {file}"), file=str(printed))))
        click.echo(tr(N_("Print it now, then delete this file: it opens your dossiers.")))
    elif not asking.by_hand:
        click.echo(clean(recovery))
    click.echo(tr(N_("The practice is ready: “progpro” opens it.")))


def _name(said: Said, asking: Asking, tr: Translator) -> str:
    def named(typed: str) -> str:
        if not typed.strip():
            raise InputError(N_("The practice needs a name."))
        return typed.strip()

    if said.name is not None:
        with blaming_option("--name", said.name):
            return named(said.name)
    return asking.words(tr(N_("Name of your practice")), "--name", named)


def _show_recovery(recovery: str, asking: Asking, tr: Translator) -> None:
    """Show the code, and let its last group be typed."""
    lead = N_("Your recovery code opens the practice if the passphrase is lost. Keep it far from it:")
    click.echo(f"\n{clean(tr(lead))}\n\n  {clean(recovery)}\n")

    def last(typed: str) -> str:
        if as_typed(typed) != as_typed(recovery.split()[-1]):
            raise InputError(N_("This is not the last group of the code. Look at it again."))
        return typed

    asking.words(tr(N_("To check, its last group")), "--recovery-pdf", last)


def _code(said: Said, asking: Asking, tr: Translator) -> str:
    def fit(typed: str) -> str:
        check_code(typed)
        return typed

    if said.code_file is not None:
        return fit(secret_in(said.code_file).strip())
    question = tr(N_("The code that gives you the keyboard back, 4 to 8 digits"))
    code = asking.secret(question, "--code-file", fit)

    def same(typed: str) -> str:
        if typed != code:
            raise InputError(N_("The two codes are not the same. Type the second again."))
        return typed

    asking.secret(tr(N_("Once more")), "--code-file", same)
    return code


def _printed(
    workspace: Workspace, recovery: str, name: str, said: Said, asking: Asking, tr: Translator
) -> Path | None:
    """Where the page of the recovery code was written; none where none is wanted."""
    path = said.recovery_pdf
    if path is None and asking.by_hand:
        choices = {"no": tr(N_("No, it is written down")), "yes": tr(N_("Yes, as PDF"))}
        if asking.one(tr(N_("Print the recovery code?")), "--recovery-pdf", choices, "no") == "yes":
            path = recovery_path(tr)
    if path is None:
        return None
    return print_recovery_code(workspace, recovery, name, path, tr)
