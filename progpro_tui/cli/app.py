"""Opens the app on a practice."""

from __future__ import annotations

import time

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.process import guard_last_words
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

SHORTEST_RUN = 2.0
QUICK_FAILURES = 3
"""An app that fails so often in a row, each time within these seconds, would fail for ever."""


def open_app(context: Context) -> int:
    """Run the app until it is left; its exit code. Raises :class:`InputError` without a terminal."""
    if not has_terminal():
        raise InputError(N_("The app needs a terminal. “progpro --help” lists what works without."))
    from progpro_tui.tui.app import ProgproApp

    guard_last_words(context.tr)

    quick = 0
    while True:
        app = ProgproApp(context.workspace(), context.tr.language, context.settings)
        began = time.monotonic()
        app.run()
        quick = quick + 1 if time.monotonic() - began < SHORTEST_RUN else 0
        # A mistake of ours must not leave the beneficiary alone with the counsellor's shell.
        if not (app.failed and app.handed) or quick == QUICK_FAILURES:
            break
    return app.return_code or 0
