"""The practice itself: its name, the counsellor's code, and whether a beneficiary has the keyboard."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from tinydb.table import Document

from progpro_tui.storage.envelope import damaged
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.tinydb_storage import database

FILE = KIND = "practice"
ONLY = 1


@dataclass(frozen=True)
class Practice:
    """One practice. The code is kept as a salted scrypt hash, both in hexadecimal.

    ``wrong`` counts wrong codes since the last right one, ``wait_until`` (ISO, or empty) is when the
    next may be tried. ``handed_dossier`` and ``handed_run`` name the run whose beneficiary has the
    keyboard, or are empty.
    """

    name: str
    created: str
    code_salt: str
    code_hash: str
    wrong: int = 0
    wait_until: str = ""
    handed_dossier: str = ""
    handed_run: str = ""


class PracticeStore:
    """Keeps the one :class:`Practice` of a folder."""

    def __init__(self, folder: Path, fs: Fs | None = None) -> None:
        self._folder = folder
        self._fs = fs or Fs()

    @property
    def exists(self) -> bool:
        # Dossiers without it are a damaged practice: nobody may choose a new code over them.
        return (self._folder / FILE).exists() or (self._folder / "dossiers").exists()

    def load(self) -> Practice:
        """Raises :class:`StoreError` where there is none, or it cannot be read."""
        kept = database(self._folder / FILE, KIND, self._fs).table(KIND).get(doc_id=ONLY)
        if not isinstance(kept, Document):
            raise damaged(FILE)
        try:
            return Practice(**kept)
        except TypeError:
            raise damaged(FILE) from None

    def keep(self, practice: Practice) -> None:
        self._fs.make_folder(self._folder)
        table = database(self._folder / FILE, KIND, self._fs).table(KIND)
        table.upsert(Document(asdict(practice), doc_id=ONLY))
