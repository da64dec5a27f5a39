"""The backups of a practice: made once a day, verified, and kept in several places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_
from progpro_tui.storage.audit import Act, Audit
from progpro_tui.storage.backups import (
    BACKUPS,
    FILES,
    Backup,
    backups_in,
    check_backup,
    make_backup,
    remove_backup,
    renew_keys,
    tidy,
)
from progpro_tui.storage.containers import container
from progpro_tui.storage.practice_table import PracticeTable
from progpro_tui.storage.repository import FileRepository
from progpro_tui.storage.retention import LIFE, clock_is_behind, is_due, superseded
from progpro_tui.storage.vault import PRACTICE, Vault
from progpro_tui.storage.verification import Verified, verify
from progpro_tui.workspace.paths import whole_path
from progpro_tui.workspace.practice import Clock

PLACES = "places"
"""The table of the folders elsewhere that backups were made in."""


@dataclass(frozen=True)
class MadeBackup:
    """A backup that was made, what was read in it, and how many older ones went.

    ``clock_behind``: none went, since a backup claims to be made later than now.
    """

    backup: Backup
    verified: Verified
    superseded: int = 0
    clock_behind: bool = False


@dataclass(frozen=True)
class OutOfReach:
    """A folder with backups that cannot be reached: when the last was made (UTC), and until when one
    made there may be kept."""

    folder: Path
    last: datetime

    @property
    def until(self) -> date:
        return (self.last + LIFE).date()


class BackupDesk:
    """Makes backups of an open practice. What changes anything raises :class:`StoreError`."""

    def __init__(self, vault: Vault, repository: FileRepository, audit: Audit, clock: Clock) -> None:
        self._vault = vault
        self._repository = repository
        self._audit = audit
        self._clock = clock
        self._places = PracticeTable(vault, repository.databases, PLACES)

    @property
    def own(self) -> Path:
        """Where the practice's own backups stand."""
        return self._vault.folder / BACKUPS

    @property
    def usual_folder(self) -> Path | None:
        """The folder elsewhere that was last backed up to, if any."""
        places = {kept["last"]: Path(folder).parent for folder, kept in self._places.all().items()}
        return places[max(places)] if places else None

    def all(self, place: Path | None = None) -> list[Backup]:
        """The backups in a place, oldest first; without one, the practice's own."""
        return backups_in(place or self.own, self._vault.fs)

    def is_due(self) -> bool:
        """Whether today has no backup of its own yet."""
        return is_due((backup.made for backup in self.all()), self._clock())

    def make(self, folder: Path | None = None, progress: Progress | None = None) -> MadeBackup:
        """Make a backup, read all of it, and delete those that it supersedes.

        ``folder`` is somewhere else, such as a disk: it is remembered. Where the backup is not whole,
        nothing is deleted.
        """
        self._vault.must_write()
        fs, place = self._vault.fs, self._place(folder)
        tidy(place, fs)
        self._audit.note(Act.BACKUP, self._clock())
        backup = make_backup(self._vault, place, self._clock(), self._repository.still, progress)
        if folder is not None:
            self._places.put(str(place), {"last": backup.made.isoformat()})
            for each in self.all(place):  # a dossier may have been destroyed while it was out of reach
                renew_keys(self._vault, each)
        verified = self.verify(backup)
        made = [each.made for each in self.all(place)]
        old = set() if verified.wrong else set(superseded(made, self._clock()))
        for each in self.all(place):
            if each.made in old:
                remove_backup(each, fs)
        behind = clock_is_behind(made, self._clock())
        return MadeBackup(backup, verified, len(old), behind)

    def verify(self, backup: Backup, progress: Progress | None = None) -> Verified:
        """Decrypt every file of a backup. What stands in them was built from the same bytes before."""
        wrong = check_backup(self._vault, backup)
        with container(backup.folder, FILES) as fs:
            twin = self._vault.twin(backup.folder, fs)
            verified = verify(twin, FileRepository(twin, still=True), progress, build=False)
        verified.wrong[:0] = wrong
        return verified

    def renew(self) -> tuple[int, list[OutOfReach]]:
        """Put the keys of today into every backup: how many, and which places cannot be reached."""
        backups, beyond = self.all(), []
        for backup in backups:
            renew_keys(self._vault, backup)
        count = len(backups)
        for folder, kept in self._places.all().items():
            renewed = self._renew_elsewhere(Path(folder), kept)
            if renewed:
                count += renewed
            else:
                beyond.append(OutOfReach(Path(folder), datetime.fromisoformat(kept["last"])))
        return count, beyond

    def _renew_elsewhere(self, place: Path, kept: Mapping[str, Any]) -> int:
        """How many backups have today's keys; none where the last one made there is not there."""
        try:
            backups = self.all(place)
            if datetime.fromisoformat(kept["last"]) not in {each.made for each in backups}:
                return 0
            for backup in backups:
                renew_keys(self._vault, backup)
        except (StoreError, OSError):
            return 0
        return len(backups)

    def _place(self, folder: Path | None) -> Path:
        """Backups of several practices may stand in one folder elsewhere: each has one of its own."""
        if folder is None:
            return self.own
        whole = whole_path(folder)
        if whole.is_relative_to(self._vault.folder.absolute()):
            raise InputError(
                N_("“{folder}” lies within the practice: choose a folder elsewhere, such as a disk."),
                folder=str(folder),
            )
        return whole / f"progpro-{self._vault.key(PRACTICE).store.hex()[:8]}"
