"""What the process keeps to itself: its files, its memory, and what its environment asks for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GUARDED = """
import ctypes, os, sys
os.environ["TEXTUAL_LOG"] = "keys.log"
from progpro_tui.cli.process import guard_process
guard_process()
print(oct(os.umask(0)), os.environ.get("TEXTUAL_LOG"))
if sys.platform != "win32":
    import resource
    print(*resource.getrlimit(resource.RLIMIT_CORE))
if sys.platform == "linux":
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))  # PR_GET_DUMPABLE
"""


@pytest.mark.parametrize("asked", ["", "1"])
def test_files_are_the_owners_alone_and_no_memory_is_written(asked: str) -> None:
    """A traceback asked for is for an author, whose logs are left to them; nothing else changes."""
    done = subprocess.run(
        [sys.executable, "-c", GUARDED],
        env={**os.environ, "PROGPRO_TRACEBACK": asked},
        capture_output=True,
        text=True,
        check=True,
    )
    umask, *others = done.stdout.splitlines()
    assert umask == f"0o77 {'keys.log' if asked else None}"
    assert others == ["0 0", "0"][: {"win32": 0, "linux": 2}.get(sys.platform, 1)]


THREADS = """
import os, threading
from progpro_tui.cli.process import guard_last_words
from progpro_tui.i18n.translator import Translator
guard_last_words(Translator("en"))

def fail(error):
    raise error

for name, error in (("textual-output", OSError(5, "gone")), ("store", OSError(5, "gone"))):
    thread = threading.Thread(target=fail, args=(error,), name=name)
    thread.start()
    thread.join()
"""


def test_a_window_that_was_closed_is_no_mistake(tmp_path: Path) -> None:
    """What else fails in a thread is noted."""
    environ = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    environ.pop("PROGPRO_TRACEBACK", None)
    subprocess.run([sys.executable, "-c", THREADS], env=environ, check=True)
    (log,) = tmp_path.rglob("mistakes.log")
    assert len(log.read_text("utf-8").splitlines()) == 1
