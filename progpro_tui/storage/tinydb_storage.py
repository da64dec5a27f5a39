"""TinyDB on a file of ours: atomic, durable, with a versioned header.

TinyDB's own file storage rewrites in place: a power cut leaves half a file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from progpro_tui.storage.envelope import seal, unseal
from progpro_tui.storage.fs import Fs


class FileStorage(Storage):
    """One TinyDB database in one enveloped file, replaced whole at each write."""

    def __init__(self, path: Path, kind: str, fs: Fs, name: str = "") -> None:
        self._path = path
        self._name = name or path.name
        self._kind = kind
        self._fs = fs

    def read(self) -> dict[str, dict[str, Any]] | None:
        try:
            sealed = self._fs.read(self._path)
        except FileNotFoundError:
            return None
        content: dict[str, dict[str, Any]] = unseal(self._kind, sealed, self._name)
        return content

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self._fs.replace(self._path, seal(self._kind, data))


def database(path: Path, kind: str, fs: Fs, name: str = "") -> TinyDB:
    """Open a database; its file comes into being at the first write.

    ``name`` is what errors call it, where the name of the file says too little.
    """
    return TinyDB(path, kind, fs, name, storage=FileStorage)
