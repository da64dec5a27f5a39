"""A scripted day in a practice: begun, dossiers, answers, profiles, other secrets, another store key.

Whoever plays it is told of a refusal in a sentence, and tries again. Run as a process, it says on its
standard output what was acknowledged, for tests that make its system calls fail.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier, Note, RunRecord
from progpro_tui.core.errors import StoreError, WrongPassphrase
from progpro_tui.storage import journal_storage
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import CHEAP, CODE, PASSPHRASE
from progpro_tui.workspace.workspace import Workspace
from tests.durability.ledger import Key, Ledger, everything, head
from tests.durability.writer import SMALL, run_record, tell, tell_doing
from tests.support import answered

OTHER = "grillon falaise laine boussole cerise orage tambour"
ENOUGH = 1200
"""Bytes from which on a journal becomes a snapshot here: a few answers."""

Act = tuple[Key, str, Callable[[], object]]
"""What is acknowledged when it returns, under which key, with which content; and how it is done."""


class Session:
    """One day. ``refused`` is what its person was told, ``passphrases`` are those that may open it."""

    def __init__(self, folder: Path, fs: Fs, ledger: Ledger, trials: int = 2) -> None:
        self.folder = folder
        self.ledger = ledger
        self.refused: list[StoreError] = []
        self.passphrases: list[str] = [PASSPHRASE]
        self.workspace = Workspace(folder, kdf=CHEAP, fs=fs)
        self._trials = trials
        self._heads: dict[str, Dossier] = {}
        journal_storage.ENOUGH = ENOUGH

    def play(self) -> None:
        for key, value, act in self._script():
            self.ledger.begin(key, value)
            self._attempt(act)
            self.ledger.acknowledge()

    def _attempt(self, act: Callable[[], object]) -> None:
        for left in reversed(range(self._trials)):
            try:
                act()
                return
            except StoreError as error:
                self.refused.append(error)
                if not left:
                    raise

    def end(self) -> None:
        """The program ends, whatever it was doing: its lock is free."""
        self.workspace.lock.release()

    # -- the script -----------------------------------------------------------------------------

    def _script(self) -> Iterator[Act]:
        yield self._other("created", self._create)
        yield self._head("d1")
        yield self._run("d1", "run1")
        yield from (self._answer("d1", "run1", f"q{n}", f"first {n}") for n in range(4))
        yield self._answer("d1", "run1", "q2", "changed")
        yield self._note("d1", "n1", "noted once")
        yield self._other("handed", lambda: self.workspace.practice.hand_over("d1", "run1"))
        yield self._head("d2")
        yield self._run("d2", "run2")
        yield self._other("passphrase", self._change_passphrase)
        self.passphrases = [OTHER]
        yield from (self._answer("d2", "run2", f"q{n}", f"second {n} " * 40) for n in range(5))
        yield self._other("reopened", self._reopen)
        yield self._answer("d1", "run1", "q5", "after a pause")
        yield self._note("d1", "n1", "noted anew")
        yield self._note("d1", "n2", "noted besides")
        yield self._other("rotated", self.workspace.vault.rotate)
        yield self._answer("d2", "run2", "q1", "after a rotation")
        yield self._profile("d1", "run1")
        yield self._run("d1", "run3")
        yield self._answer("d1", "run3", "q1", "last")

    def _head(self, dossier: str, *runs: RunRecord) -> Act:
        made = Dossier(dossier, f"Person {dossier}", "bilan", "", "", runs)
        self._heads[dossier] = made
        content = head(made.person, [run.id for run in runs])
        return ("head", dossier), content, lambda: self.workspace.repository.keep_dossier(made)

    def _run(self, dossier: str, run: str) -> Act:
        record = run_record(run)
        key, content, keep = self._head(dossier, *self._heads[dossier].runs, record)

        def begin() -> None:
            self.workspace.repository.keep_instrument(SMALL)
            self.workspace.repository.begin_run(dossier, run)
            keep()

        return key, content, begin

    def _answer(self, dossier: str, run: str, step: str, words: str) -> Act:
        given = Given(step, words)
        keep = self.workspace.repository.keep_answer
        return ("answer", dossier, run, step), words, lambda: keep(dossier, run, given)

    def _note(self, dossier: str, note: str, words: str) -> Act:
        keep = self.workspace.repository.keep_note
        return ("note", dossier, note), words, lambda: keep(dossier, Note(note, "", words))

    def _profile(self, dossier: str, run: str) -> Act:
        profile = answered(SMALL, {"r1": 4}).profile()
        keep = self.workspace.repository.keep_profile
        return ("profile", dossier, run), "made", lambda: keep(dossier, run, profile)

    def _other(self, name: str, act: Callable[[], object]) -> Act:
        """Something that leaves no content of its own."""
        return (name,), "", act

    def _create(self) -> None:
        if self.workspace.practice.exists:
            # It was refused when it stood there, and could not be taken back: its passphrase opens it.
            self.workspace.unlock(PASSPHRASE)
        else:
            self.workspace.practice.create("Horizon", CODE, PASSPHRASE)

    def _change_passphrase(self) -> None:
        self.passphrases = [PASSPHRASE, OTHER]
        self.workspace.vault.change_passphrase(OTHER)

    def _reopen(self) -> None:
        self.workspace.close()
        self.workspace.unlock(OTHER)


def contents(kept: dict[Key, str]) -> dict[Key, str]:
    """What of a ledger stands in a practice."""
    return {key: value for key, value in kept.items() if len(key) > 1}


def reopened(folder: Path, passphrases: list[str]) -> Workspace:
    """The practice, by the first of these that opens it. Nobody else may have it open."""
    workspace = Workspace(folder, kdf=CHEAP)
    for passphrase in passphrases[:-1]:
        try:
            workspace.unlock(passphrase)
        except WrongPassphrase:
            continue
        return workspace
    workspace.unlock(passphrases[-1])
    return workspace


def check(folder: Path, ledger: Ledger, passphrases: list[str]) -> None:
    """Nothing that was acknowledged is lost, and work goes on."""
    workspace = Workspace(folder, kdf=CHEAP)
    if not workspace.practice.exists:
        assert not ledger.kept
        return
    workspace = reopened(folder, passphrases)
    kept = Ledger(contents(ledger.kept), ledger.doing)
    assert not kept.lost(everything(workspace))
    kept.settle(everything(workspace))
    if ("answer", "d1", "run1", "q0") in kept.kept and ("profile", "d1", "run1") not in kept.kept:
        workspace.repository.keep_answer("d1", "run1", Given("again", "and on"))
        kept.kept["answer", "d1", "run1", "again"] = "and on"
        workspace.lock.release()
        workspace = reopened(folder, passphrases)
        assert not kept.lost(everything(workspace))
    workspace.close()


class ToldLedger(Ledger):
    """Says on the standard output what it notes."""

    def begin(self, key: Key, value: str) -> None:
        tell_doing(key, value)

    def acknowledge(self) -> None:
        tell("kept")


if __name__ == "__main__":
    session = Session(Path(sys.argv[1]), Fs(), ToldLedger())
    session.play()
    for refused in session.refused:
        tell("refused", refused.message.msgid)
