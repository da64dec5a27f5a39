"""The audit: what was done in a practice and when, append-only, sealed, and naming nobody."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Any

from progpro_tui.core.errors import StoreError
from progpro_tui.core.text import N_
from progpro_tui.storage.audit_chain import Checkpoint, Entry, chained, checkpoint, first_flaw
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.databases import Databases
from progpro_tui.storage.envelope import expanded
from progpro_tui.storage.journal_storage import JournalStorage
from progpro_tui.storage.practice_table import PracticeTable
from progpro_tui.storage.vault import PRACTICE, Vault

AUDIT = "audit"
ENTRIES, CHECKPOINT, HEAD = "entries", "checkpoint", "head"
ONLY = "1"
KEPT = timedelta(days=365)
"""How long entries are kept: twelve months (CNIL, recommendation on logging, 2021)."""
SHORT = 20
"""Hexadecimal digits of a head as it is printed: 80 bits."""


class Act(StrEnum):
    """What is noted."""

    UNLOCK = "unlock"
    WRONG = "wrong"
    LOCK = "lock"
    BEGIN = "begin"
    SEAL = "seal"
    HAND_OVER = "hand-over"
    TAKE_BACK = "take-back"
    WRONG_CODE = "wrong code"
    EXPORT = "export"
    ARCHIVE = "archive"
    ERASE = "erase"
    BACKUP = "backup"
    RESTORE = "restore"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of an act
    ROTATION = "rotation"
    RECOVERY = "recovery"
    CODE = "recovery code"
    IMPORT = "import"


class Audit:
    """The audit of an open vault; ``by`` is the kind of secret that opened it.

    The head is kept in the practice's database too, so that the audit cannot be put back alone.
    """

    def __init__(self, vault: Vault, databases: Databases) -> None:
        self._vault = vault
        self._databases = databases
        self._heads = PracticeTable(vault, databases, AUDIT)
        self.by = ""

    def note(self, act: Act, when: datetime, about: str = "", count: int = 1) -> None:
        """Put an entry behind the others, durably. Raises :class:`StoreError`.

        A window that may only read notes nothing.
        """
        if self._vault.frozen is not None:
            return
        storage, now = self._storage(), when.isoformat(timespec="seconds")
        number, before = self._last(storage)
        entry = chained(self._key(), before, Entry(number + 1, now, act.value, about, self.by, count))
        goes_on = self._holds_known_head(storage)
        storage.put(ENTRIES, str(entry.n), asdict(entry))
        if goes_on:  # else what was put back would be covered up by the next entry
            self._heads.put(HEAD, {"n": entry.n, "code": entry.code})

    def entries(self) -> list[Entry]:
        """What is kept, oldest first. Raises :class:`StoreError` where it cannot be read."""
        if not self._vault.fs.names(self._vault.folder / AUDIT):
            return []
        try:
            return [Entry(**kept) for kept in self._storage().table(ENTRIES).values()]
        except TypeError:
            raise damaged(AUDIT) from None

    def head(self) -> str:
        """The last entry's number and code, to be written down elsewhere; empty where there is none."""
        entries = self.entries()
        return f"{entries[-1].n}-{entries[-1].code[:SHORT]}" if entries else ""

    def check(self, head: str = "") -> None:
        """Raise :class:`StoreError` where an entry was changed, taken out, put in or moved.

        ``head`` is one that was written down: then nothing up to there was put back either.
        """
        entries = self.entries()
        if not entries and not self._known_head()[0]:
            return
        storage = self._storage()
        if storage.frozen is not None and storage.frozen is not self._vault.frozen:
            raise storage.frozen
        flaw = first_flaw(self._key(), self._checkpoint(storage), entries, self._known_head())
        if flaw is not None:
            raise StoreError(N_("The audit is not what was written, from entry {n} on."), n=flaw)
        if head and not any(f"{each.n}-{each.code}".startswith(head) for each in entries):
            raise StoreError(
                N_(
                    "The audit holds no entry “{head}”: it was put back to an earlier state, or this"
                    " entry is older than twelve months."
                ),
                head=head,
            )

    def prune(self, now: datetime) -> int:
        """Delete the entries older than twelve months, behind a signed checkpoint; how many.

        None while the clock stands before the last entry, nor where the chain is not whole.
        """
        entries = self.entries()
        if not entries or datetime.fromisoformat(entries[-1].when) > now:
            return 0
        # The last one stays, whatever its age: its code is the head.
        old = list(takewhile(lambda each: _is_old(each, now), entries[:-1]))
        if not old:
            return 0
        with suppress(StoreError):
            self.check()
            point = checkpoint(self._key(), old[-1], now.isoformat(timespec="seconds"))
            gone = {ENTRIES: [str(each.n) for each in old]}
            self._storage().put_all({CHECKPOINT: {ONLY: asdict(point)}}, gone)
            return len(old)
        return 0

    # -- within ---------------------------------------------------------------------------------

    def _storage(self) -> JournalStorage:
        folder = self._vault.folder / AUDIT
        if self._vault.frozen is None:
            self._vault.fs.make_folder(folder)
        return self._databases.get(folder, self._vault.key(PRACTICE).part(AUDIT), AUDIT)

    def _last(self, storage: JournalStorage) -> tuple[int, str]:
        """The number and the code that the next entry is chained to."""
        kept = storage.shared(ENTRIES)
        last: Any = kept[max(kept, key=int)] if kept else storage.shared(CHECKPOINT).get(ONLY)
        return (int(last["n"]), str(last["code"])) if last else (0, "")

    def _checkpoint(self, storage: JournalStorage) -> Checkpoint:
        kept = storage.table(CHECKPOINT).get(ONLY)
        return Checkpoint(**kept) if kept else Checkpoint()

    def _known_head(self) -> tuple[int, str]:
        kept = self._heads.all().get(HEAD)
        return (int(kept["n"]), str(kept["code"])) if kept else (0, "")

    def _holds_known_head(self, storage: JournalStorage) -> bool:
        number, code = self._known_head()
        if not number:
            return True
        point = self._checkpoint(storage)
        held = storage.shared(ENTRIES).get(str(number), {}).get("code")
        return code == held or (point.n, point.code) == (number, code)

    def _key(self) -> bytes:
        key = self._vault.key(PRACTICE)
        return expanded(key.secret, key.store, "audit chain")


def _is_old(entry: Entry, now: datetime) -> bool:
    return datetime.fromisoformat(entry.when) < now - KEPT
