"""A repository that forgets: for runs that are kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, Note
from progpro_tui.core.errors import StoreError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile


class MemoryRepository:
    """A :class:`DossierRepository` that lasts as long as the program: nothing touches the disk.

    What is asked for and was never kept is a ``KeyError``: nobody else can have taken it away.
    """

    def __init__(self) -> None:
        self._dossiers: dict[str, Dossier] = {}
        self._notes: dict[str, dict[str, Note]] = {}
        self._instruments: dict[str, Instrument] = {}
        self._given: dict[tuple[str, str], dict[str, Given]] = {}
        self._profiles: dict[tuple[str, str], Profile] = {}

    def dossiers(self) -> tuple[list[Dossier], list[StoreError]]:
        return list(self._dossiers.values()), []

    def dossier(self, dossier_id: str) -> Dossier:
        return self._dossiers[dossier_id]

    def keep_dossier(self, dossier: Dossier) -> None:
        self._dossiers[dossier.id] = dossier

    def notes(self, dossier_id: str) -> Sequence[Note]:
        return list(self._notes.get(dossier_id, {}).values())

    def keep_note(self, dossier_id: str, note: Note) -> None:
        self._notes.setdefault(dossier_id, {})[note.id] = note

    def drop_note(self, dossier_id: str, note_id: str) -> None:
        self._notes.get(dossier_id, {}).pop(note_id, None)

    def keep_instrument(self, instrument: Instrument) -> None:
        self._instruments[instrument.hash] = instrument

    def instrument(self, content_hash: str) -> Instrument:
        return self._instruments[content_hash]

    def check_run(self, dossier_id: str, run_id: str) -> None:
        """Memory is never damaged."""

    def begin_run(self, dossier_id: str, run_id: str) -> None:
        self._given[dossier_id, run_id] = {}

    def keep_answer(self, dossier_id: str, run_id: str, given: Given) -> None:
        self._given[dossier_id, run_id][given.step] = given

    def answers(self, dossier_id: str, run_id: str) -> Sequence[Given]:
        return list(self._given[dossier_id, run_id].values())

    def keep_profile(self, dossier_id: str, run_id: str, profile: Profile) -> None:
        self._profiles[dossier_id, run_id] = profile

    def profile(self, dossier_id: str, run_id: str) -> Profile | None:
        return self._profiles.get((dossier_id, run_id))
