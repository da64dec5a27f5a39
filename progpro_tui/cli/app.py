"""Opens the app on a practice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.process import guard_last_words
from progpro_tui.cli.unlocking import first_passphrase, unlock
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace

SHORTEST_RUN = 2.0
QUICK_FAILURES = 3
"""An app that fails so often in a row, each time within these seconds, would fail for ever."""


def open_app(context: Context) -> int:
    """Run the app until it is left; its exit code. Raises :class:`InputError` without a terminal."""
    if not has_terminal():
        raise InputError(N_("The app needs a terminal. “progpro --help” lists what works without."))
    workspace, first = context.workspace(), ""
    if workspace.practice.exists:
        unlock(context, workspace)
    else:
        first = first_passphrase(context)
    try:
        return _run(workspace, context, first)
    finally:
        workspace.close()


def _run(workspace: Workspace, context: Context, first: str) -> int:
    from progpro_tui.tui.app import ProgproApp

    guard_last_words(context.tr)

    quick = 0
    while True:
        app = ProgproApp(workspace, context.tr.language, context.settings)
        app.first_passphrase = first
        began = time.monotonic()
        app.run()
        if app.recovery_code:
            words = N_("The recovery code of your practice, to be written down: {code}")
            click.echo(clean(context.tr(words, code=app.recovery_code)))
        quick = quick + 1 if time.monotonic() - began < SHORTEST_RUN else 0
        # A mistake of ours must not leave the beneficiary alone with the counsellor's shell.
        if not (app.failed and app.handed) or quick == QUICK_FAILURES:
            break
    return app.return_code or 0
