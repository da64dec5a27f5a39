"""What the program asks of whatever keeps its dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, Note
from progpro_tui.core.errors import StoreError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile


class DossierRepository(Protocol):
    """Where dossiers are kept. Whatever returns from a ``keep`` is durable."""

    def dossiers(self) -> tuple[list[Dossier], list[StoreError]]:
        """Every dossier that can be read, and what is wrong with the others."""

    def dossier(self, dossier_id: str) -> Dossier: ...

    def keep_dossier(self, dossier: Dossier) -> None: ...

    def notes(self, dossier_id: str) -> Sequence[Note]:
        """The notes of a dossier, oldest first."""

    def keep_note(self, dossier_id: str, note: Note) -> None:
        """Keep a note, new or changed."""

    def drop_note(self, dossier_id: str, note_id: str) -> None: ...

    def keep_instrument(self, instrument: Instrument) -> None: ...

    def instrument(self, content_hash: str) -> Instrument: ...

    def begin_run(self, dossier_id: str, run_id: str) -> None: ...

    def check_run(self, dossier_id: str, run_id: str) -> None:
        """Raise :class:`StoreDamaged` where not everything that a run held can be read."""

    def keep_answer(self, dossier_id: str, run_id: str, given: Given) -> None: ...

    def answers(self, dossier_id: str, run_id: str) -> Sequence[Given]: ...

    def keep_profile(self, dossier_id: str, run_id: str, profile: Profile) -> None: ...

    def profile(self, dossier_id: str, run_id: str) -> Profile | None: ...
