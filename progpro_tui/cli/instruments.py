"""``progpro instruments``: what is on offer, and what was set aside."""

from __future__ import annotations

import click

from progpro_tui.cli.context import Context
from progpro_tui.core.clean import clean
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator


def command(tr: Translator) -> click.Command:
    @click.command("instruments")
    @click.option("--json", "as_json", is_flag=True, help=tr(N_("One JSON object a line.")))
    @click.pass_obj
    def instruments(context: Context, as_json: bool) -> None:
        workspace = context.workspace()
        rows: list[tuple[str, ...]] = []
        for offer in workspace.shelf.offers():
            if as_json:
                data = {
                    "id": offer.id,
                    "version": offer.version,
                    "kind": offer.kind,
                    "title": dict(offer.title.standard),
                    "languages": list(offer.languages),
                    "size": tr(offer.size),
                    "minutes": offer.minutes,
                    "licence": offer.licence,
                }
                click.echo(json_line(data))
                continue
            languages = ", ".join(offer.languages)
            said = (offer.id, tr(offer.title), tr(offer.size), languages, offer.version)
            rows.append(tuple(map(clean, said)))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            click.echo(clean("  ".join(map(str.ljust, row, widths)).rstrip()))
        for words in workspace.set_aside():
            click.echo(f"! {clean(tr(words))}", err=True)

    return instruments
