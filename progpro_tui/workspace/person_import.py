"""A person's file, of this practice or another, as a new dossier. It is hostile until it was read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from progpro_tui.authoring.loader import fingerprint
from progpro_tui.core.answers import Given
from progpro_tui.core.clean import purged
from progpro_tui.core.dossier import Dossier, Note, RunRecord
from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.audit import Act
from progpro_tui.storage.records import from_data
from progpro_tui.storage.system_errors import reason
from progpro_tui.workspace.dossiers import LONGEST_NAME, fit_name, new_id
from progpro_tui.workspace.erasing import finish_erasures
from progpro_tui.workspace.exports import BOTH
from progpro_tui.workspace.notes import LONGEST
from progpro_tui.workspace.person_export import FORMAT, VERSION
from progpro_tui.workspace.profiles import profile_data
from progpro_tui.workspace.workspace import Workspace

LARGEST = 2**24
"""Bytes of a file that is read: many times what fifty questionnaires take."""
MOST_RUNS, MOST_NOTES = 1_000, 10_000

T = TypeVar("T")


@dataclass(frozen=True)
class Person:
    """What a file holds, checked. Ids are new: those of the file may be anyone's."""

    dossier: Dossier
    runs: tuple[tuple[RunRecord, tuple[Given, ...], Profile | None], ...]
    notes: tuple[Note, ...]
    instruments: tuple[Instrument, ...]


def import_person(workspace: Workspace, path: Path) -> Dossier:
    """Keep the person of a file as a new dossier: the whole of it, or none.

    Raises :class:`InputError` or :class:`StoreError`, and then there is no such dossier, or none from
    the next opening on.
    """
    person = read_person(path)
    workspace.vault.must_write()
    now, dossier = workspace.clock(), person.dossier
    workspace.audit.note(Act.IMPORT, now, dossier.id)
    # Half a person would pass for the whole one: what is cut short will be erased.
    workspace.erasures.begin(dossier.id, now.isoformat(timespec="seconds"))
    try:
        _keep(workspace, person)
        workspace.erasures.call_off(dossier.id)
    except BaseException:
        with suppress(StoreError):
            finish_erasures(workspace)
        raise
    return dossier


def _keep(workspace: Workspace, person: Person) -> None:
    repository, dossier = workspace.repository, person.dossier
    for instrument in person.instruments:
        repository.keep_instrument(instrument)
    repository.keep_dossier(replace(dossier, runs=()))
    for record, answers, profile in person.runs:
        repository.begin_run(dossier.id, record.id)
        for given in answers:
            repository.keep_answer(dossier.id, record.id, given)
        if profile is not None:
            repository.keep_profile(dossier.id, record.id, profile)
    repository.keep_dossier(dossier)
    for note in person.notes:
        repository.keep_note(dossier.id, note)


def read_person(path: Path) -> Person:
    """Read a file and check all of it. Raises :class:`InputError`, which says where it is wrong."""
    data = _content(path)
    if data.get("format") != FORMAT:
        raise InputError(
            N_("{file} is no export of a person: it does not say “{format}”."),
            file=str(path),
            format=FORMAT,
        )
    if data.get("version") != VERSION:
        raise InputError(
            N_("{file} was written by a newer version of progpro. Install that one to import it."),
            file=str(path),
        )
    return _Reading(path, data).person()


def _content(path: Path) -> Mapping[str, Any]:
    try:
        if not path.is_file() and path.exists():  # a pipe or a device may never end
            raise InputError(N_("{file} is no file."), file=str(path))
        with path.open("rb") as opened:
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise InputError(N_("{file} is too large."), file=str(path))
        data = json.loads(content)
    except OSError as error:
        raise InputError(
            N_("{file} cannot be read: {error}."), file=str(path), error=reason(error)
        ) from error
    except (ValueError, RecursionError):
        raise InputError(N_("{file} is no JSON file, or not a whole one."), file=str(path)) from None
    return data if isinstance(data, dict) else {}


class _Reading:
    def __init__(self, path: Path, data: Mapping[str, Any]) -> None:
        self._path = path
        self._data = data

    def person(self) -> Person:
        instruments = {each.hash: each for each in map(self._instrument, self._list("instruments"))}
        parts = self._list("runs")
        if len(parts) > MOST_RUNS:
            raise self._wrong("runs")
        runs = tuple(self._run(place, part, instruments) for place, part in enumerate(parts, start=1))
        head = self._built(self._data.get("dossier"), Dossier, "dossier")
        if len(head.programme) > LONGEST_NAME:
            raise self._wrong("dossier")
        self._check_times("dossier", head.opened, head.seen, head.archived or head.seen)
        records = tuple(record for record, _, _ in runs)
        dossier = replace(head, id=new_id(), person=fit_name(head.person), runs=records)
        return Person(dossier, runs, self._notes(parts, records), tuple(instruments.values()))

    def _notes(self, parts: list[Any], records: tuple[RunRecord, ...]) -> tuple[Note, ...]:
        """The notes, each with the new id of its run. A file that knows no notes has none."""
        new_ids = {str(part["record"]["id"]): new.id for part, new in zip(parts, records, strict=True)}
        found = self._list("notes", [])
        if len(found) > MOST_NOTES:
            raise self._wrong("notes")
        return tuple(self._note(each, new_ids) for each in found)

    def _note(self, part: Any, new_ids: Mapping[str, str]) -> Note:
        note = self._built(part, Note, "notes")
        self._check_times("notes", note.written)
        words = purged(note.words, lines=True).strip()
        if not words or len(words) > LONGEST:
            raise self._wrong("notes")
        return Note(new_id(), note.written, words, new_ids.get(note.run, ""))

    def _run(
        self, place: int, part: Any, instruments: Mapping[str, Instrument]
    ) -> tuple[RunRecord, tuple[Given, ...], Profile | None]:
        where = f"runs[{place}]"
        if not isinstance(part, dict) or not isinstance(part.get("answers"), list):
            raise self._wrong(where)
        record = self._built(part.get("record"), RunRecord, where)
        self._check_times(where, record.started, record.finished or record.started)
        answers = tuple(self._built(each, Given, f"{where}.answers") for each in part["answers"])
        profile = part.get("profile")
        made = None if profile is None else self._built(profile, Profile, f"{where}.profile")
        if record.hash not in instruments or bool(record.finished) is not (made is not None):
            raise self._wrong(where)
        if made is not None:
            shown = replace(made, given=answers)
            self._check_shown(f"{where}.profile", shown, instruments[record.hash])
        return replace(record, id=new_id()), answers, made

    def _check_shown(self, where: str, profile: Profile, instrument: Instrument) -> None:
        """Refuse a profile of which no page can be made: it would stop whoever opens it."""
        from progpro_tui.reports.pages import Subject, profile_document

        subject, today = Subject("", "", "", "2026-01-01"), Translator("en")
        try:
            json.dumps(profile_data(profile, instrument, today), ensure_ascii=False).encode()
            profile_document(profile, instrument, subject, today.language, BOTH)
        except Exception as error:  # whatever its parts raise where they do not fit each other
            raise self._wrong(where) from error

    def _instrument(self, part: Any) -> Instrument:
        found = self._built(part, Instrument, "instruments")
        # A copy under the hash of another would be shown to whoever answers that one next.
        if fingerprint(part) != found.hash:
            raise self._wrong("instruments")
        return found

    def _list(self, name: str, missing: list[Any] | None = None) -> list[Any]:
        part = self._data.get(name, missing)
        if not isinstance(part, list):
            raise self._wrong(name)
        return part

    def _built(self, part: Any, kind: type[T], where: str) -> T:
        try:
            return from_data(part, kind)
        except Exception as error:  # cattrs raises groups of whatever the parts raised
            raise self._wrong(where) from error

    def _check_times(self, where: str, *times: str) -> None:
        try:
            for time in times:
                datetime.fromisoformat(time)
        except ValueError:
            raise self._wrong(where) from None

    def _wrong(self, where: str) -> InputError:
        words = N_("{file}: “{part}” is not as progpro writes it. Nothing was written.")
        return InputError(words, file=str(self._path), part=where)
