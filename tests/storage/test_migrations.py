"""Practices of earlier formats: the golden stores of each open for ever."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import StoreDamaged, StoreError
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.migrations import settle
from progpro_tui.testing.practice import CHEAP, PASSPHRASE, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.storage.faulty import FaultyFs, Killed

GOLDEN = Path(__file__).parent / "golden"


def copied(tmp_path: Path, form: int) -> Path:
    shutil.copytree(GOLDEN / str(form), tmp_path / "practice")
    return tmp_path / "practice"


def check(workspace: Workspace) -> None:
    """What the golden stores hold: two people, one finished run and one under way."""
    assert workspace.practice.name == "Cabinet Horizon"
    dossiers, broken = workspace.dossiers.all()
    assert broken == []
    assert sorted(each.person for each in dossiers) == ["Delorme, Amina", "Haddad, Samir"]
    amina = workspace.dossiers.find("amina")
    done, begun = amina.runs
    profile, instrument = workspace.result(amina.id, done)
    assert instrument.title.resolve("fr") == "Small"
    assert len(profile.scores) == 6
    assert len(profile.given) == 7
    kept = [given.answer for given in workspace.repository.answers(amina.id, begun.id)]
    assert kept == ["seen", 4, Missing.DECLINED]
    assert workspace.practice.handed_over == (amina.id, begun.id)
    assert workspace.practice.try_code("2468").right
    sitting = workspace.runs.resume(amina.id, begun.id)
    sitting.answer(2, language="fr")
    assert sitting.kept == 3


@pytest.mark.parametrize("form", [2])
def test_a_golden_store_opens(tmp_path: Path, form: int) -> None:
    check(unlocked(copied(tmp_path, form)))


def test_a_practice_in_clear_is_sealed_and_nothing_of_it_stays(tmp_path: Path) -> None:
    folder = copied(tmp_path, 1)
    (folder / "questionnaires").mkdir()
    (folder / "questionnaires" / "own.yaml").write_text("id: own")
    workspace = Workspace(folder, kdf=CHEAP)
    assert workspace.clear
    assert workspace.practice.exists
    code = workspace.seal(PASSPHRASE)
    assert [path.name for path in tmp_path.iterdir()] == ["practice"]
    assert (folder / "questionnaires" / "own.yaml").read_text() == "id: own"
    for path in folder.rglob("*"):
        if path.is_file():
            assert b"Delorme" not in path.read_bytes()
    (backup,) = workspace.backups.all()
    verified = workspace.backups.verify(backup)
    assert (verified.wrong, verified.dossiers) == ([], 2)
    workspace.close()
    workspace.close()
    by_code = Workspace(folder, kdf=CHEAP)
    by_code.unlock_with_code(code)
    assert not by_code.clear
    check(by_code)


def test_a_damaged_file_in_clear_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    folder = copied(tmp_path, 1)
    head = next(folder.glob("dossiers/*/head"))
    head.write_bytes(head.read_bytes()[:-1])
    before = content(folder)
    with pytest.raises(StoreDamaged):
        Workspace(folder, kdf=CHEAP).seal(PASSPHRASE)
    assert content(folder) == before


def content(folder: Path) -> dict[Path, bytes]:
    """Every file but the empty one that the lock is on."""
    return {
        path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"
    }


@pytest.mark.parametrize("after", [False, True])
def test_a_sealing_cut_short_is_done_or_begun_anew(tmp_path: Path, after: bool) -> None:
    fs = FaultyFs()
    Workspace(copied(tmp_path / "whole", 1), kdf=CHEAP, fs=fs).seal(PASSPHRASE)
    count = len(fs.calls)
    for at in sorted({*range(0, count, 7), *range(count - 12, count)}):
        folder = copied(tmp_path / str(at), 1)
        fs = FaultyFs()
        fs.fail(at, 0, after=after)
        killed = Workspace(folder, kdf=CHEAP, fs=fs)
        with pytest.raises(Killed):
            killed.seal(PASSPHRASE)
        killed.lock.release()  # as the system does
        again = Workspace(folder, kdf=CHEAP)
        if again.clear:
            again.seal(PASSPHRASE)
        else:
            again.unlock(PASSPHRASE)
        check(again)
        again.close()
        left = [path.name for path in folder.parent.iterdir()]
        assert "practice" in left
        assert ".practice.clear" not in left


def test_what_cannot_be_settled_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    (tmp_path / ".practice.clear").mkdir()
    fs = FaultyFs()
    fs.fail(0)
    with pytest.raises(StoreError):
        settle(folder, fs)
    settle(folder, Fs())
    assert folder.exists()
