"""The encrypted index of dossiers: what the list shows, without opening any of them.

The heads are the truth. Each change is noted here before the head is written, with the dossier it
concerns: so only the last one noted, and those whose head the disk refused, can differ from their
heads, and they alone are compared at a start. An index that is missing or damaged is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from typing import Any

from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import StoreDamaged, StoreError
from progpro_tui.core.text import Text
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.journal_storage import JournalStorage
from progpro_tui.storage.records import to_data

INDEX = "index"
DOSSIERS, TITLES, UNSURE = "dossiers", "titles", "unsure"
_TITLE = [field.name for field in fields(RunRecord)].index("title")


class NotBegun(StoreDamaged):
    """A dossier whose beginning was cut short before anything of it was kept: it is none."""


class Index:
    """The dossiers of a practice, in memory, and the database they come from.

    ``read`` gives the head of a dossier; ``ids`` are those that stand on the disk. ``storage`` is none
    where no index can be kept. Raises :class:`StoreDamaged` where the index is not one of ours.
    """

    def __init__(
        self, storage: JournalStorage | None, read: Callable[[str], Dossier], ids: Sequence[str]
    ) -> None:
        self._storage = storage
        self._read = read
        self._titles: dict[str, Text] = {}
        self._dossiers: dict[str, Dossier] = {}
        self._pending: set[str] = set()
        """What was noted, and of which nobody knows yet whether its head was written."""
        self.broken: dict[str, StoreError] = {}
        """What is wrong with the heads that could not be read."""
        if storage is not None:
            if isinstance(storage.frozen, StoreDamaged):
                raise storage.frozen
            self._load(storage)
        self._agree(ids)

    def all(self) -> list[Dossier]:
        return list(self._dossiers.values())

    def note(self, dossier: Dossier) -> None:
        """Note a head that is about to be written. Raises :class:`StoreError`."""
        # A head that was noted before and could not be written is taken back with the next note.
        refused = self._pending - {dossier.id}
        back = [self._dossiers[each] for each in refused if each in self._dossiers]
        gone = [each for each in refused if each not in self._dossiers]
        self._pending = {*refused, dossier.id}
        self._keep([dossier, *back], gone)

    def noted(self, dossier: Dossier) -> None:
        """The head has been written: show it."""
        self._dossiers[dossier.id] = dossier
        self._pending.discard(dossier.id)
        self.broken.pop(dossier.id, None)

    def forget(self, dossier_id: str) -> None:
        """A dossier exists no more."""
        self._dossiers.pop(dossier_id, None)
        self.broken.pop(dossier_id, None)
        self._keep([], [dossier_id])

    def close(self) -> None:
        if self._storage is not None:
            self._storage.close()

    # -- within ---------------------------------------------------------------------------------

    def _load(self, storage: JournalStorage) -> None:
        try:
            titles = storage.table(TITLES).items()
            self._titles = {name: Text(**title) for name, title in titles}
            self._dossiers = {
                dossier_id: self._dossier(dossier_id, row)
                for dossier_id, row in storage.shared(DOSSIERS).items()
            }
        except (TypeError, KeyError, ValueError):
            raise damaged(INDEX) from None

    def _agree(self, ids: Sequence[str]) -> None:
        """Read the heads that the index lacks, and the one noted last; drop those that are gone."""
        gone = self._dossiers.keys() - set(ids)
        doubted = self._storage.shared(UNSURE) if self._storage is not None else {}
        unsure = [each for each in ids if each in doubted or each not in self._dossiers]
        before = {each: self._dossiers.pop(each, None) for each in (*gone, *unsure)}
        for dossier_id in unsure:
            self._read_head(dossier_id)
        changed = [
            self._dossiers[each]
            for each in unsure
            if each in self._dossiers and self._dossiers[each] != before[each]
        ]
        lost = [each for each in before if before[each] is not None and each not in self._dossiers]
        with suppress(StoreError):  # the list is right all the same, and the next start looks again
            self._keep(changed, lost)

    def _read_head(self, dossier_id: str) -> None:
        try:
            self._dossiers[dossier_id] = self._read(dossier_id)
        except NotBegun:
            return
        except StoreError as error:
            self.broken[dossier_id] = error

    def _keep(self, dossiers: Sequence[Dossier], gone: Sequence[str] = ()) -> None:
        if self._storage is None or not (dossiers or gone):
            return
        titles = {_name(run): run.title for each in dossiers for run in each.runs}
        fresh = {name: to_data(title) for name, title in titles.items() if name not in self._titles}
        rows = {each.id: _row(each) for each in dossiers}
        sure = [each for each in self._storage.shared(UNSURE) if each not in self._pending]
        doubted: dict[str, Any] = {each: {} for each in self._pending}
        changes = {DOSSIERS: rows, TITLES: fresh, UNSURE: doubted}
        self._storage.put_all(changes, {DOSSIERS: list(gone), UNSURE: sure})
        self._titles.update({name: titles[name] for name in fresh})

    def _dossier(self, dossier_id: str, row: Mapping[str, Any]) -> Dossier:
        person, programme, opened, seen, runs, archived = row["row"]
        known = tuple(map(self._run, runs))
        return Dossier(dossier_id, person, programme, opened, seen, known, archived)

    def _run(self, kept: list[Any]) -> RunRecord:
        kept = [*kept]
        kept[_TITLE] = self._titles[kept[_TITLE]]
        return RunRecord(*kept)


def _row(dossier: Dossier) -> dict[str, Any]:
    runs = []
    for run in dossier.runs:
        kept = [getattr(run, field.name) for field in fields(RunRecord)]
        kept[_TITLE] = _name(run)
        runs.append(kept)
    shown = [dossier.person, dossier.programme, dossier.opened, dossier.seen, runs, dossier.archived]
    return {"row": shown}


def _name(run: RunRecord) -> str:
    """By what the title of a run is found: one copy of an instrument has one title."""
    return run.hash
