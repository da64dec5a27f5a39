"""``progpro new``: begins something that an author then writes on."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

import click

from progpro_tui.cli.context import language_option
from progpro_tui.cli.usage import SpokenGroup, heading, in_words
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

NEW = {
    "questionnaire": N_("Make the first file of a questionnaire; asks what no option says."),
    "plugin": N_("Make a small plugin that works, with a step of its own, to be changed."),
}
"""What can be begun: told without importing it. ``new_NAME.py`` brings the command."""


class NewModule(Protocol):
    """A module of this folder that begins one sort of thing."""

    def command(self, tr: Translator) -> click.Command: ...


class New(SpokenGroup):
    """The group: imports the command that is called."""

    def __init__(self, tr: Translator) -> None:
        super().__init__("new", tr, no_args_is_help=True)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(NEW)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in NEW:
            return None
        module = cast(NewModule, import_module(f"progpro_tui.cli.new_{cmd_name}"))
        command = module.command(self._tr)
        command.help = self._tr(NEW[cmd_name])
        command.params.append(language_option(self._tr))
        return in_words(command, self._tr)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(heading(N_("Commands"), self._tr)):
            formatter.write_dl([(name, self._tr(words)) for name, words in NEW.items()])


def command(tr: Translator) -> click.Command:
    return New(tr)
