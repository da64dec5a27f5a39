"""Commands that plugins add to the command line: listed from the index, imported when called."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from progpro_tui.cli.context import Context
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import N_, Filled, Message, Text
from progpro_tui.host.hooks import COMMANDS


def plugin_commands(context: Context) -> list[tuple[str, str]]:
    """Every command of a plugin, with the plugin that brings it. None is imported for it."""
    host = context.host()
    rows = []
    for name in host.names(COMMANDS):
        plugin = host.offering(COMMANDS, name)
        brought = context.tr(N_("Brought by the plugin “{name}”."), name=plugin.name if plugin else "")
        rows.append((clean(name), clean(brought)))
    return rows


def plugin_command(context: Context, name: str) -> click.Command | None:
    """The command of this name, if a plugin brings it.

    Raises :class:`PluginError` where it brings it no longer.
    """
    workspace = context.workspace()
    plugin = workspace.host.offering(COMMANDS, name)
    if plugin is None:
        return None
    command = workspace.host.command(name)
    brought_by = plugin.name

    def run(arguments: Sequence[str]) -> int:
        from progpro_tui.api import CommandContext

        given = CommandContext(
            context.tr.language, str(context.folder), say, lambda asked: workspace.shelf.find(asked)
        )
        return _code(lambda: command.run(given, arguments), name, brought_by)

    def say(words: str | Text | Message | Filled) -> None:
        click.echo(clean(words if isinstance(words, str) else context.tr(words)))

    return click.Command(
        name,
        help=clean(context.tr(command.help)),
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
        callback=run,
        context_settings={"ignore_unknown_options": True},
    )


def _code(run: Callable[[], object], command: str, plugin: str) -> int:
    """What a command of a plugin ends with. It may take as long as it likes: it was asked for."""
    from progpro_tui.host.blame import guarded
    from progpro_tui.host.endless import WATCH

    failure = N_("The plugin “{name}” failed: {error}. The answers saved are safe.")
    with WATCH.paused():
        code = guarded(run, failure, name=plugin)
    if code is not None and type(code) is not int:
        raise PluginError(
            N_("The command “{command}” of the plugin “{name}” did not return a number."),
            command=command,
            name=plugin,
        )
    return code or 0
