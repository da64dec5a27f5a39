"""Two programs on one practice: they take turns, and none loses what the other wrote."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import PracticeInUse
from progpro_tui.testing.practice import CHEAP, PASSPHRASE, let_go, new_practice
from progpro_tui.workspace.workspace import Workspace
from tests.durability.forms import Figures, forms
from tests.durability.ledger import Ledger, everything
from tests.durability.writer import Order, run_record
from tests.durability.writers import ROOT, Writers

A_SECOND = 1.0


def opened(folder: Path) -> Workspace:
    workspace = Workspace(folder, kdf=CHEAP)
    workspace.unlock(PASSPHRASE)
    return workspace


def read_for_a_while(window: Workspace) -> None:
    """What stood there when it was opened can be read all the time that another window writes."""
    until = time.monotonic() + 0.1
    known = window.dossiers.all()[0]
    while time.monotonic() < until:
        for dossier in known:
            for run in window.dossiers.get(dossier.id).runs:
                window.repository.check_run(dossier.id, run.id)
                window.repository.answers(dossier.id, run.id)


@pytest.mark.parametrize("writes", forms(60, 1000))
def test_two_programs_in_turn(memory: Path, figures: Figures, writes: int) -> None:
    folder = memory / "practice"
    workspace = new_practice(folder)
    workspace.repository.keep_dossier(Dossier("d", "Person", "bilan", "", "", (run_record("run"),)))
    workspace.repository.begin_run("d", "run")
    workspace.close()
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.durability.turns", str(folder), name, str(writes)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for name in "ab"
    ]
    told = [program.communicate()[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    assert [int(kept) for kept, _ in told] == [writes, writes]
    found = everything(opened(folder))
    answers = {key[-1]: value for key, value in found.items() if key[0] == "answer"}
    assert answers == {f"{name}{n}": f"{name} says {n}" for name in "ab" for n in range(writes)}
    figures(acknowledged=2 * writes, refused=sum(int(refused) for _, refused in told), lost=0)


def test_a_second_window_tells_renewed_keys_from_damage(memory: Path) -> None:
    folder = memory / "practice"
    workspace = new_practice(folder)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    second = opened(folder)
    assert len(second.dossiers.all()[0]) == 1
    workspace.dossiers.create("Haddad, Samir", "bilan")
    assert len(second.dossiers.all()[0]) == 2
    workspace.vault.rotate()
    fresh = workspace.dossiers.create("Lopez, Ana", "bilan")
    read, (unread,) = second.dossiers.all()
    assert len(read) == 2
    assert "renewed" in str(unread)
    second.close()
    second = opened(folder)
    assert second.dossiers.get(fresh.id) == fresh
    second.close()


@pytest.mark.parametrize("times", forms(3, 100))
def test_a_second_window_is_told_who_has_it_and_never_writes(
    memory: Path, writers: Writers, figures: Figures, times: int
) -> None:
    folder, ledger, slowest = memory / "practice", Ledger(), 0.0
    new_practice(folder).close()
    let_go()
    for turn in range(times):
        pid = writers.begin(Order(str(folder), turn))
        while not (folder / "holder").exists():
            time.sleep(0.001)
        begun = time.monotonic()
        second = opened(folder)
        slowest = max(slowest, time.monotonic() - begun)
        assert isinstance(second.vault.frozen, PracticeInUse)
        held = json.loads((folder / "holder").read_bytes())
        assert held["pid"] == pid
        told = second.vault.frozen.message.params
        assert (told["computer"], told["since"]) == (
            held["computer"],
            f"{datetime.fromisoformat(held['since']):%d/%m/%Y %H:%M}",
        )
        with pytest.raises(PracticeInUse):
            second.repository.keep_dossier(Dossier("refused", "Nobody", "bilan", "", ""))
        with pytest.raises(PracticeInUse):
            second.repository.keep_answer("refused", "refused", Given("refused", 1))
        read_for_a_while(second)
        writers.kill()
        assert writers.listen(ledger) == -signal.SIGKILL
        second.close()
        workspace = opened(folder)  # a dead holder holds nothing
        assert workspace.vault.frozen is None
        found = everything(workspace)
        assert not ledger.lost(found)
        ledger.settle(found)
        workspace.close()
    assert slowest < A_SECOND
    figures(times=times, acknowledged=ledger.acknowledged, lost=0, seconds_at_most=round(slowest, 3))
