"""What every command shares: the context it gets, a terminal or none, and how it complains."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InstrumentError
from progpro_tui.core.text import N_
from progpro_tui.i18n.catalogue import LANGUAGES
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.settings import Settings

if TYPE_CHECKING:
    from progpro_tui.host.plugin_host import PluginHost
    from progpro_tui.workspace.workspace import Workspace


@dataclass(frozen=True)
class Context:
    """What a command gets: the language, the practice's folder, and where its passphrase stands."""

    tr: Translator
    settings: Settings
    folder: Path
    safe: bool = False
    passphrase_file: Path | None = None

    def workspace(self) -> Workspace:
        """The practice, and everything that can be done there."""
        from progpro_tui.workspace.workspace import Workspace

        return Workspace(self.folder, safe=self.safe)

    def host(self) -> PluginHost:
        """The plugins alone: what the help and a misspelt command need to know of a practice."""
        from progpro_tui.host.admission import Admission
        from progpro_tui.host.plugin_host import PluginHost

        return PluginHost(doorkeeper=Admission(safe=self.safe), practice=self.folder)


def language_option(tr: Translator) -> click.Option:
    """``--lang``, before a command or behind it: it is read before click, and only checked here."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=tr(N_("The language of the interface.")),
    )


def passphrase_option(tr: Translator) -> click.Option:
    """``--passphrase-file``: never an argument nor the environment, which others can read."""
    words = N_("Read the practice’s passphrase from this file’s first line; “-”: the standard input.")
    return click.Option(
        ["--passphrase-file"],
        type=click.Path(path_type=Path),
        help=tr(words),
    )


def has_terminal() -> bool:
    """Whether a person is there to see and to answer."""
    # A shell that closes a stream (<&-) leaves none, whatever its type says.
    streams: tuple[TextIO | None, ...] = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


def complain(words: str) -> int:
    """Say on standard error, in one sentence, why nothing was done; the exit code for it."""
    click.echo(f"progpro: {clean(words)}", err=True)
    return 2


def say_path(path: Path) -> None:
    """A path alone on a line, exactly so for a script; a terminal gets nothing that steers it."""
    words = str(path)
    click.echo(clean(words) if sys.stdout.isatty() else words)


MOST_MISTAKES = 10
"""So many mistakes of an instrument file are told to whoever did not ask for them."""


def complain_of_file(error: InstrumentError, tr: Translator) -> int:
    """Say on standard error that an instrument file is not taken, and its mistakes by place."""
    code = complain(tr(error))
    for mistake in error.mistakes[:MOST_MISTAKES]:
        click.echo(clean(f"{mistake.place}: {tr(mistake.what)}"), err=True)
    if len(error.mistakes) > MOST_MISTAKES:
        words = N_("… “progpro check” says all of them: progpro check {file}")
        click.echo(clean(tr(words, file=shlex.quote(str(error.message.params["file"])))), err=True)
    return code
