"""A program that writes into a practice without end, and says on a pipe what was acknowledged.

Run as a process, it takes orders as JSON lines, and has each done by a child of its own, so that a
thousand writers cost one start. What a child tells is one line in one write: never half a line.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.storage import journal_storage
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import new_practice, unlocked
from progpro_tui.workspace.dossiers import new_id
from tests.durability.ledger import Key, head
from tests.support import answered, riasec

STEPS = 40
MOST_DOSSIERS, MOST_RUNS = 6, 4
SMALL = riasec(1)


class ForgetfulFs(Fs):
    """Acknowledges what the disk may not have: what a store would be without its syncs."""

    def sync(self, descriptor: int) -> None:
        return

    def sync_folder(self, folder: Path) -> None:
        return


@dataclass(frozen=True)
class Order:
    """What a writer shall do: where, by which chance, with or without syncs, how much.

    ``enough`` is the size from which on a journal becomes a snapshot. ``count`` 0 is without end.
    """

    folder: str
    seed: int
    syncs: bool = True
    enough: int = 4000
    count: int = 0


class Writer:
    """One life of a program that writes."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._chance = Random(order.seed)
        self._fs = Fs() if order.syncs else ForgetfulFs()
        journal_storage.ENOUGH = order.enough
        self._start()

    def _start(self) -> None:
        self._workspace = unlocked(Path(self._order.folder), fs=self._fs)
        self._repository = self._workspace.repository
        self._dossiers = {each.id: each for each in self._workspace.dossiers.all()[0]}
        self._finished = {
            (each.id, run.id)
            for each in self._dossiers.values()
            for run in each.runs
            if self._repository.profile(each.id, run.id) is not None
        }

    def write(self) -> None:
        done = 0
        while not self._order.count or done < self._order.count:
            done += 1
            draw = self._chance.random()
            if draw < 0.02 or not self._dossiers:
                self._new_dossier()
            elif draw < 0.06 or not self._open_runs():
                self._new_run()
            elif draw < 0.07:
                self._finish()
            elif draw < 0.08:
                self._workspace.vault.rotate()
            elif draw < 0.10:
                self._workspace.close()
                self._start()
            else:
                self._answer()
        self._workspace.close()

    def _open_runs(self) -> list[tuple[str, str]]:
        every = [(each.id, run.id) for each in self._dossiers.values() for run in each.runs]
        return [each for each in every if each not in self._finished]

    def _new_dossier(self) -> None:
        if len(self._dossiers) < MOST_DOSSIERS:
            self._keep(Dossier(new_id(), f"Person {len(self._dossiers)}", "bilan", "", ""))

    def _new_run(self) -> None:
        dossier = self._chance.choice(list(self._dossiers.values()))
        if len(dossier.runs) < MOST_RUNS or not self._open_runs():
            record = run_record(new_id())
            self._repository.keep_instrument(SMALL)
            self._repository.begin_run(dossier.id, record.id)
            self._keep(replace(dossier, runs=(*dossier.runs, record)))

    def _keep(self, dossier: Dossier) -> None:
        tell_doing(("head", dossier.id), head(dossier.person, [run.id for run in dossier.runs]))
        self._repository.keep_dossier(dossier)
        tell("kept")
        self._dossiers[dossier.id] = dossier

    def _finish(self) -> None:
        dossier, run = self._chance.choice(self._open_runs())
        tell_doing(("profile", dossier, run), "made")
        self._repository.keep_profile(dossier, run, answered(SMALL, {"r1": 4}).profile())
        tell("kept")
        self._finished.add((dossier, run))

    def _answer(self) -> None:
        dossier, run = self._chance.choice(self._open_runs())
        step = f"q{self._chance.randrange(STEPS)}"
        words = str(self._chance.getrandbits(40)) * self._chance.choice((1, 1, 1, 30))
        tell_doing(("answer", dossier, run, step), words)
        self._repository.keep_answer(dossier, run, Given(step, words))
        tell("kept")


def run_record(run: str) -> RunRecord:
    """A run as a head lists it."""
    return RunRecord(
        id=run,
        instrument=SMALL.id,
        version=SMALL.version,
        hash=SMALL.hash,
        title=SMALL.title,
        kind=SMALL.kind,
        plugin="rating",
        seed=1,
        asked=STEPS,
        started="",
    )


def tell_doing(key: Key, value: str) -> None:
    tell("doing", json.dumps([key, value]))


def tell(*words: str) -> None:
    """One line to whoever listens; by ``writev``, so that a test can make every ``write`` fail."""
    os.writev(1, [" ".join(words).encode() + b"\n"])


def obey(order: Order) -> None:
    """Write as ordered, and end this process; what goes wrong stands on standard error."""
    try:
        Writer(order).write()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Do each order of the standard input in a child, and tell its number and its end."""
    with tempfile.TemporaryDirectory() as folder:  # what is imported late is imported once
        new_practice(Path(folder) / "practice").close()
    for line in sys.stdin:
        order = Order(**json.loads(line))
        child = os.fork()
        if not child:
            obey(order)
        tell("born", str(child))
        _, status = os.waitpid(child, 0)
        tell("died", str(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    main()
