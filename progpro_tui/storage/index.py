"""The encrypted index of dossiers: what the list shows, without opening any of them.

The heads are the truth. Each change is noted here before the head is written, with the dossier it
concerns: so only the last one noted, and those whose head the disk refused, can differ from their
heads, and they alone are compared at a start. An index that is missing or damaged is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import StoreDamaged, StoreError
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import Text
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.journal_storage import JournalStorage
from progpro_tui.storage.records import to_data

INDEX = "index"
DOSSIERS, LED, UNSURE = "dossiers", "led", "unsure"

_SHARED = ("instrument", "version", "hash", "title", "kind", "plugin")
"""Of a run, what it has in common with every other run of this instrument under this plugin."""

T = TypeVar("T")


class NotBegun(StoreDamaged):
    """A dossier whose beginning was cut short before anything of it was kept: it is none."""


class Index:
    """The dossiers of a practice, in memory, and the database they come from.

    ``read`` gives the head of a dossier; ``ids`` are those that stand on the disk. ``storage`` is none
    where no index can be kept. ``progress`` is told of each head that has to be read. Raises
    :class:`StoreDamaged` where the index is not one of ours.
    """

    def __init__(
        self,
        storage: JournalStorage | None,
        read: Callable[[str], Dossier],
        ids: Sequence[str],
        progress: Progress | None = None,
    ) -> None:
        self._storage = storage
        self._read = read
        self._led: dict[str, dict[str, Any]] = {}
        """What runs share, by the name that stands for it in their rows."""
        self._names: dict[tuple[str, ...], str] = {}
        self._dossiers: dict[str, Dossier] = {}
        self._pending: set[str] = set()
        """What was noted, and of which nobody knows yet whether its head was written."""
        self.broken: dict[str, StoreError] = {}
        """What is wrong with the heads that could not be read."""
        if storage is not None:
            if isinstance(storage.frozen, StoreDamaged):
                raise storage.frozen
            self._load(storage)
        self._agree(ids, progress)

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
            for name, led in storage.table(LED).items():
                self._learn(name, {**led, "title": Text(**led["title"])})
            self._dossiers = {
                dossier_id: self._dossier(dossier_id, row)
                for dossier_id, row in storage.shared(DOSSIERS).items()
            }
        except (TypeError, KeyError, ValueError):
            raise damaged(INDEX) from None

    def _learn(self, name: str, led: dict[str, Any]) -> None:
        self._led[name] = {part: led[part] for part in _SHARED}
        self._names[_identity(led)] = name

    def _agree(self, ids: Sequence[str], progress: Progress | None) -> None:
        """Read the heads that the index lacks, and the one noted last; drop those that are gone."""
        gone = self._dossiers.keys() - set(ids)
        doubted = self._storage.shared(UNSURE) if self._storage is not None else {}
        unsure = [each for each in ids if each in doubted or each not in self._dossiers]
        before = {each: self._dossiers.pop(each, None) for each in (*gone, *unsure)}
        for number, dossier_id in enumerate(unsure, 1):
            self._read_head(dossier_id)
            if progress is not None:
                progress(number, len(unsure))
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
        names, fresh = dict(self._names), {}
        for led in (_led(run) for each in dossiers for run in each.runs):
            if (who := _identity(led)) not in names:
                names[who] = str(len(names) + 1)
                fresh[names[who]] = led
        rows = {each.id: _row(each, names) for each in dossiers}
        kept = {name: {**led, "title": to_data(led["title"])} for name, led in fresh.items()}
        sure = [each for each in self._storage.shared(UNSURE) if each not in self._pending]
        doubted: dict[str, Any] = {each: {} for each in self._pending}
        changes = {DOSSIERS: rows, LED: kept, UNSURE: doubted}
        self._storage.put_all(changes, {DOSSIERS: list(gone), UNSURE: sure})
        for name, led in fresh.items():
            self._learn(name, led)

    def _dossier(self, dossier_id: str, row: Mapping[str, Any]) -> Dossier:
        person, programme, opened, seen, runs, archived = row["row"]
        known = {
            "id": dossier_id,
            "person": person,
            "programme": programme,
            "opened": opened,
            "seen": seen,
            "runs": tuple(map(self._run, runs)),
            "archived": archived,
        }
        return _made(Dossier, known)

    def _run(self, kept: Sequence[Any]) -> RunRecord:
        run_id, name, seed, asked, started, finished = kept
        parts = {
            **self._led[name],
            "id": run_id,
            "seed": seed,
            "asked": asked,
            "started": started,
            "finished": finished,
        }
        return _made(RunRecord, parts)


def _row(dossier: Dossier, names: Mapping[tuple[str, ...], str]) -> dict[str, Any]:
    runs = [
        [run.id, names[_identity(_led(run))], run.seed, run.asked, run.started, run.finished]
        for run in dossier.runs
    ]
    shown = [dossier.person, dossier.programme, dossier.opened, dossier.seen, runs, dossier.archived]
    return {"row": shown}


def _led(run: RunRecord) -> dict[str, Any]:
    return {part: getattr(run, part) for part in _SHARED}


def _identity(led: Mapping[str, Any]) -> tuple[str, ...]:
    """Without the title: one copy of an instrument has one."""
    return tuple(led[part] for part in _SHARED if part != "title")


def _made(kind: type[T], parts: dict[str, Any]) -> T:
    """A frozen value of all its parts at once: one by one they would be most of a load."""
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", parts)
    return made
