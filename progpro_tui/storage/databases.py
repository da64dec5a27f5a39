"""The databases of a vault that are open: few at a time, the one used longest ago closed first."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from progpro_tui.core.text import N_, Message, message
from progpro_tui.storage.database import open_storage
from progpro_tui.storage.envelope import ObjectKey
from progpro_tui.storage.journal_storage import JournalStorage
from progpro_tui.storage.vault import Vault

MOST_OPEN = 16


class Databases:
    """Opens databases, and remembers what there was to tell of them.

    ``still``: nobody writes there meanwhile, as in a backup.
    """

    def __init__(self, vault: Vault, still: bool = False) -> None:
        self._vault = vault
        self._still = still
        self._open: OrderedDict[Path, JournalStorage] = OrderedDict()
        self.notices: list[Message] = []
        """What was noticed at opening and cost nothing that was acknowledged, to be told once."""

    def get(self, folder: Path, key: ObjectKey, name: str) -> JournalStorage:
        """The database in a folder; ``name`` is what errors call it. Raises :class:`StoreError`."""
        if (
            self._vault.frozen is not None and not self._still
        ):  # another window writes: what it wrote is read each time
            return self.apart(folder, key, name)
        storage = self._open.get(folder)
        if storage is None:
            storage = self._open[folder] = self.apart(folder, key, name)
            if len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(folder)
        return storage

    def apart(self, folder: Path, key: ObjectKey, name: str = "") -> JournalStorage:
        """A database that the caller closes."""
        storage = open_storage(folder, key, self._vault.fs, name, self._vault.frozen)
        if storage.torn:
            self.notices.append(
                message(
                    N_(
                        "The last entry of “{name}” is not whole: it was cut off while it was written,"
                        " or damaged since. Everything before it is safe, and its bytes are kept in"
                        " “{file}”."
                    ),
                    name=name or key.name,
                    file=f"aside.{storage.torn}",
                )
            )
        return storage

    def drop(self, folder: Path) -> None:
        """Close the databases within a folder."""
        for each in [path for path in self._open if path.is_relative_to(folder)]:
            self._open.pop(each).close()

    def close(self) -> None:
        while self._open:
            self._open.popitem(last=False)[1].close()
