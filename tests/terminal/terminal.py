"""A real terminal: the program in a pty, its screen as a terminal draws it."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pyte

from progpro_tui.testing.practice import let_go

PASSPHRASE_FILE = Path(__file__).parents[1] / "passphrase"
"""Opens the practices of tests."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "pagedown": "\x1b[6~",
    "f4": "\x1bOS",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "tab": "\t",
    "f5": "\x1b[15~",
    "ctrl+c": "\x03",
    "ctrl+n": "\x0e",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
}


class Terminal:
    """One run of the program at 80×24, with a home of its own."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        folder: Path | None = None,
        program: tuple[str, ...] = ("-m", "progpro_tui"),
        environment: Mapping[str, str] | None = None,
        passphrase: bool = True,
    ) -> None:
        """``passphrase`` hands over the file that opens the practices of tests."""
        let_go()
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        surroundings = {
            **os.environ,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PROMPT_TOOLKIT_NO_CPR": "1",  # this terminal does not say where its cursor is
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_DOCUMENTS_DIR": str(home / "documents"),
            **(environment or {}),
        }
        self._child = pexpect.spawn(
            sys.executable,
            [
                *program,
                *(["--passphrase-file", str(PASSPHRASE_FILE)] if passphrase else []),
                "--lang",
                "fr",
                *arguments,
            ],
            env=surroundings,
            cwd=folder,
            dimensions=(rows, columns),
            timeout=20,
        )

    @property
    def pid(self) -> int:
        return int(self._child.pid)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def wait(self, words: str, seconds: float = 20) -> None:
        """Wait until the screen shows these words (a regular expression)."""
        until = time.monotonic() + seconds
        while not re.search(words, self.text):
            if time.monotonic() > until:
                raise AssertionError(f"“{words}” does not come. The screen:\n{self.text}")
            self._read()

    def watch(self, seconds: float) -> None:
        """Read what the program paints: one that nobody reads stops, and takes no key."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._read()

    def press(self, *keys: str) -> None:
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def kill(self) -> None:
        """Kill −9: no farewell, no last write."""
        if self._child.closed:
            return
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def signal(self, name: str) -> None:
        """Send a signal to the program, as a system that shuts down does."""
        self._child.kill(getattr(signal, name))

    def hang_up(self) -> int:
        """Close the window over the program; its exit code."""
        pty = self._child.ptyproc
        pty.fileobj.close()
        _, status = os.waitpid(self._child.pid, 0)
        # Neither may close it again: the number may be another terminal's by then.
        pty.closed = pty.terminated = self._child.closed = self._child.terminated = True
        pty.fd = self._child.child_fd = -1
        return os.waitstatus_to_exitcode(status)

    def leave(self) -> int:
        """Wait until the program has left by itself; its exit code."""
        self._child.expect(pexpect.EOF)
        self.raw += self._child.before or b""
        self._stream.feed(self._child.before or b"")
        self._child.close()
        return int(self._child.exitstatus or 0)

    def _read(self) -> None:
        try:
            read = self._child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF as error:
            raise AssertionError(f"The program has left. The screen:\n{self.text}") from error
        self.raw += read
        self._stream.feed(read)
