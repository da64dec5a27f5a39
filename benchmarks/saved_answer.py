"""One answer, from being given to being durable; beside the disk's own part of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks import made
from benchmarks.clock import median, p99
from benchmarks.places import file_system
from benchmarks.profiles import call_lines
from benchmarks.rows import Group, Lines, Row, Target
from progpro_tui.core.dossier import Dossier
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import unlocked
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.workspace import Workspace

ROUNDS, KEYS = 5, 60
ADMINISTRATIONS, BEHIND = (1, 20, 200), (10, 100, 1000)
DURABLE, ALIKE = Target(most=0.002), Target(ratio=1.5)
SLOW = 0.0015
"""Seconds of the bare disk at which our own p99 says little about the program."""


class WaitingFs(Fs):
    """Knows how long it has waited for the disk."""

    waited = 0.0

    def sync(self, descriptor: int) -> None:
        start = time.perf_counter()
        super().sync(descriptor)
        self.waited += time.perf_counter() - start


@dataclass
class Taken:
    """Seconds of each answer, of that without waiting for the disk, and of the bare disk."""

    ours: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    disk: list[float] = field(default_factory=list)


def measure(folder: Path) -> Group:
    practice = folder / "answers"
    quick, workspace = made.practice(practice), unlocked(practice, fs=WaitingFs())
    short = made.instrument(KEYS)
    dossiers = [
        made.fill(quick, quick.dossiers.create(made.person(runs), "bilan"), short, runs)
        for runs in ADMINISTRATIONS
    ]
    taken = [Taken() for _ in dossiers]
    for _ in range(ROUNDS):
        for place, dossier in enumerate(dossiers):
            sitting = workspace.runs.begin(dossier, short)
            _answer_all(workspace, sitting, taken[place])
    rows = _rows(taken, partial(_explain, workspace, dossiers[1]))
    where = f"{file_system(practice)} ({folder.parent})"
    notes = [
        f"{len(taken[0].ours)} answers each, by turns, on {where}; each turn adds one administration",
        "the reference appends as many bytes to a file, and fdatasync",
    ]
    if max(p99(each.disk) for each in taken) > SLOW:
        notes.append("THE DISK ALONE took long: something else was writing; measure again")
    return Group("SAVED ANSWER (Sitting.answer)", [*rows, *_growth(workspace)], notes)


def _rows(taken: list[Taken], explain: Callable[[], Lines]) -> list[Row]:
    rows = []
    for count, each in zip(ADMINISTRATIONS, taken, strict=True):
        name = f"{count} administration{'s' if count > 1 else ''} in the dossier: "
        rows += [
            Row(f"{name}median", median(each.ours), median(each.disk)),
            Row(f"{name}p99", p99(each.ours), p99(each.disk), DURABLE, explain=explain),
            Row("  of which not waiting for the disk: p99", p99(each.own)),
        ]
    one, *_, most = (median(each.ours) for each in taken)
    name = f"{ADMINISTRATIONS[-1]} administrations, over one: median"
    return [*rows, Row(name, most, one, ALIKE, explain=explain)]


def _growth(workspace: Workspace) -> list[Row]:
    """The same answer behind more and more answers of its own run, which is one file."""
    rows = []
    for count in BEHIND:
        dossier = workspace.dossiers.create(made.person(count), "bilan")
        sitting = made.sitting(workspace, dossier, made.instrument(count + KEYS), count)
        taken = Taken()
        _answer_all(workspace, sitting, taken)
        name = f"{count} answers behind, in the same run: median"
        rows.append(Row(name, median(taken.ours), median(taken.disk)))
    return rows


def _answer_all(workspace: Workspace, sitting: Sitting, taken: Taken) -> None:
    """Answer to the end; after each answer, append as many bytes the plain way. The first warms up."""
    folder, fs = _folder(workspace, sitting), workspace.fs
    assert isinstance(fs, WaitingFs)
    beside = folder.with_name("beside")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    first, before = True, _size(folder)
    while step := sitting.step:
        answer = "seen" if not step.asks else 3
        start, waited = time.perf_counter(), fs.waited
        sitting.answer(answer, language="fr", by="person")
        spent, waited = time.perf_counter() - start, fs.waited - waited
        content, before = bytes(max(1, _size(folder) - before)), _size(folder)
        start = time.perf_counter()
        os.write(descriptor, content)
        os.fdatasync(descriptor)
        if not first:
            taken.ours.append(spent)
            taken.own.append(spent - waited)
            taken.disk.append(time.perf_counter() - start)
        first = False
    os.close(descriptor)
    beside.unlink()


def _folder(workspace: Workspace, sitting: Sitting) -> Path:
    return workspace.folder / "dossiers" / sitting.dossier_id / sitting.record.id


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def _explain(workspace: Workspace, dossier: Dossier) -> Lines:
    sitting = workspace.runs.begin(dossier, made.instrument(KEYS))

    def answer_all() -> None:
        while step := sitting.step:
            sitting.answer(3 if step.asks else "seen", language="fr")

    return call_lines(answer_all)
