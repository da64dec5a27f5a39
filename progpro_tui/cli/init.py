"""``progpro init``: begins a practice, as the first start of the app does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from progpro_tui.cli.asking import Asking, ByHand, ByOptions, blaming_option
from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.phrases import new_phrase
from progpro_tui.cli.recovery_sheet import printed_code, show_code, tell_printed
from progpro_tui.cli.secret_files import secret_in
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.beginning import draw_recovery_code, fit_folder, remember
from progpro_tui.workspace.practice import check_code


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
        show_code(recovery, asking, tr)
    code = _code(said, asking, tr)
    printed = printed_code(workspace, recovery, name, said.recovery_pdf, asking, tr)
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
        tell_printed(printed, tr)
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
