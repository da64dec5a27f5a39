"""Ten thousand dossiers: listed, searched, opened, begun, and their index lost."""

from __future__ import annotations

import asyncio
import random
import time
from functools import partial
from pathlib import Path

from benchmarks import made
from benchmarks.clock import RUNS, median, seconds
from benchmarks.paper import on_paper
from benchmarks.profiles import call_lines
from benchmarks.rows import Group, Lines, Row, Target
from benchmarks.start_up import listed
from progpro_tui.core.instrument import Instrument
from progpro_tui.i18n.translator import Translator
from progpro_tui.testing.practice import CHEAP, PASSPHRASE
from progpro_tui.tui.app import ProgproApp
from progpro_tui.workspace.dossiers import folded, matching
from progpro_tui.workspace.workspace import Workspace

FEW, SIZES = 10, (100, 1000, 10_000)
ROUNDS = 25
ADDED, ALIKE, BEGUN = Target(most=0.15), Target(ratio=1.2), Target(most=0.1)
SOUGHT = "9"
"""Stands in a third of ten thousand names."""


def measure(folder: Path) -> Group:
    short = made.instrument(60)
    made.practice(folder / "none").close()
    for count in (FEW, *SIZES):
        workspace = made.practice(folder / f"of-{count}")
        made.dossiers(workspace, count, short)
        workspace.close()
    rows = [*_listed(folder), *_opened(folder, short), *_lost(folder)]
    notes = [
        f"lists and searches: median of {RUNS} starts; opened and begun: of {ROUNDS}, by turns, closed"
        " before each",
        f"the reference of a list is an empty practice, of the others one of {FEW}",
    ]
    return Group("TEN THOUSAND DOSSIERS", rows, notes)


def _listed(folder: Path) -> list[Row]:
    starts = [listed(folder / "none"), *(listed(folder / f"of-{n}", "Personne 0") for n in SIZES)]
    rounds = [[start().seconds for start in starts] for _ in range(RUNS + 1)][1:]
    empty, *taken = (median([spent[place] for spent in rounds]) for place in range(len(starts)))
    searches = [
        [asyncio.run(_searched(folder / f"of-{n}")) for n in (FEW, *SIZES)] for _ in range(RUNS)
    ]
    few, *found = (median([spent[place] for spent in searches]) for place in range(len(SIZES) + 1))
    rows = []
    for count, spent, search in zip(SIZES, taken, found, strict=True):
        lists, seeks = max(0.0, spent - empty), max(0.0, search - few)
        last = count == SIZES[-1]
        explain = partial(_explain_list, folder / f"of-{count}")
        rows += [
            Row(f"exec to list, {count} dossiers: added", lists, empty),
            Row("  first letter of a search: added", seeks, few),
            Row("  both together", lists + seeks, None, ADDED if last else None, explain=explain),
        ]
    return rows


async def _searched(folder: Path) -> float:
    """Home, and a letter in its search field: seconds until what it finds is painted."""
    workspace = _open(folder)
    folded.cache_clear()
    found = matching(workspace.dossiers.all()[0], SOUGHT)
    folded.cache_clear()
    app = ProgproApp(workspace, "fr")
    count = Translator("fr")(("{n} dossier", "{n} dossiers"), n=len(found))
    async with on_paper(app) as hand:
        spent = await hand.press(SOUGHT, count)
    workspace.close()
    return spent


def _opened(folder: Path, short: Instrument) -> list[Row]:
    """A dossier opened and an answer recorded; and another begun, for which all keys are written."""
    workspaces = {count: _open(folder / f"of-{count}") for count in (FEW, *SIZES)}
    ids = {n: [each.id for each in one.dossiers.all()[0]] for n, one in workspaces.items()}
    chance = random.Random(1)
    opened: dict[int, list[float]] = {count: [] for count in workspaces}
    begun: dict[int, list[float]] = {count: [] for count in workspaces}
    for _ in range(ROUNDS + 1):
        for count, workspace in workspaces.items():
            workspace.repository.databases.close()  # so that no dossier is open from before
            one = chance.choice(ids[count])
            opened[count].append(seconds(partial(_answer, workspace, one, short)))
            begun[count].append(seconds(partial(workspace.dossiers.create, "Amina Delorme", "bilan")))
    for workspace in workspaces.values():
        workspace.close()
    rows = []
    for name, spent, target in (("opened, answered", opened, ALIKE), ("another begun", begun, BEGUN)):
        few = median(spent[FEW][1:])
        for count in SIZES:
            wanted = target if count == SIZES[-1] else None
            rows.append(Row(f"one of {count} {name}", median(spent[count][1:]), few, wanted))
    return rows


def _answer(workspace: Workspace, dossier_id: str, short: Instrument) -> None:
    sitting = workspace.runs.begin(workspace.dossiers.get(dossier_id), short)
    sitting.answer("seen", language="fr", by="person")
    sitting.answer(3, language="fr", by="person")


def _lost(folder: Path) -> list[Row]:
    """The index deleted: how long the list takes then, and whether anybody is told."""
    rows = []
    for count in SIZES:
        workspace = _open(folder / f"of-{count}")
        for path in (workspace.folder / "index").iterdir():
            path.unlink()
        told = _Told()
        start = time.perf_counter()
        workspace.repository.list_dossiers(told)
        spent = time.perf_counter() - start
        workspace.close()
        flaw = "" if told.times >= count else "nobody was told how far it is"
        rows.append(Row(f"index of {count} lost: made anew", spent, flaw=flaw))
    return rows


class _Told:
    """Somebody who is told how far it is."""

    times = 0

    def __call__(self, done: int, total: int) -> None:
        self.times += 1


def _open(folder: Path) -> Workspace:
    workspace = Workspace(folder, kdf=CHEAP)
    workspace.unlock(PASSPHRASE)
    return workspace


def _explain_list(folder: Path) -> Lines:
    workspace = _open(folder)

    def list_and_search() -> None:
        folded.cache_clear()
        matching(workspace.dossiers.all()[0], SOUGHT)

    lines = call_lines(list_and_search)
    workspace.close()
    return lines
