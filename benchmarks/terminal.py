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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
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


class Terminal:
    """A program that runs in a pseudo-terminal of its own, and all that it has written so far."""

    def __init__(self, descriptor: int, child: int) -> None:
        self._descriptor = descriptor
        self._child = child
        self._begun = time.perf_counter()
        self.written = b""

    def until(self, *markers: str) -> float:
        """Seconds from exec, or from the last thing typed, until every marker was written since."""
        sought = [marker.encode() for marker in markers]
        while any(marker not in self.written for marker in sought):
            left = self._begun + PATIENCE - time.perf_counter()
            self.written += _read(self._descriptor, left, self.written)
        return time.perf_counter() - self._begun

    def rest(self, seconds: float) -> None:
        """Go on reading for so long."""
        rest = time.perf_counter() + seconds
        while (left := rest - time.perf_counter()) > 0:
            if select.select([self._descriptor], [], [], left)[0]:
                self.written += os.read(self._descriptor, 65536)

    def type(self, keys: str) -> None:
        """Type; what was written before is forgotten, and the clock begins anew."""
        self.written = b""
        self._begun = time.perf_counter()
        os.write(self._descriptor, keys.encode())

    @property
    def peak(self) -> int:
        """The most memory that the program ever held, in bytes."""
        return _peak(self._child)


@contextmanager
def started(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Iterator[Terminal]:
    """Start a program, and end it afterwards."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONDONTWRITEBYTECODE": ""}
    env = {**os.environ, **plain, **(environment or {})}
    child = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
    )
    os.close(theirs)
    try:
        yield Terminal(ours, child.pid)
    finally:
        child.kill()
        child.wait()
        os.close(ours)


def until_shown(
    command: Sequence[str],
    markers: Sequence[str],
    environment: Mapping[str, str] | None = None,
    settle: float = 0.0,
) -> Shown:
    """Start a program and end it once its screen shows all ``markers``.

    ``settle`` goes on reading for so many seconds, so that memory is that of a program at rest.
    """
    begun = time.perf_counter()
    with started(command, environment) as terminal:
        terminal.until(*markers)
        taken = time.perf_counter() - begun
        terminal.rest(settle)
        return Shown(taken, terminal.peak, terminal.written)


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
