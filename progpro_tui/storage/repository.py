"""Dossiers kept in a folder: one small database per dossier head, one per administration.

```
practice                the practice itself (practice_store.py)
instruments/<hash>      one copy of every instrument that was answered
dossiers/<id>/head      who, which programme, which runs
dossiers/<id>/<run>     the answers of one administration, and its profile
```
No name of a file holds anything of a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from tinydb import TinyDB, where
from tinydb.table import Document

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import StoreError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_, Text
from progpro_tui.storage.envelope import damaged, seal, unseal
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.records import from_data, given_from, to_data
from progpro_tui.storage.tinydb_storage import database

HEAD, RUN, INSTRUMENT = "head", "run", "instrument"
T = TypeVar("T")

ONLY = 1
"""The document id of a table that holds one document."""


class DossierRepository(Protocol):
    """Where dossiers are kept. Whatever returns from a ``keep`` is durable."""

    def dossiers(self) -> tuple[list[Dossier], list[StoreError]]:
        """Every dossier that can be read, and what is wrong with the others."""

    def dossier(self, dossier_id: str) -> Dossier: ...

    def keep_dossier(self, dossier: Dossier) -> None: ...

    def keep_instrument(self, instrument: Instrument) -> None: ...

    def instrument(self, content_hash: str) -> Instrument: ...

    def begin_run(self, dossier_id: str, run_id: str) -> None: ...

    def keep_answer(self, dossier_id: str, run_id: str, given: Given) -> None: ...

    def answers(self, dossier_id: str, run_id: str) -> Sequence[Given]: ...

    def keep_profile(self, dossier_id: str, run_id: str, profile: Profile) -> None: ...

    def profile(self, dossier_id: str, run_id: str) -> Profile | None: ...


class FileRepository:
    """A :class:`DossierRepository` in the practice's folder."""

    def __init__(self, folder: Path, fs: Fs | None = None) -> None:
        self._folder = folder
        self._fs = fs or Fs()

    # -- heads ----------------------------------------------------------------------------------

    def dossiers(self) -> tuple[list[Dossier], list[StoreError]]:
        kept, broken = [], []
        for dossier_id in self._fs.names(self._folder / "dossiers"):
            if not self._fs.names(self._folder / "dossiers" / dossier_id):
                continue  # a beginning that was cut short before anything was written
            try:
                kept.append(self.dossier(dossier_id))
            except StoreError as error:
                broken.append(error)
        return kept, broken

    def dossier(self, dossier_id: str) -> Dossier:
        """Raises :class:`StoreError` where there is none, or it cannot be read."""
        # One read for both tables, and built by hand: home shows every head at the start.
        head = self._head(dossier_id).storage.read() or {}
        try:
            runs = tuple(
                RunRecord(**{**run, "title": Text(**run["title"])}) for run in head["runs"].values()
            )
            return Dossier(**head["dossier"][str(ONLY)], runs=runs)
        except (TypeError, KeyError, AttributeError):
            raise damaged(dossier_id) from None

    def keep_dossier(self, dossier: Dossier) -> None:
        self._fs.make_folder(self._folder / "dossiers" / dossier.id)
        content = to_data(replace(dossier, runs=()))
        del content["runs"]
        runs = {str(place): to_data(run) for place, run in enumerate(dossier.runs, 1)}
        # One write for both tables, so that a head is never half of one state, half of another.
        self._head(dossier.id).storage.write({"dossier": {str(ONLY): content}, "runs": runs})

    # -- instruments ----------------------------------------------------------------------------

    def keep_instrument(self, instrument: Instrument) -> None:
        path = self._folder / "instruments" / instrument.hash
        if not path.exists():
            self._fs.make_folder(path.parent)
            self._fs.replace(path, seal(INSTRUMENT, to_data(instrument)))

    def instrument(self, content_hash: str) -> Instrument:
        """The copy that was answered, its settings as plain data."""
        path = self._folder / "instruments" / content_hash
        try:
            sealed = self._fs.read(path)
        except FileNotFoundError:
            raise damaged(content_hash[:12]) from None
        return _built(unseal(INSTRUMENT, sealed, content_hash[:12]), Instrument, content_hash[:12])

    # -- administrations ------------------------------------------------------------------------

    def begin_run(self, dossier_id: str, run_id: str) -> None:
        """Make the file of an administration: from now on, its absence is damage."""
        path = self._folder / "dossiers" / dossier_id / run_id
        self._fs.replace(path, seal(RUN, {"answers": {}}))

    def keep_answer(self, dossier_id: str, run_id: str, given: Given) -> None:
        run = self._run(dossier_id, run_id)
        if run.table("profile"):
            raise StoreError(N_("This questionnaire is finished: its answers stand."))
        table = run.table("answers")
        data, kept = to_data(given), table.get(where("step") == given.step)
        # TinyDB's upsert would write twice where the answer is new.
        if isinstance(kept, Document):
            table.update(data, doc_ids=[kept.doc_id])
        else:
            table.insert(data)

    def answers(self, dossier_id: str, run_id: str) -> Sequence[Given]:
        table = self._run(dossier_id, run_id).table("answers")
        try:
            return [given_from(data) for data in table]
        except (TypeError, ValueError, KeyError):
            raise damaged(run_id) from None

    def keep_profile(self, dossier_id: str, run_id: str, profile: Profile) -> None:
        table = self._run(dossier_id, run_id).table("profile")
        # The answers stand beside it in the same file: a profile does not repeat them.
        table.upsert(Document(to_data(replace(profile, given=())), doc_id=ONLY))

    def profile(self, dossier_id: str, run_id: str) -> Profile | None:
        kept = self._run(dossier_id, run_id).table("profile").get(doc_id=ONLY)
        if not isinstance(kept, Document):
            return None
        given = tuple(self.answers(dossier_id, run_id))
        return replace(_built(kept, Profile, run_id), given=given)

    def _head(self, dossier_id: str) -> TinyDB:
        return database(self._folder / "dossiers" / dossier_id / HEAD, HEAD, self._fs, dossier_id)

    def _run(self, dossier_id: str, run_id: str) -> TinyDB:
        path = self._folder / "dossiers" / dossier_id / run_id
        if not path.exists():
            raise damaged(run_id)
        return database(path, RUN, self._fs)


def _built(data: Any, kind: type[T], name: str) -> T:
    try:
        return from_data(dict(data), kind)
    except Exception as error:  # cattrs raises groups of whatever the parts raised
        raise damaged(name) from error
