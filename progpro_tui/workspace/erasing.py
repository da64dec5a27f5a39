"""Erases a dossier for good, and certifies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.core.text import N_
from progpro_tui.storage.audit import Act
from progpro_tui.storage.practice_table import PracticeTable
from progpro_tui.storage.vault import PRACTICE
from progpro_tui.workspace.backups import OutOfReach

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace

CERTIFICATES = "certificates"


@dataclass(frozen=True)
class Erased:
    """What was destroyed of a dossier. ``when`` is ISO; ``runs`` and ``answers`` are how many.

    ``backups`` had the key taken out of them. ``beyond`` are the places that could not be reached:
    the folder, the last backup made there (ISO), and until when one may be kept (an ISO date).
    """

    id: str
    when: str
    runs: int
    answers: int
    backups: int
    beyond: tuple[tuple[str, str, str], ...] = ()


def erase(workspace: Workspace, dossier_id: str) -> Erased:
    """Destroy a dossier: nobody can read it any more, here or in a backup in reach.

    Raises :class:`InputError` where there is none or a beneficiary has the keyboard, and
    :class:`StoreError` where it could not be finished: then this is tried again, or the next opening
    finishes it.
    """
    vault = workspace.vault
    vault.must_write()
    if workspace.practice.handed_over:
        raise InputError(
            N_("Somebody has the keyboard in this practice. Take it back first: in the app, by code.")
        )
    if dossier_id in workspace.erasures.begun():
        return _carry_out(workspace, dossier_id)
    if not vault.has_key(dossier_id) or dossier_id == PRACTICE:
        raise InputError(N_("There is no dossier “{id}”."), id=dossier_id)
    now = workspace.clock()
    workspace.audit.note(Act.ERASE, now, dossier_id)
    runs, answers = _held(workspace, dossier_id)
    workspace.erasures.begin(dossier_id, now.isoformat(timespec="seconds"), runs, answers)
    return _carry_out(workspace, dossier_id)


def finish_erasures(workspace: Workspace) -> None:
    """Finish what was cut short; what cannot be finished now is tried again at the next opening."""
    for dossier_id in workspace.erasures.begun():
        _carry_out(workspace, dossier_id)


def certified(workspace: Workspace, dossier_id: str) -> Erased:
    """What was kept of an erasure. Raises :class:`InputError` where none was."""
    kept = _certificates(workspace).all().get(dossier_id)
    if kept is None:
        raise InputError(N_("No dossier “{id}” was destroyed in this practice."), id=dossier_id)
    beyond = tuple((str(place), str(last), str(until)) for place, last, until in kept["beyond"])
    return Erased(**{**kept, "beyond": beyond})


def _carry_out(workspace: Workspace, dossier_id: str) -> Erased:
    intent = workspace.erasures.begun()[dossier_id]

    def renew() -> None:
        count, beyond = workspace.backups.renew()
        erased = Erased(
            dossier_id, intent.when, intent.runs, intent.answers, count, tuple(map(_told, beyond))
        )
        _certificates(workspace).put(dossier_id, asdict(erased))

    workspace.erasures.carry_out(dossier_id, renew)
    return certified(workspace, dossier_id)


def _told(place: OutOfReach) -> tuple[str, str, str]:
    return str(place.folder), place.last.isoformat(), place.until.isoformat()


def _held(workspace: Workspace, dossier_id: str) -> tuple[int, int]:
    """How many runs and answers a dossier has, as far as they can be read."""
    try:
        runs: Sequence[Any] = workspace.repository.dossier(dossier_id).runs
    except StoreError:
        return 0, 0
    answers = 0
    for run in runs:
        try:
            answers += workspace.runs.progress(dossier_id, run.id)
        except StoreError:
            continue
    return len(runs), answers


def _certificates(workspace: Workspace) -> PracticeTable:
    return PracticeTable(workspace.vault, workspace.repository.databases, CERTIFICATES)
