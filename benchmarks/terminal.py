"""A program in a real pseudo-terminal of 80 by 24: when it shows something, and how large it is."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROWS, COLUMNS = 24, 80
PATIENCE = 30.0


@dataclass(frozen=True)
class Shown:
    """``seconds`` from exec until every marker was written; ``peak`` in bytes; all that was written."""

    seconds: float
    peak: int
    written: bytes


def until_shown(
    command: Sequence[str],
    markers: Sequence[str],
    environment: Mapping[str, str] | None = None,
    settle: float = 0.0,
) -> Shown:
    """Start a program and end it once its screen shows all ``markers``.

    ``settle`` goes on reading for so many seconds, so that memory is that of a program at rest.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONDONTWRITEBYTECODE": ""}
    env = {**os.environ, **plain, **(environment or {})}
    sought = [marker.encode() for marker in markers]
    start = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
    )
    os.close(theirs)
    try:
        written = b""
        while any(marker not in written for marker in sought):
            written += _read(ours, start + PATIENCE - time.perf_counter(), written)
        taken = time.perf_counter() - start
        rest = time.perf_counter() + settle
        while (left := rest - time.perf_counter()) > 0:
            if select.select([ours], [], [], left)[0]:
                written += os.read(ours, 65536)
        return Shown(taken, _peak(child.pid), written)
    finally:
        child.kill()
        child.wait()
        os.close(ours)


def _read(descriptor: int, patience: float, so_far: bytes) -> bytes:
    if patience <= 0 or not select.select([descriptor], [], [], patience)[0]:
        raise TimeoutError(so_far[-2000:].decode(errors="replace"))
    try:
        return os.read(descriptor, 65536)
    except OSError as error:  # the program has ended
        raise RuntimeError(so_far[-2000:].decode(errors="replace")) from error


def _peak(process: int) -> int:
    """The most memory that a process ever held, in bytes (``VmHWM``; Linux)."""
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024
