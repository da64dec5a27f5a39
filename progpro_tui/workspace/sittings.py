"""Sittings outside the app: one kept in a dossier, begun or resumed, or one that is kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import InputError
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import N_
from progpro_tui.storage.memory import MemoryRepository
from progpro_tui.workspace.dossiers import Dossiers, new_id
from progpro_tui.workspace.runs import Runs, Sitting
from progpro_tui.workspace.workspace import Workspace


@dataclass(frozen=True)
class Seated:
    """A sitting, and whether its run was begun before."""

    sitting: Sitting
    resumed: bool = False


def sit_down(workspace: Workspace, named: str, instrument: Instrument) -> Seated:
    """A sitting in the dossier of this id or person: the run that is under way, else a new one.

    Raises :class:`InputError` where no such dossier is, or while a beneficiary has the keyboard: then
    no dossier is opened for anyone who comes by.
    """
    dossier = dossier_in_hand(workspace, named)
    begun = unfinished(dossier, instrument.id)
    if begun is None:
        return Seated(workspace.runs.begin(dossier, instrument))
    return Seated(workspace.runs.resume(dossier.id, begun.id), resumed=True)


def dossier_in_hand(workspace: Workspace, named: str) -> Dossier:
    """The dossier to write to, of this id or person: a part of a name is never enough.

    Raises :class:`InputError` where there is none, or while a beneficiary has the keyboard.
    """
    if workspace.practice.handed_over:
        raise InputError(
            N_("Somebody has the keyboard in this practice. Take it back first: in the app, by code.")
        )
    return workspace.dossiers.named(named)


def unfinished(dossier: Dossier, instrument_id: str) -> RunRecord | None:
    """The run of an instrument that is under way in a dossier; of several, the one begun last."""
    begun = [run for run in dossier.runs if run.instrument == instrument_id and not run.finished]
    return max(begun, key=lambda run: run.started, default=None)


def trial(
    workspace: Workspace, instrument: Instrument, seed: int | None = None, kept: Iterable[Given] = ()
) -> Seated:
    """A sitting that is kept in memory alone, and gone when the program ends.

    ``seed`` fixes the order in which things are asked; without it the order is drawn. ``kept`` are
    answers given before: those that the questions still accept stand.
    """
    repository = MemoryRepository()
    dossiers = Dossiers(repository, workspace.clock)
    now = workspace.runs.now()
    nobody = Dossier(new_id(), person="", programme="project", opened=now, seen=now)
    repository.keep_dossier(nobody)
    runs = Runs(repository, dossiers, lambda: workspace.host, workspace.clock, workspace.runs.monotonic)
    sitting = runs.begin(nobody, instrument, seed)
    answers = list(kept)
    if not answers:
        return Seated(sitting)
    for given in answers:
        repository.keep_answer(nobody.id, sitting.record.id, given)
    return Seated(runs.resume(nobody.id, sitting.record.id), resumed=True)
