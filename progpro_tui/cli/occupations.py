"""``progpro occupations``: those that plugins bring, by words of their names or by a scale."""

from __future__ import annotations

import click

from progpro_tui.cli.context import Context
from progpro_tui.core.clean import clean
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("occupations")
    @click.argument("words", nargs=-1)
    @click.option("--scale", metavar="S", help=tr(N_("Those that a scale belongs to most, first.")))
    @click.option("--json", "as_json", is_flag=True, help=tr(N_("One JSON object a line.")))
    @click.pass_obj
    def occupations(context: Context, words: tuple[str, ...], scale: str | None, as_json: bool) -> None:
        from progpro_tui.workspace.occupations import sought

        for each in sought(context.workspace().host.occupations(), words, scale, tr):
            if as_json:
                data = {
                    "id": each.id,
                    "name": dict(each.name.standard),
                    "scales": dict(each.scales),
                    "source": each.source,
                }
                click.echo(json_line(data))
            else:
                click.echo(clean(f"{each.id}  {tr(each.name)}  ({each.source})"))

    return occupations
