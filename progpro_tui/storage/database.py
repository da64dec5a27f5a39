"""A TinyDB database of a practice, whose documents are keyed by words of ours."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.envelope import ObjectKey
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.journal import Journal
from progpro_tui.storage.journal_storage import JournalStorage


def open_storage(
    folder: Path, key: ObjectKey, fs: Fs, name: str = "", frozen: StoreError | None = None
) -> JournalStorage:
    """The database in a folder that exists. ``name`` is what errors call it, else the key's name."""
    name = name or key.name
    return JournalStorage(Journal(folder, key, fs, name), name, frozen)


def tinydb_on(storage: JournalStorage) -> TinyDB:
    """TinyDB on a storage that is open already."""
    return TinyDB(storage=lambda: storage)
