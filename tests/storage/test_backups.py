"""Backups: whole, verified, superseded in time; restored by either secret alone; damage is named."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from progpro_tui.core.answers import Given
from progpro_tui.core.errors import InputError, PracticeInUse, StoreError
from progpro_tui.core.text import message
from progpro_tui.storage.backups import Backup, backups_in, restore
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.verification import verify
from progpro_tui.testing.practice import CHEAP, CODE, PASSPHRASE, new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.storage.faulty import FaultyFs, Killed
from tests.storage.test_vault import files
from tests.support import answered, riasec

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
SMALL = riasec()


def filled(folder: Path, fs: Fs | None = None) -> Workspace:
    """A practice of two people; one has a finished run and one under way."""
    workspace = new_practice(folder, fs=fs, clock=lambda: NOW)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    workspace.dossiers.create("Haddad, Samir", "project")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    sitting.answer("seen", language="fr")
    workspace.repository.keep_answer(dossier.id, sitting.record.id, Given("r1", "Canari à lunettes"))
    return workspace


def people(workspace: Workspace) -> list[str]:
    return sorted(dossier.person for dossier in workspace.dossiers.all()[0])


def test_a_backup_holds_everything_while_the_practice_is_in_use(tmp_path: Path) -> None:
    workspace = filled(tmp_path / "practice")
    made = workspace.backups.make()
    assert made.verified.wrong == []
    assert (made.verified.dossiers, made.verified.runs) == (2, 1)
    assert made.verified.instruments == 1
    workspace.dossiers.create("Petit, Rose", "bilan")
    assert len(people(workspace)) == 3
    names = {path.name for path in made.backup.folder.iterdir()}
    assert names == {"files", "manifest", "keyring", "keyring.copy", "keys.1.a", "keys.1.b"}
    for path in made.backup.folder.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        for word in ("Delorme", "Amina", "Canari", "interests"):
            assert word.encode() not in path.read_bytes()


def test_what_others_leave_in_a_folder_is_no_damage_and_stops_no_backup(tmp_path: Path) -> None:
    """A folder that was looked at has files of the desktop's in it from then on."""
    filled(tmp_path / "practice").close()
    for folder in [path for path in (tmp_path / "practice").rglob("*") if path.is_dir()]:
        for name in (".DS_Store", "desktop.ini"):
            (folder / name).write_bytes(b"\0\0\0\1Bud1")
    (tmp_path / "practice" / "dossiers" / "note.txt").write_text("mine")
    workspace = unlocked(tmp_path / "practice")
    made = workspace.backups.make()
    assert (made.verified.dossiers, made.verified.wrong) == (2, [])
    people, broken = workspace.dossiers.all()
    assert len(people) == 2
    assert [error.message.params["name"] for error in broken] == ["note.txt"]


@pytest.mark.parametrize("by_code", [False, True])
def test_a_restored_backup_opens_by_either_secret_alone(tmp_path: Path, by_code: bool) -> None:
    workspace = Workspace(tmp_path / "practice", kdf=CHEAP)
    code = workspace.practice.create("Cabinet", CODE, PASSPHRASE)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    backup = workspace.backups.make().backup
    workspace.close()
    restore(backup.folder, tmp_path / "elsewhere", Fs())
    restored = Workspace(tmp_path / "elsewhere", kdf=CHEAP)
    if by_code:
        restored.unlock_with_code(code)
    else:
        restored.unlock(PASSPHRASE)
    assert people(restored) == ["Delorme, Amina"]
    assert restored.practice.try_code(CODE).right
    restored.dossiers.create("Haddad, Samir", "project")
    for path in (tmp_path / "elsewhere").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


def test_every_flipped_bit_and_every_cut_of_a_backup_is_found(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    backup = workspace.backups.make().backup
    for path in backup.folder.iterdir():
        whole = path.read_bytes()
        # A key table has two copies: one that is damaged is told, and the other opens the backup.
        for place in range(0, len(whole), max(1, len(whole) // 25)):
            for content in (whole[:place], _flipped(whole, place)):
                path.write_bytes(content)
                assert _wrong(workspace, backup), (path.name, place)
        path.unlink()
        assert _wrong(workspace, backup), path.name
        path.write_bytes(whole)
    assert not _wrong(workspace, backup)


def _flipped(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


def _wrong(workspace: Workspace, backup: Backup) -> bool:
    try:
        return bool(workspace.backups.verify(backup).wrong)
    except StoreError:
        return True


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, 0])
def test_a_backup_cut_short_is_none_and_the_next_one_clears_up(tmp_path: Path, code: int) -> None:
    fs = FaultyFs()
    workspace = new_practice(tmp_path, fs=fs)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    for at in range(0, 200, 3):
        before = len(workspace.backups.all())
        fs.fail(at, code)
        with suppress(StoreError, Killed):
            workspace.backups.make()
        done = len(fs.calls) <= at
        fs.heal()
        for backup in workspace.backups.all():
            assert workspace.backups.verify(backup).wrong == []
        assert len(workspace.backups.all()) <= before + 1
        if done:
            workspace.backups.make()
            assert not [name for name in fs.names(workspace.backups.own) if name.startswith(".")]
            return
    raise AssertionError("a backup of two hundred calls")


def test_a_damaged_dossier_is_told_and_no_older_backup_goes(tmp_path: Path) -> None:
    now = NOW
    workspace = new_practice(tmp_path, clock=lambda: now)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    for _ in range(12):
        workspace.backups.make()
        now += timedelta(days=1)
    assert len(workspace.backups.all()) == 7
    workspace.repository.close()
    (tmp_path / "dossiers" / dossier.id / "head" / "snapshot").write_bytes(b"gone")
    made = workspace.backups.make()
    assert [error.message.params["name"] for error in made.verified.wrong] == [dossier.id]
    assert made.superseded == 0
    assert len(workspace.backups.all()) == 8
    now -= timedelta(days=300)
    assert workspace.backups.make().clock_behind


def test_backups_elsewhere_have_a_folder_for_each_practice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        new_practice(tmp_path / name).backups.make(tmp_path / "disk")
    assert len(list((tmp_path / "disk").iterdir())) == 2
    with pytest.raises(InputError):
        unlocked(tmp_path / "one").backups.make(tmp_path / "one" / "dossiers")


def test_a_window_that_only_reads_makes_no_backup(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path)
    workspace.vault.frozen = PracticeInUse(message("another window"))
    before = files(tmp_path)
    with pytest.raises(PracticeInUse):
        workspace.backups.make()
    assert files(tmp_path) == before


def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path / "practice")
    backup = workspace.backups.make().backup
    for name in ("../out", "/out", "dossiers/../../out", ".hidden", "a//b", "a/"):
        with ZipFile(backup.folder / "files", "w") as container:
            container.writestr(name, b"x")
        with pytest.raises(StoreError):
            restore(backup.folder, tmp_path / "elsewhere", Fs())
        assert not (tmp_path / "elsewhere").exists()
    assert not list(tmp_path.rglob("out"))


def test_a_finished_run_without_its_profile_is_wrong(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    assert verify(workspace.vault, workspace.repository).wrong == []
    dossier = next(each for each in workspace.dossiers.all()[0] if each.runs)
    finished = replace(dossier.runs[0], finished="2026-11-23T18:00:00")
    workspace.repository.keep_dossier(replace(dossier, runs=(finished,)))
    assert len(verify(workspace.vault, workspace.repository).wrong) == 1
    workspace.repository.keep_profile(dossier.id, finished.id, answered(SMALL, {}).profile())
    verified = verify(workspace.vault, workspace.repository)
    assert (verified.wrong, verified.profiles) == ([], 1)


def test_a_dossier_whose_folder_was_deleted_is_missed(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    dossier = workspace.dossiers.all()[0][0]
    workspace.repository.databases.drop(tmp_path / "dossiers")
    workspace.fs.clear_away(tmp_path / "dossiers" / dossier.id)
    assert len(verify(workspace.vault, workspace.repository).wrong) == 1


def test_what_is_no_backup_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "2026-11-23T18-00-00Z").mkdir()
    (tmp_path / "holiday").mkdir()
    found = backups_in(tmp_path, Fs())
    assert [backup.made for backup in found] == [NOW]
