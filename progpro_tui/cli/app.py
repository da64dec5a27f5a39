"""Opens the app on a practice, and starts it anew, locked, when it asks for that."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time

from progpro_tui.cli.context import Context, has_terminal
from progpro_tui.cli.process import guard_last_words
from progpro_tui.cli.progress import Progress
from progpro_tui.cli.secret_files import secret_in
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.workspace.dossiers import LIST_MADE_ANEW
from progpro_tui.workspace.workspace import Workspace

SHORTEST_RUN = 2.0
QUICK_FAILURES = 3
"""An app that fails so often in a row, each time within these seconds, would fail for ever."""

LOCKED_AT = "PROGPRO_LOCKED_AT"
"""The variable that tells the program in this one's place where one was: random names, no secret."""


def open_app(context: Context) -> int:
    """Run the app until it is left; its exit code. Raises :class:`InputError` without a terminal."""
    if not has_terminal():
        raise InputError(N_("The app needs a terminal. “progpro --help” lists what works without."))
    # Nothing that a start makes is garbage; looking for some takes a tenth of it. The app looks again.
    gc.disable()
    from progpro_tui.tui.app import ProgproApp
    from progpro_tui.tui.doors import LOCK_ASKED
    from progpro_tui.tui.spot import Spot

    guard_last_words(context.tr)
    # What this program starts is not to know it.
    locked_at = os.environ.pop(LOCKED_AT, None)
    workspace = context.workspace()
    # Locked by hand or by an empty room, it waits for its passphrase, and reads no file.
    if locked_at is None and workspace.practice.exists:
        _unlock(workspace, context)
    spot, quick = Spot.read(locked_at or ""), 0
    while True:
        app = ProgproApp(workspace, context.tr.language, context.settings, spot)
        began = time.monotonic()
        app.run()
        workspace = app.workspace
        if app.return_code == LOCK_ASKED:
            app.writer.shutdown()
            _close(workspace, context)
            return _start_anew(context, workspace, str(app.doors.left_at))
        quick = quick + 1 if time.monotonic() - began < SHORTEST_RUN else 0
        # A mistake of ours must not leave the beneficiary alone with the counsellor's shell.
        if not (app.failed and app.handed) or quick == QUICK_FAILURES:
            break
        spot = Spot()
    _close(workspace, context)
    return app.return_code or 0


def _close(workspace: Workspace, context: Context) -> None:
    """Back the practice up, once a day, and lock it, whatever happens meanwhile."""
    from progpro_tui.cli.backup import backup_of_the_day

    try:
        backup_of_the_day(workspace, context.tr)
    finally:
        workspace.close()


def _unlock(workspace: Workspace, context: Context) -> None:
    """Open what needs nobody at the keyboard; everything else asks on its own screen."""
    if workspace.clear:  # encrypted on its own screens, where the recovery code can be noted
        return
    if context.passphrase_file is not None:
        workspace.unlock(secret_in(context.passphrase_file))
    elif workspace.vault.demo:
        from progpro_tui.workspace.demo_secrets import PASSPHRASE

        workspace.unlock(PASSPHRASE)
    if not workspace.vault.locked:
        with Progress(context.tr, LIST_MADE_ANEW) as shown:
            workspace.list_dossiers(shown)


def _start_anew(context: Context, workspace: Workspace, spot: str) -> int:
    """Put another program in the place of this one: no key that was in its memory is left."""
    started_by = sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv) + 1]
    arguments = ["--lang", context.settings.language or context.tr.language]
    arguments += ["--practice", str(workspace.folder), *(["--safe"] if context.safe else [])]
    command = [sys.executable, *started_by, *arguments]
    environment = {**os.environ, LOCKED_AT: spot}
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(sys.executable, command, environment)  # noqa: S606 - this program itself
    # Windows' exec starts a second program beside, and gives the terminal back to the shell.
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - as above
