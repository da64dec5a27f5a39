"""One lock for a whole practice, and a file that says who holds it.

The lock is the system's own (flock, or Windows' locking), on a file that nothing else is in: the system
takes it back when its holder dies, however it dies. The file ``holder`` is words for people and nothing
else: one that a dead program left behind means nothing.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from progpro_tui.core.errors import StoreError
from progpro_tui.core.text import N_, Message, message
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.system_errors import reason

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK, HOLDER = "lock", "holder"

PATIENCE = 0.6
"""Seconds for a holder that has just come to write its name."""

NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}


@dataclass(frozen=True)
class Holder:
    """Who holds a lock. ``since`` is an ISO time; nothing is known where it is empty."""

    pid: int = 0
    computer: str = ""
    since: str = ""

    @property
    def words(self) -> Message:
        """That the practice is open elsewhere, where, since when, and what to do."""
        if not self.since:
            return message(
                N_(
                    "This practice is open in another window: here it can be read, and nothing is"
                    " saved. Close the other one, then start this one again."
                )
            )
        return message(
            N_(
                "This practice is open in another window (on {computer}, since {since}): here it can be"
                " read, and nothing is saved. Close the other one, then start this one again."
            ),
            computer=self.computer,
            since=f"{datetime.fromisoformat(self.since):%d/%m/%Y %H:%M}",
        )


class Lock:
    """The lock of one practice's folder, held by at most one program at a time.

    ``now`` gives the time that the holder's file states.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime], fs: Fs | None = None) -> None:
        self._folder = folder
        self._now = now
        self._fs = fs or Fs()
        self._lock: BaseFileLock | None = None

    @property
    def held(self) -> bool:
        return self._lock is not None

    def acquire(self) -> Holder | None:
        """Take the lock: none, and it is held; or who has it, within a second.

        Raises :class:`StoreError` where the folder cannot be locked at all. Replacing the process
        (exec) gives the lock up, and no program that this one starts inherits it.
        """
        from filelock import Timeout

        if self.held:
            return None
        lock = _system_lock(self._folder / LOCK)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return self._holder()
        except OSError as error:
            raise _unlockable(error) from error
        self._lock = lock
        try:
            with suppress(StoreError):  # a full disk has no room for a name, and is locked all the same
                self._say_who()
        except BaseException:
            self.release()
            raise
        return None

    def release(self) -> None:
        """Give the lock back, where it is held."""
        if self._lock is not None:
            # The name goes first: whoever takes the lock next writes its own.
            with suppress(OSError):
                self._fs.unlink(self._folder / HOLDER)
            self._lock.release()
            self._lock = None

    def _say_who(self) -> None:
        since = self._now().isoformat(timespec="seconds")
        holder = Holder(os.getpid(), socket.gethostname(), since)
        self._fs.replace(self._folder / HOLDER, json.dumps(asdict(holder)).encode())

    def _holder(self) -> Holder:
        """Who has the lock: one that came a moment ago may still be writing its name."""
        until = time.monotonic() + PATIENCE
        while (holder := self._named()) is None and time.monotonic() < until:
            time.sleep(0.02)
        return holder or Holder()

    def _named(self) -> Holder | None:
        try:
            holder = Holder(**json.loads(self._fs.read(self._folder / HOLDER)))
            datetime.fromisoformat(holder.since)
            return holder if holder.computer != socket.gethostname() or _lives(holder.pid) else None
        except (OSError, StoreError, ValueError, TypeError):
            return None


def _system_lock(path: Path) -> BaseFileLock:
    """The system's own lock, never filelock's soft one, which a crash leaves behind."""
    from filelock import UnixFileLock, WindowsFileLock

    kind = WindowsFileLock if os.name == "nt" else UnixFileLock
    # Of no thread: it may be taken by the one that derives the keys.
    return kind(path, mode=0o600, thread_local=False, fallback_to_soft=False)


def _lives(pid: int) -> bool:
    """Whether there is a process of this number here."""
    if os.name == "nt":  # there, signal 0 would end it
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _unlockable(error: OSError) -> StoreError:
    if error.errno in NO_LOCKS:
        return StoreError(
            N_(
                "This disk has no locks: two windows could write over each other’s answers."
                " Nothing was changed. Keep the practice on a disk of this computer."
            )
        )
    return StoreError(
        N_("The practice cannot be locked: {error}. Nothing was changed."), error=reason(error)
    )
