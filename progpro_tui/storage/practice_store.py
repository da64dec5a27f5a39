"""The practice itself: the counsellor's code, and whether a beneficiary has the keyboard."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from progpro_tui.storage.damage import damaged
from progpro_tui.storage.database import tinydb_on
from progpro_tui.storage.databases import Databases
from progpro_tui.storage.fs import writing
from progpro_tui.storage.vault import PRACTICE, Vault

ONLY = 1


@dataclass(frozen=True)
class Practice:
    """One practice. The code is kept as a salted scrypt hash, both in hexadecimal.

    ``wrong`` counts wrong codes since the last right one, ``wait_until`` (ISO, or empty) is when the
    next may be tried. ``handed_dossier`` and ``handed_run`` name the run whose beneficiary has the
    keyboard, or are empty. Without a key for ``idle_minutes`` the counsellor's screens are locked.
    """

    created: str
    code_salt: str
    code_hash: str
    wrong: int = 0
    wait_until: str = ""
    handed_dossier: str = ""
    handed_run: str = ""
    idle_minutes: int = 5


class PracticeStore:
    """Keeps the one :class:`Practice` of an open vault."""

    def __init__(self, vault: Vault, databases: Databases) -> None:
        self._vault = vault
        self._databases = databases

    @property
    def folder(self) -> Path:
        return self._vault.folder / PRACTICE

    def load(self) -> Practice:
        """Raises :class:`StoreError` where there is none, or it cannot be read."""
        kept = self._database().table(PRACTICE).get(doc_id=ONLY)
        if not isinstance(kept, Document):
            raise damaged(PRACTICE)
        try:
            return Practice(**kept)
        except TypeError:
            raise damaged(PRACTICE) from None

    def begin(self, practice: Practice) -> None:
        """Keep the practice of a vault that was just made, over what a beginning cut short left."""
        self._databases.drop(self.folder)  # open since a beginning that was refused, under its keys
        for name in self._vault.fs.names(self.folder):
            with writing(self.folder):
                self._vault.fs.unlink(self.folder / name)
        self.keep(practice)

    def keep(self, practice: Practice) -> None:
        self._vault.must_write()
        self._vault.fs.make_folder(self.folder)
        table = self._database().table(PRACTICE)
        table.upsert(Document(asdict(practice), doc_id=ONLY))

    def _database(self) -> TinyDB:
        key = self._vault.key(PRACTICE).part(PRACTICE)
        return tinydb_on(self._databases.get(self.folder, key, PRACTICE))
