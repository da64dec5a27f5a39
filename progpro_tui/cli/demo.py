"""``progpro demo``: fictitious beneficiaries to try everything on."""

from __future__ import annotations

from dataclasses import replace

import click

from progpro_tui.cli.app import open_app
from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.core.clean import clean
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.folders import demo_folder


def command(tr: Translator) -> click.Command:
    @click.command("demo")
    @click.option("--no-open", is_flag=True, help=tr(N_("Do not open the app.")))
    @click.pass_obj
    def demo(context: Context, no_open: bool) -> int:
        return open_demo(context, opening=not no_open)

    return demo


def open_demo(context: Context, opening: bool = True) -> int:
    """Make the demonstration where there is none yet, say where its PDFs are, and open it."""
    from progpro_tui.workspace.demo import KDF, demo_profiles, make_demo
    from progpro_tui.workspace.demo_secrets import CODE, PASSPHRASE
    from progpro_tui.workspace.workspace import Workspace

    tr, folder = context.tr, demo_folder()
    workspace = Workspace(folder, kdf=KDF)
    if workspace.clear:
        workspace.seal(PASSPHRASE, demo=True)
        workspace.close()
    elif not workspace.practice.exists:
        click.echo(tr(N_("Making the demonstration…")))
        make_demo(folder, tr(N_("Cabinet Horizon (demonstration)")), tr.language)
    click.echo(tr(N_("The demonstration’s profiles as PDF:")))
    for path in demo_profiles(folder):
        click.echo(clean(f"  {path}"))
    click.echo(clean(tr(N_("The passphrase of the demonstration: {phrase}"), phrase=PASSPHRASE)))
    click.echo(clean(tr(N_("The counsellor’s code of the demonstration: {code}"), code=CODE)))
    if opening and has_terminal():
        return open_app(replace(context, folder=folder))
    return 0
