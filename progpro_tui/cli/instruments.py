"""``progpro instruments``: what is on offer, and what was set aside."""

from __future__ import annotations

import json

import click

from progpro_tui.cli.context import Context
from progpro_tui.core.clean import clean
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
                click.echo(json.dumps(data, ensure_ascii=False))
                continue
            languages = ", ".join(offer.languages)
            title, size = clean(tr(offer.title)), tr(offer.size)
            rows.append((offer.id, title, size, languages, offer.version))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            click.echo("  ".join(map(str.ljust, row, widths)).rstrip())
        for words in workspace.set_aside():
            click.echo(f"! {clean(tr(words))}", err=True)

    return instruments
