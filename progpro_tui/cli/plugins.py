"""``progpro plugins``: what became of each plugin, and the decisions on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.usage import SpokenGroup, in_words
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.json_line import json_line
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

if TYPE_CHECKING:
    from progpro_tui.host.plugin import Plugin

FULL_RIGHTS = N_(
    "A plugin is a program: it can read and change whatever you can. Approve it only if you trust "
    "whoever wrote it."
)


def command(tr: Translator) -> click.Command:
    @click.group("plugins", cls=SpokenGroup, tr=tr, invoke_without_command=True)
    @click.option("--json", "as_json", is_flag=True, help=tr(N_("One JSON object a line.")))
    @click.pass_context
    def plugins(ctx: click.Context, as_json: bool) -> None:
        if ctx.invoked_subcommand is None:
            for plugin in ctx.obj.workspace().plugins.all():
                data = json_line(_data(plugin, tr))
                click.echo(data if as_json else _line(plugin, tr))

    disable = _decide(tr, "disable", N_("Leave a plugin out from now on."))
    enable = _decide(tr, "enable", N_("Take a plugin in again, or try it again."))
    for each in (_approve(tr), disable, enable):
        plugins.add_command(in_words(each, tr))
    return plugins


def _approve(tr: Translator) -> click.Command:
    @click.command("approve", help=tr(N_("Let a plugin be loaded, as it is now.")))
    @click.argument("name")
    @click.option("--yes", is_flag=True, help=tr(N_("Do not ask.")))
    @click.pass_obj
    def approve(context: Context, name: str, yes: bool) -> int:
        desk = context.workspace().plugins
        plugin = desk.get(name)
        if not yes:
            if not has_terminal():
                raise InputError(N_("Nobody is there to be asked: add --yes if you trust this plugin."))
            click.echo(_line(plugin, tr))
            click.echo(clean(tr(FULL_RIGHTS)))
            if not _agreed(tr(N_("Approve it? (yes or no)"))):
                return 1
        return _told(desk.approve(plugin), tr)

    return approve


YES, NO = {"y", "yes", "o", "oui"}, {"n", "no", "non"}


def _agreed(question: str) -> bool:
    """Asked until the answer is yes or no, in either language; Enter alone is no."""
    while True:
        answer = click.prompt(question, default="", show_default=False).strip().casefold()
        if answer in YES:
            return True
        if answer in NO or not answer:
            return False


def _decide(tr: Translator, verb: str, words: str) -> click.Command:
    @click.command(verb, help=tr(words))
    @click.argument("name")
    @click.pass_obj
    def decide(context: Context, name: str) -> int:
        desk = context.workspace().plugins
        return _told(getattr(desk, verb)(desk.get(name)), tr)

    return decide


def _told(plugin: Plugin, tr: Translator) -> int:
    click.echo(_line(plugin, tr))
    return 1 if plugin.reason else 0


def _line(plugin: Plugin, tr: Translator) -> str:
    from progpro_tui.workspace.plugin_words import state_words

    words = state_words(plugin)
    version = f" {plugin.version}" if plugin.version else ""
    return clean(f"{plugin.name}{version}  {tr(words)}  ({plugin.candidate.source})")


def _data(plugin: Plugin, tr: Translator) -> dict[str, Any]:
    return {
        "name": plugin.name,
        "version": plugin.version,
        "source": plugin.candidate.source,
        "state": plugin.state.value,
        "reason": None if plugin.reason is None else tr(plugin.reason),
        "sha256": plugin.sha256,
        "offers": {hook: list(names) for hook, names in plugin.names.items()},
    }
