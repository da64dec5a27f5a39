"""Erasing a dossier: its key is destroyed, here and in every backup in reach, then its files.

What was intended is written down first, so that an erasure that was cut short is finished at the next
opening: each step can be done twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from progpro_tui.storage.practice_table import PracticeTable
from progpro_tui.storage.repository import FileRepository
from progpro_tui.storage.vault import Vault

TABLE = "erasures"


@dataclass(frozen=True)
class Intent:
    """An erasure that was decided on: when (ISO), and under which store key the practice then was.

    ``runs`` and ``answers`` are how many there were.
    """

    when: str
    generation: int
    runs: int = 0
    answers: int = 0


class Erasures:
    """The erasures of an open vault that are under way."""

    def __init__(self, vault: Vault, repository: FileRepository) -> None:
        self._vault = vault
        self._repository = repository
        self._intents = PracticeTable(vault, repository.databases, TABLE)

    def begun(self) -> dict[str, Intent]:
        """Those that were cut short, by the dossier."""
        return {name: Intent(**kept) for name, kept in self._intents.all().items()}

    def begin(self, dossier_id: str, when: str, runs: int = 0, answers: int = 0) -> None:
        """From here on the dossier will be erased, whatever happens. Raises :class:`StoreError`."""
        intent = Intent(when, self._vault.generation, runs, answers)
        self._intents.put(dossier_id, asdict(intent))

    def call_off(self, dossier_id: str) -> None:
        """The dossier stays after all: nothing of it was destroyed yet. Raises :class:`StoreError`."""
        self._intents.cut(dossier_id)

    def clear_remains(self) -> None:
        """Delete what a backup of before has brought back. Raises :class:`StoreError`."""
        self._vault.must_write()
        within = self._vault.folder / "dossiers"
        for each in self._vault.fs.visible(within):
            if self._vault.destroyed(each):
                self._vault.fs.clear_away(within / each)

    def carry_out(self, dossier_id: str, renew_backups: Callable[[], None]) -> None:
        """Do what :meth:`begin` has written down, or the rest of it.

        Raises :class:`StoreError`: then it is done again at the next opening.
        """
        intent = self.begun()[dossier_id]
        if self._vault.has_key(dossier_id):
            self._vault.destroy_key(dossier_id)
        if self._vault.generation <= intent.generation:
            self._vault.rotate()
        self._vault.tidy()
        renew_backups()
        self._repository.forget(dossier_id)
        self._intents.cut(dossier_id)
