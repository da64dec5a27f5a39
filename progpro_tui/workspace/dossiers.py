"""Dossiers: begin one, list them, find one."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from progpro_tui.core.clean import purged
from progpro_tui.core.dossier import Dossier, Programme, RunRecord
from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.core.text import N_
from progpro_tui.workspace.practice import Clock

if TYPE_CHECKING:
    from progpro_tui.storage.dossier_repository import DossierRepository

LONGEST_NAME = 200
MOST_PROPOSED = 5

LIST_MADE_ANEW = N_("The list of dossiers is made anew: {n} of {total}")
"""Said while every dossier is read, since the index of the list is lost or wrong."""


def new_id() -> str:
    """A random name for a dossier or a run: it says nothing of anyone."""
    return secrets.token_hex(8)


class _Unmarked(dict[int, int | None]):
    """What becomes of each letter when accents go, looked up once."""

    def __missing__(self, letter: int) -> int | None:
        self[letter] = None if unicodedata.combining(chr(letter)) else letter
        return self[letter]


_UNMARKED = _Unmarked()


@lru_cache(maxsize=2**15)  # a search compares every name again at each key
def folded(words: str) -> str:
    """Words as a search compares them: without accents or case."""
    if words.isascii():
        return words.lower()
    return unicodedata.normalize("NFKD", words.casefold()).translate(_UNMARKED)


def matching(dossiers: Iterable[Dossier], sought: str) -> list[Dossier]:
    """The dossiers whose person has every word that is sought."""
    words = folded(sought).split()
    return [d for d in dossiers if all(word in folded(d.person) for word in words)]


def fit_name(person: str) -> str:
    """A person's name as it is kept. Raises :class:`InputError` where it is empty or endless."""
    person = " ".join(purged(person.replace("\t", " "), lines=True).split())
    if not any(letter.isalnum() for letter in person):
        raise InputError(N_("Type the person’s name, or any name that you both recognise."))
    if len(person) > LONGEST_NAME:
        raise InputError(N_("The name is too long: {most} characters at most."), most=LONGEST_NAME)
    return person


def _names(person: str) -> list[str]:
    """The names of a person, in no order: “Lopez, Ana” is “Ana Lopez”."""
    return sorted(folded(person).replace(",", " ").split())


def _several(named: str) -> InputError:
    words = N_("“{named}” fits several dossiers. Give the id that “progpro dossiers” prints.")
    return InputError(words, named=named)


class UnclearDossier(InputError):
    """A name is nobody's whole name. ``proposed`` are the dossiers that may have been meant."""

    def __init__(self, named: str, proposed: Sequence[Dossier]) -> None:
        self.proposed = tuple(proposed)
        if not proposed:
            super().__init__(
                N_("No dossier fits “{named}”. “progpro dossiers” lists them."), named=named
            )
            return
        people = ", ".join(f"{dossier.person} ({dossier.id})" for dossier in proposed[:MOST_PROPOSED])
        super().__init__(
            N_(
                "“{named}” is nobody’s whole name, and nothing was written. Did you mean {people}? "
                "Give the whole name, or the id."
            ),
            named=named,
            people=people + (", …" if len(proposed) > MOST_PROPOSED else ""),
        )


class Dossiers:
    """The dossiers of one practice."""

    def __init__(self, repository: DossierRepository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock

    def all(self) -> tuple[list[Dossier], list[StoreError]]:
        """The dossiers that are not archived, seen last first, and what is wrong with those that cannot
        be read.
        """
        kept, broken = self._kept()
        return [dossier for dossier in kept if not dossier.archived], broken

    def archived(self) -> list[Dossier]:
        """The dossiers that are out of the list, seen last first."""
        return [dossier for dossier in self._kept()[0] if dossier.archived]

    def _kept(self) -> tuple[list[Dossier], list[StoreError]]:
        kept, broken = self._repository.dossiers()
        return sorted(kept, key=lambda dossier: dossier.seen, reverse=True), broken

    def get(self, dossier_id: str) -> Dossier:
        return self._repository.dossier(dossier_id)

    def archive(self, dossier_id: str, away: bool = True) -> Dossier:
        """Take a dossier out of the list, or back into it. Raises :class:`StoreError`."""
        dossier = self.get(dossier_id)
        if bool(dossier.archived) is not away:
            dossier = replace(dossier, archived=self._now() if away else "")
            self._repository.keep_dossier(dossier)
        return dossier

    def create(self, person: str, programme: Programme) -> Dossier:
        """Begin a dossier. Raises :class:`InputError` on an empty or endless name."""
        now = self._now()
        dossier = Dossier(new_id(), fit_name(person), programme, opened=now, seen=now)
        self._repository.keep_dossier(dossier)
        return dossier

    def find(self, named: str) -> Dossier:
        """The dossier of this id, or of this person: of exactly this name, else where only one fits.

        To read from, never to write to. Raises :class:`InputError` where none or several do.
        """
        try:
            return self.named(named)
        except UnclearDossier as unclear:
            if len(unclear.proposed) == 1:
                return unclear.proposed[0]
            if unclear.proposed:
                raise _several(named) from None
            raise

    def named(self, named: str) -> Dossier:
        """The dossier of this id, or of the person whose whole name this is.

        Accents, case, commas and the order of the names do not count. Raises :class:`InputError` where
        several people have this name, and :class:`UnclearDossier` where nobody has.
        """
        dossiers, broken = self._kept()
        for dossier in dossiers:
            if dossier.id == named:
                return dossier
        for error in broken:
            if error.message.params.get("name") == named:
                raise error
        found = matching(dossiers, named) if named.strip() else []
        whole = [each for each in found if folded(each.person).split() == folded(named).split()]
        whole = whole or [each for each in dossiers if _names(each.person) == _names(named)]
        if len(whole) > 1:
            raise _several(named)
        if not whole:
            raise UnclearDossier(named, found)
        return whole[0]

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
