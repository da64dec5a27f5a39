"""Reads everything that a practice, or a backup of it, holds: what is whole, and what is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from progpro_tui.core.errors import StoreError
from progpro_tui.core.progress import Progress
from progpro_tui.core.steps import SHOW
from progpro_tui.core.text import N_
from progpro_tui.storage.audit import Audit
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.practice_store import PracticeStore
from progpro_tui.storage.repository import HEAD, FileRepository
from progpro_tui.storage.vault import PRACTICE, Vault


@dataclass
class Verified:
    """How much was read, and what is wrong: an empty ``wrong`` is a practice that is whole.

    Answers and profiles are counted only where ``built``.
    """

    built: bool = True
    dossiers: int = 0
    runs: int = 0
    answers: int = 0
    profiles: int = 0
    instruments: int = 0
    entries: int = 0
    """Of the audit."""
    wrong: list[StoreError] = field(default_factory=list)


def verify(
    vault: Vault, repository: FileRepository, progress: Progress | None = None, *, build: bool = True
) -> Verified:
    """Decrypt every file, and ``build`` whatever stands in it, which takes most of the time.

    Raises :class:`Locked`.
    """
    return _Reading(vault, repository, build).all(progress)


class _Reading:
    def __init__(self, vault: Vault, repository: FileRepository, build: bool) -> None:
        self._vault = vault
        self._repository = repository
        self._found = Verified(build)
        self._copies: dict[str, StoreError | None] = {}
        """What is wrong with each copy of an instrument, once it has been read."""

    def all(self, progress: Progress | None) -> Verified:
        self._found.wrong += self._vault.check_copies()
        self._practice()
        for name in self._vault.fs.visible(self._vault.folder / "instruments"):
            self._instrument(name)
        within = self._vault.fs.visible(self._vault.folder / "dossiers")
        on_disk = [each for each in within if not self._vault.destroyed(each)]
        ids = [*on_disk, *(each for each in self._keyed() if each not in set(on_disk))]
        for number, dossier_id in enumerate(ids, 1):
            with self._noting():
                self._dossier(dossier_id)
            if progress is not None:
                progress(number, len(ids))
        return self._found

    def _keyed(self) -> list[str]:
        return [name for name in self._vault.names() if name != PRACTICE]

    @contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except StoreError as error:
            self._found.wrong.append(error)

    def _practice(self) -> None:
        store = PracticeStore(self._vault, self._repository.databases)
        with self._noting():
            store.load()
        audit = Audit(self._vault, self._repository.databases)
        with self._noting():
            self._found.entries = len(audit.entries())
            audit.check()

    def _instrument(self, content_hash: str) -> None:
        """Read a copy once; raise what is wrong with it each time."""
        if content_hash not in self._copies:
            self._copies[content_hash] = None
            try:
                self._repository.instrument(content_hash)
                self._found.instruments += 1
            except StoreError as error:
                self._copies[content_hash] = error
                self._found.wrong.append(error)

    def _dossier(self, dossier_id: str) -> None:
        if not self._vault.fs.visible(self._vault.folder / "dossiers" / dossier_id):
            raise StoreError(
                N_(
                    "“{id}” has a key and no files: its beginning was cut short, or somebody deleted"
                    " its folder. Put it back from a backup, or destroy it: progpro erase {id}"
                ),
                id=dossier_id,
            )
        dossier = self._repository.dossier(dossier_id)
        self._found.dossiers += 1
        with self._noting():
            self._repository.check_run(dossier_id, HEAD)
            self._repository.notes(dossier_id)
        held = self._vault.fs.visible(self._vault.folder / "dossiers" / dossier_id)
        finished = {record.id: bool(record.finished) for record in dossier.runs}
        # Those that a beginning cut short left beside the head are read too.
        for run_id in dict.fromkeys([*finished, *(each for each in held if each != HEAD)]):
            with self._noting():
                self._run(dossier_id, run_id, finished.get(run_id, False))
        for record in dossier.runs:
            self._instrument(record.hash)

    def _run(self, dossier_id: str, run_id: str, finished: bool) -> None:
        self._repository.check_run(dossier_id, run_id)
        self._found.runs += 1
        if not self._found.built:
            return
        given = self._repository.answers(dossier_id, run_id)
        self._found.answers += sum(each.final and not each.step.startswith(SHOW) for each in given)
        has_profile = self._repository.profile(dossier_id, run_id) is not None
        if finished and not has_profile:
            raise damaged(run_id)
        self._found.profiles += has_profile
