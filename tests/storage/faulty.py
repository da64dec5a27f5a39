"""A disk that fails at the call that a test asks for."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from progpro_tui.storage.fs import Fs


class Killed(BaseException):
    """The program ends here: nothing that follows runs."""


class FaultyFs(Fs):
    """Counts the calls that change something; the one at ``at`` fails, and ``more`` after it.

    ``code`` is an ``errno``; 0 kills, before the call or, where ``after``, when it is done. A write
    that fails leaves half of its bytes behind.
    """

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.at = -1
        self.more = 0
        self.code = errno.EIO
        self.after = False

    def fail(self, at: int, code: int = errno.EIO, more: int = 0, after: bool = False) -> None:
        """Fail at the call of this number from now on, counted from 0."""
        self.calls.clear()
        self.at, self.code, self.more, self.after = at, code, more, after

    def heal(self) -> None:
        self.at = -1

    def _fails(self, call: str) -> bool:
        self.calls.append(call)
        return self.at >= 0 and self.at < len(self.calls) <= self.at + 1 + self.more

    def _raise(self) -> None:
        if not self.code:
            raise Killed
        raise OSError(self.code, os.strerror(self.code))

    def create(self, path: Path) -> int:
        fails = self._fails("create")
        if fails and not self.after:
            self._raise()
        descriptor = super().create(path)
        if fails:
            os.close(descriptor)
            self._raise()
        return descriptor

    def write(self, descriptor: int, content: bytes) -> None:
        if self._fails("write"):
            super().write(descriptor, content if self.after else content[: len(content) // 2])
            self._raise()
        super().write(descriptor, content)

    def sync(self, descriptor: int) -> None:
        if self._fails("sync"):
            self._raise()
        super().sync(descriptor)

    def rename(self, path: Path, to: Path) -> None:
        fails = self._fails("rename")
        if fails and not self.after:
            self._raise()
        super().rename(path, to)
        if fails:
            self._raise()

    def unlink(self, path: Path) -> None:
        fails = self._fails("unlink")
        if fails and not self.after:
            self._raise()
        super().unlink(path)
        if fails:
            self._raise()

    def make(self, folder: Path) -> None:
        if self._fails("make"):
            self._raise()
        super().make(folder)

    def sync_folder(self, folder: Path) -> None:
        if self._fails("sync_folder"):
            self._raise()
        super().sync_folder(folder)
