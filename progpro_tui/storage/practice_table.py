"""Small tables beside the practice, in its own database: what its upkeep has to remember."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from progpro_tui.storage.databases import Databases
from progpro_tui.storage.journal_storage import JournalStorage
from progpro_tui.storage.vault import PRACTICE, Vault


class PracticeTable:
    """One table of documents, by a word each. Raises :class:`StoreError`, as the practice does."""

    def __init__(self, vault: Vault, databases: Databases, name: str) -> None:
        self._vault = vault
        self._databases = databases
        self._name = name

    def all(self) -> dict[str, dict[str, Any]]:
        return self._storage().table(self._name)

    def put(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a document in the place of another or of none, durably."""
        self._vault.must_write()
        self._storage().put(self._name, key, document)

    def cut(self, key: str) -> None:
        """Forget a document."""
        self._vault.must_write()
        self._storage().put_all({}, {self._name: [key]})

    def _storage(self) -> JournalStorage:
        folder, key = self._vault.folder / PRACTICE, self._vault.key(PRACTICE).part(PRACTICE)
        return self._databases.get(folder, key, PRACTICE)
