"""Opens the app on a practice."""

from __future__ import annotations

import time

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.workspace.workspace import Workspace

SHORTEST_RUN = 2.0
"""Seconds; an app that fails sooner would only fail again and again."""


def open_app(context: Context) -> int:
    """Run the app until it is left; its exit code. Raises :class:`InputError` without a terminal."""
    if not has_terminal():
        raise InputError(N_("The app needs a terminal. “progpro --help” lists what works without."))
    from progpro_tui.tui.app import ProgproApp

    while True:
        app = ProgproApp(Workspace(context.folder), context.tr.language, context.settings)
        began = time.monotonic()
        app.run()
        # A mistake of ours must not leave the beneficiary alone with the counsellor's shell.
        if not (app.failed and app.handed and time.monotonic() - began > SHORTEST_RUN):
            break
    return app.return_code or 0
