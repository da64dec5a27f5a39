"""What every command shares: the context it gets, a terminal or none, and how it complains."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from progpro_tui.core.clean import clean
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.settings import Settings


@dataclass(frozen=True)
class Context:
    """What a command gets: the language, and the practice's folder."""

    tr: Translator
    settings: Settings
    folder: Path


def has_terminal() -> bool:
    """Whether a person is there to see and to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def complain(words: str) -> int:
    """Say on standard error, in one sentence, why nothing was done; the exit code for it."""
    click.echo(f"progpro: {clean(words)}", err=True)
    return 2
