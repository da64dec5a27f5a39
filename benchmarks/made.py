"""What is measured on: instruments, dossiers and answers, as many as a row asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.steps import SEEN
from progpro_tui.core.text import Text
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import new_practice
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.workspace import Workspace

BUNDLED = "interests"
WHEN = "2026-11-23T09:30:00+01:00"
CODE = "75310864"


class UnsyncedFs(Fs):
    """Writes without waiting for the disk: for what is only prepared."""

    def sync(self, descriptor: int) -> None: ...

    def sync_folder(self, folder: Path) -> None: ...


def practice(folder: Path) -> Workspace:
    """A practice with nobody in it, prepared without waiting for the disk."""
    return new_practice(folder, code=CODE, fs=UnsyncedFs())


def marker(place: int) -> str:
    """What the item at this place (from 1) says and nothing else on a screen does."""
    return f"n°{place:04}"


def instrument(items: int) -> Instrument:
    """The bundled questionnaire with so many items, each marked by its place."""
    bundled = Workspace(Path()).shelf.find(BUNDLED)
    made = []
    for place in range(items):
        item = bundled.items[place % len(bundled.items)]
        words = {code: f"{marker(place + 1)} {said}" for code, said in item.text.standard.items()}
        made.append(replace(item, id=f"i{place + 1:04}", text=Text(words)))
    content_hash = hashlib.sha256(f"benchmark {items}".encode()).hexdigest()
    return replace(bundled, items=tuple(made), hash=content_hash)


def answers(of: Instrument, count: int) -> list[Given]:
    """The instructions seen, and the first ``count`` items answered."""
    given = [Given("show:instructions", SEEN, at=WHEN, seconds=9.41, by="person")]
    given += [
        Given(item.id, 1 + (place * 7 + place // 6) % 5, at=WHEN, seconds=4.21, by="person")
        for place, item in enumerate(of.items[:count])
    ]
    return given


def keep_answers(workspace: Workspace, dossier_id: str, run_id: str, given: Sequence[Given]) -> None:
    """Keep answers of a run, one after the other, as they would have been."""
    for answer in given:
        workspace.repository.keep_answer(dossier_id, run_id, answer)


def sitting(workspace: Workspace, dossier: Dossier, of: Instrument, answered: int) -> Sitting:
    """A run of ``of`` in ``dossier`` that has so many answers already."""
    begun = workspace.runs.begin(dossier, of)
    given = answers(of, answered)
    keep_answers(workspace, dossier.id, begun.record.id, given)
    return workspace.runs.resume(dossier.id, begun.record.id)


def fill(workspace: Workspace, dossier: Dossier, of: Instrument, runs: int) -> Dossier:
    """So many finished runs in a dossier, every item answered."""
    begun = workspace.runs.begin(dossier, of)
    records: list[RunRecord] = []
    for place in range(runs):
        record = replace(begun.record, id=f"run{place:05}", finished=WHEN)
        workspace.repository.begin_run(dossier.id, record.id)
        keep_answers(workspace, dossier.id, record.id, answers(of, len(of.items)))
        records.append(record)
    full = replace(dossier, runs=tuple(records))
    workspace.repository.keep_dossier(full)
    return full


def dossiers(workspace: Workspace, count: int, of: Instrument) -> None:
    """So many dossiers with one finished run each; no answers, which no list reads."""
    first = workspace.dossiers.create(person(0), "bilan")
    record = replace(workspace.runs.begin(first, of).record, finished=WHEN)
    workspace.repository.keep_dossier(replace(first, runs=(record,)))
    ids = [f"{place:016x}" for place in range(1, count)]
    workspace.vault.add_key(*ids)  # at once: one by one, the key table is written as often
    for place, dossier_id in enumerate(ids, 1):
        head = replace(first, id=dossier_id, person=person(place), runs=(record,))
        workspace.repository.keep_dossier(head)


def person(place: int) -> str:
    return f"Personne {place:04}, Éléonore"
