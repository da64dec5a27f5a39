"""Wrong passphrases, counted in clear while the practice is locked, and noted when it is opened."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.audit import Act, Audit
from progpro_tui.storage.fs import Fs, writing

FILE = "tries"
"""Says how many. Whoever can delete it can try elsewhere, on a copy, and no count helps."""


def note_wrong(folder: Path, fs: Fs) -> None:
    """Count one more wrong passphrase. Raises :class:`StoreError`."""
    fs.replace(folder / FILE, str(_count(folder, fs) + 1).encode())


def note_opened(audit: Audit, act: Act, now: datetime, folder: Path, fs: Fs) -> None:
    """Note that the practice was opened, and how often in vain before. Raises :class:`StoreError`."""
    wrong = _count(folder, fs)
    if wrong:
        audit.note(Act.WRONG, now, count=wrong)
        with writing(folder):
            fs.unlink(folder / FILE)
    audit.note(act, now)
    audit.prune(now)


def _count(folder: Path, fs: Fs) -> int:
    with suppress(FileNotFoundError, StoreError, ValueError):
        return max(0, int(fs.read(folder / FILE)))
    return 0
