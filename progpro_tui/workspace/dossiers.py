"""Dossiers: begin one, list them, find one."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from progpro_tui.core.dossier import Dossier, Programme, RunRecord
from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.core.text import N_
from progpro_tui.storage.repository import DossierRepository
from progpro_tui.workspace.practice import Clock

LONGEST_NAME = 200


def new_id() -> str:
    """A random name for a dossier or a run: it says nothing of anyone."""
    return secrets.token_hex(8)


def folded(words: str) -> str:
    """Words as a search compares them: without accents or case."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def matching(dossiers: Iterable[Dossier], sought: str) -> list[Dossier]:
    """The dossiers whose person has every word that is sought."""
    words = folded(sought).split()
    return [d for d in dossiers if all(word in folded(d.person) for word in words)]


class Dossiers:
    """The dossiers of one practice."""

    def __init__(self, repository: DossierRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock

    def all(self) -> tuple[list[Dossier], list[StoreError]]:
        """Every dossier, seen last first, and what is wrong with those that cannot be read."""
        kept, broken = self._repository.dossiers()
        return sorted(kept, key=lambda dossier: dossier.seen, reverse=True), broken

    def get(self, dossier_id: str) -> Dossier:
        return self._repository.dossier(dossier_id)

    def create(self, person: str, programme: Programme) -> Dossier:
        """Begin a dossier. Raises :class:`InputError` on an empty or endless name."""
        person = " ".join(person.split())
        if not any(letter.isalnum() for letter in person):
            raise InputError(N_("Type the person’s name, or any name that you both recognise."))
        if len(person) > LONGEST_NAME:
            raise InputError(N_("The name is too long: {most} letters at most."), most=LONGEST_NAME)
        now = self._now()
        dossier = Dossier(new_id(), person, programme, opened=now, seen=now)
        self._repository.keep_dossier(dossier)
        return dossier

    def find(self, named: str) -> Dossier:
        """The dossier of this id, or of this person: of exactly this name, else where only one fits.

        Raises :class:`InputError` where none or several do.
        """
        dossiers, broken = self.all()
        for dossier in dossiers:
            if dossier.id == named:
                return dossier
        for error in broken:
            if error.message.params.get("name") == named:
                raise error
        found = matching(dossiers, named) if named.strip() else []
        words = folded(named).split()
        exact = [dossier for dossier in found if folded(dossier.person).split() == words]
        found = exact or found
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(
                N_("“{named}” fits several dossiers. Give the id that “progpro dossiers” prints."),
                named=named,
            )
        raise InputError(N_("No dossier fits “{named}”. “progpro dossiers” lists them."), named=named)

    def keep_run(self, dossier_id: str, record: RunRecord) -> Dossier:
        """Note a run in its dossier, new or changed, and that the person was seen."""
        dossier = self.get(dossier_id)
        others = [run for run in dossier.runs if run.id != record.id]
        place = next((i for i, run in enumerate(dossier.runs) if run.id == record.id), len(others))
        runs = (*others[:place], record, *others[place:])
        dossier = replace(dossier, runs=runs, seen=self._now())
        self._repository.keep_dossier(dossier)
        return dossier

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")
