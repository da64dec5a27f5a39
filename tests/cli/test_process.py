"""What the process keeps to itself: its files, its memory, and what its environment asks for."""

from __future__ import annotations

import os
import subprocess
import sys

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
