"""What the process itself must not give away: files that others read, memory on the disk, logs."""

from __future__ import annotations

import os
import sys
import threading
from types import TracebackType

from progpro_tui.core.clean import clean
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

OWNER_ALONE = 0o077
PR_SET_DUMPABLE = 4
"""Of Linux's ``prctl``: at 0 no core is written, and no other process of the user reads the memory."""

TELLTALE = (
    *("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_DRIVER", "TEXTUAL_PRESS"),
    *("TEXTUAL_SCREENSHOT", "TEXTUAL_SCREENSHOT_LOCATION", "TEXTUAL_SCREENSHOT_FILENAME"),
)
"""By these Textual writes keys and pictures to files in clear, or sends them to another program."""


def guard_process() -> None:
    """To be called before any file is made: a traceback asked for leaves the environment as it is."""
    os.umask(OWNER_ALONE)
    _write_no_core()
    if not os.environ.get("PROGPRO_TRACEBACK"):
        for name in TELLTALE:
            os.environ.pop(name, None)


def _write_no_core() -> None:
    if os.name == "nt":  # Windows keeps its dumps where an administrator says
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def guard_last_words(tr: Translator) -> None:
    """What Python prints of an error that reached nobody: its code, where it says its values."""
    if os.environ.get("PROGPRO_TRACEBACK"):
        return

    from progpro_tui.workspace.mistakes import note

    def say(error: BaseException) -> None:
        words = N_("progpro met a mistake of its own, noted as {code}.")
        if sys.stderr is not None:
            sys.stderr.write(f"{clean(tr(words, code=note(error)))}\n")

    def of_program(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        say(error)

    def of_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and not _of_a_closed_window(failed):
            note(failed.exc_value)

    sys.excepthook = of_program
    threading.excepthook = of_thread


def _of_a_closed_window(failed: threading.ExceptHookArgs) -> bool:
    """Whether it is only that nobody takes what the app shows any more."""
    shows = failed.thread is not None and failed.thread.name == "textual-output"
    return shows and isinstance(failed.exc_value, OSError)
