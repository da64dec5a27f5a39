"""What click says of a command, in words that no programmer has to explain."""

from __future__ import annotations

import click

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import NBSP, Translator

ARGUMENTS = {
    "instrument": N_("ID_OR_PATH"),
    "dossier": N_("DOSSIER"),
    "folder": N_("FOLDER"),
    "practice": N_("FOLDER"),
    "language": N_("LANGUAGE"),
}
"""What stands for a value, by the name of the parameter; for others its type says it."""


class SpokenGroup(click.Group):
    """A group that says which command was probably meant."""

    def __init__(self, name: str, tr: Translator, **settings: object) -> None:
        self._tr = tr
        words = N_("[COMMAND]") if settings.get("invoke_without_command") else N_("COMMAND")
        super().__init__(name, subcommand_metavar=tr(words), **settings)  # type: ignore[arg-type]  # handed on
        in_words(self, tr)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            raise click.UsageError(self._unknown(name, self.known(ctx)))
        return super().resolve_command(ctx, args)

    def known(self, ctx: click.Context) -> list[str]:
        """The commands that may have been meant."""
        return self.list_commands(ctx)

    def _unknown(self, name: str, known: list[str]) -> str:
        meant = nearest(name, known)
        if meant is None:
            words = N_("There is no command “{found}”. “{path} --help” lists them.")
            path = click.get_current_context().command_path
            return self._tr(words, found=quoted(name), path=path)
        words = N_("There is no command “{found}”. Did you mean “{meant}”?")
        return self._tr(words, found=quoted(name), meant=meant)


def heading(words: str, tr: Translator) -> str:
    """The heading of a part of the help; click puts a colon behind it."""
    return tr(words) + (NBSP if tr.language == "fr" else "")


def in_words(command: click.Command, tr: Translator) -> click.Command:
    """Say in the user's language what stands for the options and the values of a command."""
    command.options_metavar = tr(N_("[OPTIONS]"))
    for param in command.params:
        if param.metavar is None and not isinstance(param.type, click.Choice):
            param.metavar = _metavar(param, tr)
        if isinstance(param.type, click.Path):
            param.type.readable = False  # whoever reads a file says in words why it cannot be read
    return command


def _metavar(param: click.Parameter, tr: Translator) -> str:
    name = param.name or ""
    if name in ARGUMENTS:
        words = tr(ARGUMENTS[name])
    elif isinstance(param.type, click.Path):
        words = tr(N_("FILE"))
    elif isinstance(param.type, click.types.IntParamType):
        words = "N"
    else:
        words = tr(N_("WORDS"))
    if isinstance(param, click.Argument):
        words = f"{words}…" if param.nargs == -1 else words
        words = words if param.required else f"[{words}]"
    return words


def complaint(error: click.ClickException, tr: Translator) -> str:
    """What click complains of, as a sentence."""
    if not isinstance(error, click.NoSuchOption):
        return error.format_message()
    meant = nearest(error.option_name, error.possibilities or ())
    if meant is None:
        words = N_("There is no option {found}. “{path} --help” lists them.")
        path = error.ctx.command_path if error.ctx else "progpro"
        return tr(words, found=quoted(error.option_name), path=path)
    words = N_("There is no option {found}. Did you mean {meant}?")
    return tr(words, found=quoted(error.option_name), meant=meant)
