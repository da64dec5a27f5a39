"""``progpro``: opens the app, or runs one command. Commands are imported when they are called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import click

from progpro_tui import __version__
from progpro_tui.cli.context import (
    Context,
    complain,
    complain_of_file,
    language_option,
    passphrase_option,
)
from progpro_tui.cli.process import guard_process
from progpro_tui.cli.usage import SpokenGroup, complaint, heading, in_words
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InstrumentError, ProgproError
from progpro_tui.core.text import N_, Message, message
from progpro_tui.i18n.catalogue import speak_everywhere
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.system_errors import refusal
from progpro_tui.workspace.folders import practice_folder
from progpro_tui.workspace.settings import Settings, chosen_language

COMMANDS = {
    "demo": N_("Make a practice of fictitious people, and open the app on it."),
    "init": N_("Begin a practice: its passphrase, its recovery code and the counsellor’s code."),
    "passphrase": N_("Change the passphrase of the practice."),
    "recover": N_("Open the practice by its recovery code, and give it a new passphrase."),
    "recovery-code": N_("Give the practice another recovery code, or try the one on paper."),
    "rotate": N_("Replace the key of the practice, and seal every dossier’s key anew."),
    "backup": N_("Make an encrypted backup of the practice, and read all of it."),
    "restore": N_("Unpack a backup into a new folder, and read all of it."),
    "verify": N_("Decrypt every file of the practice; exit code 1 where one is damaged."),
    "audit": N_("Print what was done in the practice, and when."),
    "instruments": N_("List the instruments."),
    "dossiers": N_("List the dossiers."),
    "archive": N_("Take a dossier out of the list, or back into it."),
    "person": N_("Write everything that is kept of a person, or import such a file."),
    "erase": N_("Destroy a dossier for good, with a certificate."),
    "run": N_("Lead through an instrument, by lines with --linear."),
    "new": N_("Begin a questionnaire, or a plugin."),
    "check": N_("Check instrument files; exit code 1 where one has mistakes."),
    "import": N_("Make an instrument file of a spreadsheet: .xlsx, .ods or .csv."),
    "schema": N_("Print the schema by which editors complete and check instrument files."),
    "preview": N_("Show a questionnaire as a person sees it, and again each time its file is saved."),
    "score": N_("Score answer files: JSON, from item to answer."),
    "simulate": N_("Let simulated respondents answer an instrument, and say what it makes of them."),
    "print": N_("Print the paper form of an instrument, as PDF."),
    "key": N_("Key a paper form that was filled in."),
    "export": N_("Export a profile as PDF."),
    "occupations": N_("List the occupations that plugins bring."),
    "plugins": N_("List the plugins, approve, disable or enable one."),
}
"""What each command does: told without importing it."""

MODULES = {"import": "import_", "recovery-code": "recovery_code"}
"""Modules of this folder whose command has a name that no module can have."""


class CommandModule(Protocol):
    """A module of this folder that brings one command."""

    def command(self, tr: Translator) -> click.Command: ...


class Progpro(SpokenGroup):
    """The group: knows the names of its commands, and imports the one that is called."""

    def __init__(self, tr: Translator, settings: Settings) -> None:
        self._settings = settings
        super().__init__(
            "progpro",
            tr,
            help=tr(N_("Assessment instruments for career counsellors. Alone, it opens the app.")),
            invoke_without_command=True,
            callback=self._begin,
            params=[
                click.Option(
                    ["--practice"],
                    is_eager=True,  # the help lists what the practice's plugins bring
                    type=click.Path(path_type=Path),
                    help=tr(N_("The practice’s folder.")),
                ),
                passphrase_option(tr),
                language_option(tr),
                click.Option(
                    ["--safe"],
                    is_flag=True,
                    is_eager=True,
                    help=tr(N_("Leave out every plugin that did not come with progpro.")),
                ),
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    callback=_print_version,
                    expose_value=False,
                    help=tr(N_("Print the version.")),
                ),
            ],
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            from progpro_tui.cli.plugin_commands import plugin_command

            return plugin_command(self._context(ctx), cmd_name)
        name = MODULES.get(cmd_name, cmd_name)
        module = cast(CommandModule, import_module(f"progpro_tui.cli.{name}"))
        command = module.command(self._tr)
        command.help = self._tr(COMMANDS[cmd_name])
        command.params.append(language_option(self._tr))
        return in_words(command, self._tr)

    def known(self, ctx: click.Context) -> list[str]:
        from progpro_tui.cli.plugin_commands import plugin_commands

        return [*COMMANDS, *(name for name, _ in plugin_commands(self._context(ctx)))]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(heading(N_("Commands"), self._tr)):
            formatter.write_dl([(name, self._tr(words)) for name, words in COMMANDS.items()])
        from progpro_tui.cli.plugin_commands import plugin_commands

        if rows := plugin_commands(self._context(ctx)):
            with formatter.section(heading(N_("Commands of plugins"), self._tr)):
                formatter.write_dl(rows)

    def _context(self, ctx: click.Context) -> Context:
        practice, safe = ctx.params.get("practice"), bool(ctx.params.get("safe"))
        passphrase_file = ctx.params.get("passphrase_file")
        folder = practice_folder(practice, self._settings.folder)
        return Context(self._tr, self._settings, folder, safe, passphrase_file)

    def _begin(self, practice: Path | None, passphrase_file: Path | None, safe: bool) -> None:
        ctx = click.get_current_context()
        ctx.obj = self._context(ctx)
        if ctx.invoked_subcommand is None:
            from progpro_tui.cli.app import open_app
            from progpro_tui.workspace.demo_secrets import DEMO_ASKED

            code = open_app(ctx.obj)
            if code == DEMO_ASKED:
                from progpro_tui.cli.demo import open_demo

                spoken = Translator(self._settings.language or self._tr.language)
                code = open_demo(replace(ctx.obj, tr=spoken))
            ctx.exit(code)


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(clean(f"progpro {__version__}"))
        ctx.exit()


def _asked_language(arguments: Sequence[str]) -> str | None:
    """The language asked for, read before click: its own words and the help need it."""
    for place, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[place + 1 : place + 2]), None)
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0, 1 (``check`` found mistakes), or 2."""
    guard_process()
    arguments = sys.argv[1:] if arguments is None else arguments
    settings = Settings.load()
    tr = Translator(chosen_language(_asked_language(arguments), settings))
    speak_everywhere(tr.language)
    try:
        code = Progpro(tr, settings).main(list(arguments), "progpro", standalone_mode=False)
    except InstrumentError as error:
        code = complain_of_file(error, tr)
    except ProgproError as error:
        code = complain(tr(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(clean(error.format_message(), lines=True), err=True)
        code = error.exit_code
    except click.ClickException as error:
        code = complain(complaint(error, tr))
    except BrokenPipeError:
        raise
    except OSError as error:
        code = complain(tr(refusal(error)))
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:  # ours or a plugin's: never a traceback at a user
        code = complain(tr(_own_mistake(error)))
    sys.exit(code if isinstance(code, int) else 0)


def _own_mistake(error: Exception) -> Message:
    """What nobody foresaw, by its code, and where: an author knows the file of their own plugin.

    The error's own words may quote an answer: they are not said.
    """
    if os.environ.get("PROGPRO_TRACEBACK"):
        raise error
    from progpro_tui.host.blame import place_of
    from progpro_tui.workspace.mistakes import note

    return message(
        N_(
            "An error that nobody foresaw, noted as {code}: {error} ({place})."
            " Every answer that was given is saved."
        ),
        code=note(error),
        error=type(error).__name__,
        place=place_of(error),
    )
