"""An erased dossier cannot be read again: not here, not from a backup in reach, by neither secret."""

from __future__ import annotations

import errno
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from progpro_tui.core.answers import Given
from progpro_tui.core.errors import InputError, StoreDamaged, StoreError
from progpro_tui.storage.backups import backups_in, restore
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import CHEAP, CODE, PASSPHRASE, unlocked
from progpro_tui.workspace.erasing import certified, erase
from progpro_tui.workspace.workspace import Workspace
from tests.storage.faulty import FaultyFs, Killed

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def made(folder: Path) -> tuple[Workspace, str, str]:
    """A practice with two people; its recovery code, and the id of the first."""
    workspace = Workspace(folder, kdf=CHEAP, clock=lambda: NOW)
    code = workspace.practice.create("Cabinet", CODE, PASSPHRASE)
    dossier = workspace.dossiers.create("Petit, Rose", "bilan")
    workspace.dossiers.create("Haddad, Samir", "project")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    workspace.repository.keep_answer(dossier.id, sitting.record.id, Given("r1", 4))
    return workspace, code, dossier.id


def opened(folder: Path, code: str = "") -> Workspace:
    workspace = Workspace(folder, kdf=CHEAP)
    if code:
        workspace.unlock_with_code(code)
    else:
        workspace.unlock(PASSPHRASE)
    return workspace


def people(workspace: Workspace) -> list[str]:
    kept, broken = workspace.dossiers.all()
    assert not broken
    return sorted(dossier.person for dossier in kept)


def test_it_is_unreadable_here_and_in_every_backup_in_reach(tmp_path: Path) -> None:
    workspace, code, dossier_id = made(tmp_path / "practice")
    workspace.backups.make()
    workspace.backups.make(tmp_path / "disk")
    kept_aside = tmp_path / "taken away"
    shutil.copytree(tmp_path / "practice", kept_aside)
    erased = erase(workspace, dossier_id)
    assert (erased.runs, erased.answers, erased.backups, erased.beyond) == (1, 1, 2, ())
    assert people(workspace) == ["Haddad, Samir"]
    (disk,) = (tmp_path / "disk").iterdir()
    for backup in (*workspace.backups.all(), *workspace.backups.all(disk)):
        verified = workspace.backups.verify(backup)
        assert (verified.dossiers, verified.wrong) == (1, []), "what is left there is no damage"
    workspace.close()
    assert people(opened(tmp_path / "practice")) == ["Haddad, Samir"]
    assert not (tmp_path / "practice" / "dossiers" / dossier_id).exists()
    places = [tmp_path / "practice" / "backups", *(tmp_path / "disk").iterdir()]
    for number, place in enumerate(places):
        for backup in backups_in(place, Fs()):
            folder = tmp_path / f"restored{number}"
            restore(backup.folder, folder, Fs())
            assert (folder / "dossiers" / dossier_id / "head").exists(), "sealed bytes, without a key"
            for secret in ("", code):
                again = opened(folder, secret)
                with pytest.raises(StoreDamaged):
                    again.vault.key(dossier_id)
                with pytest.raises(StoreDamaged):
                    again.repository.dossier(dossier_id)
                assert people(again) == ["Haddad, Samir"]
                assert not (folder / "dossiers" / dossier_id).exists(), "nor these, once it was opened"
                again.close()


def test_the_old_keyring_and_key_table_of_before_open_nothing_together_with_the_new(
    tmp_path: Path,
) -> None:
    workspace, _, dossier_id = made(tmp_path / "practice")
    before = {path.name: path.read_bytes() for path in (tmp_path / "practice").glob("key*")}
    erase(workspace, dossier_id)
    workspace.close()
    assert (tmp_path / "practice" / "keys.2.a").exists()
    assert not (tmp_path / "practice" / "keys.1.a").exists()
    (tmp_path / "practice" / "keyring").write_bytes(before["keyring"])
    with pytest.raises(StoreDamaged):
        opened(tmp_path / "practice")


def test_the_index_keeps_no_line_of_it(tmp_path: Path) -> None:
    workspace, _, dossier_id = made(tmp_path)
    workspace.dossiers.all()
    workspace.repository.close()
    (tmp_path / "index" / "aside.journal.00000001.abcd").write_bytes(b"kept since a torn write")
    people(workspace)
    erase(workspace, dossier_id)
    assert workspace.fs.names(tmp_path / "index") in ([], ["snapshot"])
    assert people(workspace) == ["Haddad, Samir"]


def test_a_place_out_of_reach_is_named_with_its_date_and_done_once_it_is_back(tmp_path: Path) -> None:
    workspace, _, dossier_id = made(tmp_path / "practice")
    workspace.backups.make(tmp_path / "disk")
    (tmp_path / "disk").rename(tmp_path / "drawer")
    erased = erase(workspace, dossier_id)
    ((place, last, until),) = erased.beyond
    assert Path(place).parent == tmp_path / "disk"
    assert (last, until) == ("2026-11-23T18:00:00+00:00", "2026-12-28")
    assert certified(workspace, dossier_id) == erased
    (tmp_path / "drawer").rename(tmp_path / "disk")
    assert workspace.backups.renew() == (1, [])
    with pytest.raises(InputError):
        erase(workspace, dossier_id)


@pytest.mark.parametrize("code", [errno.EIO, 0])
@pytest.mark.parametrize("after", [False, True])
def test_an_erasure_cut_short_anywhere_is_finished_at_the_next_opening(
    tmp_path: Path, code: int, after: bool
) -> None:
    workspace, _, dossier_id = made(tmp_path / "whole")
    workspace.backups.make()
    workspace.close()
    for at in range(0, 400, 5):
        folder = tmp_path / str(at)
        shutil.copytree(tmp_path / "whole", folder)
        fs = FaultyFs()
        broken = unlocked(folder, fs=fs)
        fs.fail(at, code, after=after)
        finished = False
        with suppress(StoreError, Killed):
            erase(broken, dossier_id)
            finished = True
        done = len(fs.calls) <= at
        fs.heal()
        broken.lock.release()
        fresh = opened(folder)
        left = people(fresh)
        begun = (folder / "keys.1.a").exists()
        assert left == ["Haddad, Samir"] or (begun and not finished and len(left) == 2), at
        if len(left) == 1:
            assert certified(fresh, dossier_id).answers == 1
            assert not fresh.vault.has_key(dossier_id)
            (backup,) = fresh.backups.all()
            assert not fresh.vault.twin(backup.folder, Fs()).has_key(dossier_id)
        fresh.close()
        shutil.rmtree(folder)
        if done:
            return
    raise AssertionError("an erasure of four hundred calls")


def test_nobody_is_erased_while_a_beneficiary_has_the_keyboard(tmp_path: Path) -> None:
    workspace, _, dossier_id = made(tmp_path)
    run = workspace.dossiers.get(dossier_id).runs[0]
    workspace.practice.hand_over(dossier_id, run.id)
    with pytest.raises(InputError):
        erase(workspace, dossier_id)
    assert len(people(workspace)) == 2


def test_an_erasure_that_the_disk_refused_is_finished_by_trying_again(tmp_path: Path) -> None:
    workspace, _, dossier_id = made(tmp_path)
    workspace.close()
    fs = FaultyFs()
    broken = unlocked(tmp_path, fs=fs)
    broken.dossiers.all()
    fs.fail(40, more=1000)
    with pytest.raises(StoreError):
        erase(broken, dossier_id)
    fs.heal()
    assert broken.erasures.begun()
    assert erase(broken, dossier_id).runs == 1
    assert people(broken) == ["Haddad, Samir"]
