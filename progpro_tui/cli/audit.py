"""``progpro audit``: what was done, when, and whether anybody changed the record of it."""

from __future__ import annotations

from dataclasses import asdict

import click

from progpro_tui.cli.context import Context
from progpro_tui.cli.dossiers import unlocked
from progpro_tui.core.clean import clean
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.translator import Translator

ACTS = {
    "unlock": N_("opened"),
    "recovery": N_("opened by the recovery code"),
    "wrong": N_("wrong passphrase"),
    "lock": N_("locked"),
    "begin": N_("practice begun"),
    "seal": N_("practice encrypted"),
    "hand-over": N_("keyboard handed over"),
    "take-back": N_("keyboard taken back"),
    "wrong code": N_("wrong code or passphrase for the keyboard"),
    "export": N_("export"),
    "import": N_("import"),
    "archive": N_("archived or taken back"),
    "erase": N_("dossier destroyed"),
    "backup": N_("backup"),
    "restore": N_("restored from a backup"),
    "passphrase": N_("passphrase changed"),
    "recovery code": N_("recovery code changed"),
    "rotation": N_("key replaced"),
}


def command(tr: Translator) -> click.Command:
    @click.command("audit")
    @click.option("--head", is_flag=True, help=tr(N_("Print the head alone, to be written down.")))
    @click.option(
        "--verify", is_flag=True, help=tr(N_("Check that no entry was changed or taken out."))
    )
    @click.option(
        "--since",
        metavar=tr(N_("HEAD")),
        help=tr(N_("With --verify: a head that was written down must be among the entries.")),
    )
    @click.option("--json", "as_json", is_flag=True, help=tr(N_("One JSON object a line.")))
    @click.pass_obj
    def audit(context: Context, head: bool, verify: bool, since: str | None, as_json: bool) -> None:
        kept = unlocked(context).audit
        if head:
            click.echo(clean(kept.head()))
            return
        if verify or since:
            kept.check(since or "")
            words = NN_("{n} entry, and none was changed.", "{n} entries, and none was changed.")
            click.echo(clean(tr(words, n=len(kept.entries()))))
            return
        for entry in kept.entries():
            if as_json:
                click.echo(json_line(asdict(entry)))
                continue
            act = tr(ACTS[entry.act]) if entry.act in ACTS else entry.act
            times = f" × {entry.count}" if entry.count != 1 else ""
            click.echo(clean(f"{entry.n:>6}  {entry.when}  {act}{times}  {entry.object}".rstrip()))

    return audit
