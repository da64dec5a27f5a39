"""Dossiers kept in a vault: one small database per dossier head, one per administration.

```
practice/                     the practice itself (practice_store.py)
instruments/<hash>            one copy of every instrument that was answered
index/                        what the list of dossiers shows (index.py)
dossiers/<id>/head/           who, which programme, which runs, what the counsellor noted
dossiers/<id>/<run>/          the answers of one administration, and its profile
```
No name of a file holds anything of a person. A dossier's files are sealed under its own key.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from progpro_tui.core.dossier import Dossier, Note, RunRecord
from progpro_tui.core.errors import StoreDamaged, StoreError
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_, Text
from progpro_tui.storage.copies import Copies
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.database import open_storage
from progpro_tui.storage.databases import Databases
from progpro_tui.storage.fs import writing
from progpro_tui.storage.garbage import uncollected
from progpro_tui.storage.index import INDEX, Index, NotBegun
from progpro_tui.storage.journal import SNAPSHOT
from progpro_tui.storage.journal_storage import JournalStorage
from progpro_tui.storage.records import built, given_from, to_data
from progpro_tui.storage.vault import PRACTICE, Vault

if TYPE_CHECKING:  # a start reads neither
    from progpro_tui.core.answers import Given
    from progpro_tui.core.instrument import Instrument
    from progpro_tui.core.profile import Profile

HEAD = "head"
DOSSIER, RUNS, NOTES = "dossier", "runs", "notes"
ANSWERS, PROFILE = "answers", "profile"
ONLY = "1"
"""The document id of a table that holds one document."""


class FileRepository:
    """A ``DossierRepository`` in an open vault.

    Everything raises :class:`Locked` while the vault is locked, and what keeps raises the vault's
    reason where it may not be written. One thread at a time is let in. ``still``: nobody writes to its
    folder meanwhile.
    """

    def __init__(self, vault: Vault, still: bool = False) -> None:
        self._vault = vault
        self._folder = vault.folder
        self._fs = vault.fs
        self._turn = RLock()
        self.databases = Databases(vault, still)
        self._copies = Copies(vault)
        self._index: Index | None = None
        self.progress: Progress | None = None
        """Told of each head that a list has to read, since its index is lost or wrong."""
        self._damaged: dict[str, StoreError] = {}
        """What is wrong with heads of which a beginning can be read."""

    def close(self) -> None:
        """Put everything in order and let go of every file; nothing that was kept waits for it."""
        with self._turn:
            self.databases.close()
            if self._index is not None:
                self._index.close()
                self._index = None

    @contextmanager
    def still(self, folder: Path) -> Iterator[None]:
        """Keep everybody out, with the databases below a folder in order: its files may be copied."""
        with self._turn:
            self.databases.drop(folder)
            yield

    # -- heads ----------------------------------------------------------------------------------

    def dossiers(self) -> tuple[list[Dossier], list[StoreError]]:
        with self._turn:
            index = self._indexed()
            return index.all(), [*index.broken.values(), *self._damaged.values()]

    def list_dossiers(self, progress: Progress) -> None:
        """Have the list at hand; ``progress`` is told of each head that has to be read for it."""
        if self._vault.frozen is not None:  # what another window writes is read each time
            return
        with self._turn:
            self.progress = progress
            try:
                self._indexed()
            finally:
                self.progress = None

    def dossier(self, dossier_id: str) -> Dossier:
        """Raises :class:`StoreError` where there is none, or it cannot be read."""
        with self._turn:
            storage = self._head(dossier_id)
            head = storage.read()
            if isinstance(storage.frozen, StoreDamaged):
                self._damaged[dossier_id] = storage.frozen
            if not head and storage.frozen is None and self._holds_nothing(dossier_id):
                raise NotBegun(damaged(dossier_id).message)
            try:
                runs = tuple(
                    RunRecord(**{**run, "title": Text(**run["title"])}) for run in head[RUNS].values()
                )
                return Dossier(**head[DOSSIER][ONLY], runs=runs)
            except (TypeError, KeyError, AttributeError):
                raise damaged(dossier_id) from None

    def forget(self, dossier_id: str) -> None:
        """Delete the files of a dossier whose key is destroyed, and its line in the index.

        Raises :class:`StoreError`; then it can be done again.
        """
        with self._turn:
            self._vault.must_write()
            folder = self._folder / "dossiers" / dossier_id
            self.databases.drop(folder)
            if folder.exists():
                self._fs.clear_away(folder)
                with writing(folder):
                    self._fs.sync_folder(folder.parent)
            self._damaged.pop(dossier_id, None)
            index, self._index = self._indexed(), None
            index.forget(dossier_id)
            index.close()
            # A journal that was not tidied away, or a file kept aside, would still hold the name.
            place = self._folder / INDEX
            if any(name != SNAPSHOT for name in self._fs.names(place)):
                self._fs.clear_away(place)

    def _ids(self) -> list[str]:
        names = self._fs.visible(self._folder / "dossiers")
        return [each for each in names if not self._vault.destroyed(each)]

    def _holds_nothing(self, dossier_id: str) -> bool:
        """Whether there is no more of a dossier than a head without content."""
        return self._fs.visible(self._folder / "dossiers" / dossier_id) in ([], [HEAD])

    def keep_dossier(self, dossier: Dossier) -> None:
        with self._turn:
            self._vault.must_write()
            index = self._indexed()
            if not self._vault.has_key(dossier.id):
                self._vault.add_key(dossier.id)
            self._fs.make_folder(self._of(dossier.id, HEAD))
            index.note(dossier)
            content = to_data(replace(dossier, runs=()))
            del content["runs"]
            runs = {str(place): to_data(run) for place, run in enumerate(dossier.runs, 1)}
            head = self._head(dossier.id)
            # One write for all tables, so that a head is never half of one state, half of another.
            head.write({DOSSIER: {ONLY: content}, RUNS: runs, NOTES: head.shared(NOTES)})
            index.noted(dossier)

    def _indexed(self) -> Index:
        if self._index is None or self._vault.frozen is not None:
            self._vault.key(PRACTICE)  # locked, nobody is listed
            with uncollected():
                self._index = self._open_index(self._ids())
        return self._index

    def _open_index(self, ids: Sequence[str]) -> Index:
        folder, key = self._folder / INDEX, self._vault.key(PRACTICE).part(INDEX)
        writes = self._vault.frozen is None
        if writes:
            if folder.is_symlink() or folder.is_file():  # whatever it is, it is no index
                with suppress(OSError):
                    self._fs.unlink(folder)
            self._fs.make_folder(folder)
        try:
            storage = open_storage(folder, key, self._fs, INDEX, self._vault.frozen)
            if storage.torn:  # by a power cut or by damage: in one of these cases a head is newer
                raise damaged(INDEX)
            return Index(storage, self.dossier, ids, self.progress)
        except StoreError:
            if not writes:
                return Index(None, self.dossier, ids, self.progress)
        # An index is no original: what is damaged is deleted, and made anew.
        for name in self._fs.names(folder):
            with suppress(OSError):
                self._fs.unlink(folder / name)
        fresh = self.databases.apart(folder, key, INDEX)
        return Index(fresh, self.dossier, ids, self.progress)

    # -- notes ----------------------------------------------------------------------------------

    def notes(self, dossier_id: str) -> Sequence[Note]:
        with self._turn:
            try:
                return [Note(**data) for data in self._head(dossier_id).shared(NOTES).values()]
            except TypeError:
                raise damaged(dossier_id) from None

    def keep_note(self, dossier_id: str, note: Note) -> None:
        with self._turn:
            self._begun_head(dossier_id).put(NOTES, note.id, to_data(note))

    def drop_note(self, dossier_id: str, note_id: str) -> None:
        with self._turn:
            head = self._begun_head(dossier_id)
            head.put_all({}, {NOTES: [note_id]})
            head.compact()  # its words are not to wait in a journal until the program is left

    def _begun_head(self, dossier_id: str) -> JournalStorage:
        """To be written to: a head without a dossier would be taken for damage."""
        self._vault.must_write()
        head = self._head(dossier_id)
        if not head.count(DOSSIER):
            raise damaged(dossier_id)
        return head

    # -- instruments ----------------------------------------------------------------------------

    def keep_instrument(self, instrument: Instrument) -> None:
        self._copies.keep(instrument)

    def instrument(self, content_hash: str) -> Instrument:
        return self._copies.get(content_hash)

    # -- administrations ------------------------------------------------------------------------

    def begin_run(self, dossier_id: str, run_id: str) -> None:
        """Make the database of an administration: from now on, its absence is damage."""
        with self._turn:
            self._vault.must_write()
            self._fs.make_folder(self._of(dossier_id, run_id))
            self._run(dossier_id, run_id).write({ANSWERS: {}})

    def check_run(self, dossier_id: str, run_id: str) -> None:
        with self._turn:
            why = self._run(dossier_id, run_id).frozen
            if isinstance(why, StoreDamaged):
                raise why

    def keep_answer(self, dossier_id: str, run_id: str, given: Given) -> None:
        with self._turn:
            self._vault.must_write()
            run = self._run(dossier_id, run_id)
            if run.count(PROFILE):
                raise StoreError(N_("This questionnaire is finished: its answers stand."))
            # TinyDB's upsert would read and compare all answers for the one that is new.
            run.put(ANSWERS, given.step, to_data(given))

    def answers(self, dossier_id: str, run_id: str) -> Sequence[Given]:
        with self._turn:
            kept = self._run(dossier_id, run_id).shared(ANSWERS)
            try:
                return [given_from(data) for data in kept.values()]
            except (TypeError, ValueError, KeyError):
                raise damaged(run_id) from None

    def keep_profile(self, dossier_id: str, run_id: str, profile: Profile) -> None:
        with self._turn:
            self._vault.must_write()
            # The answers stand beside it in the same database: a profile does not repeat them.
            content = to_data(replace(profile, given=()))
            self._run(dossier_id, run_id).put(PROFILE, ONLY, content)

    def profile(self, dossier_id: str, run_id: str) -> Profile | None:
        with self._turn:
            from progpro_tui.core.profile import Profile

            kept = self._run(dossier_id, run_id).table(PROFILE).get(ONLY)
            if kept is None:
                return None
            given = tuple(self.answers(dossier_id, run_id))
            return replace(built(kept, Profile, run_id), given=given)

    def _head(self, dossier_id: str) -> JournalStorage:
        key = self._vault.key(dossier_id).part(HEAD)
        return self.databases.get(self._of(dossier_id, HEAD), key, dossier_id)

    def _run(self, dossier_id: str, run_id: str) -> JournalStorage:
        folder = self._of(dossier_id, run_id)
        if not self._fs.has_folder(folder):
            raise damaged(run_id)
        return self.databases.get(folder, self._vault.key(dossier_id).part(run_id), run_id)

    def _of(self, dossier_id: str, part: str) -> Path:
        return self._folder / "dossiers" / dossier_id / part
