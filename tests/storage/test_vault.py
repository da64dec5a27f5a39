"""The vault: created, opened by two secrets, its secrets changed and its store key rotated."""

from __future__ import annotations

import errno
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from progpro_tui.core.errors import InputError, StoreDamaged, StoreError, WrongPassphrase
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.keys.recovery_code import new_code
from progpro_tui.storage.vault import Vault
from progpro_tui.testing.practice import CHEAP, CODE, PASSPHRASE
from progpro_tui.workspace.workspace import Workspace
from tests.storage.faulty import FaultyFs, Killed


def made(folder: Path, fs: Fs | None = None) -> tuple[Workspace, str]:
    workspace = Workspace(folder, kdf=CHEAP, fs=fs)
    code = workspace.practice.create("Cabinet Horizon", CODE, PASSPHRASE)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    return workspace, code


def people(folder: Path, *, passphrase: str = "", code: str = "") -> list[str]:
    workspace = Workspace(folder, kdf=CHEAP)
    if code:
        workspace.unlock_with_code(code)
    else:
        workspace.unlock(passphrase or PASSPHRASE)
    return [dossier.person for dossier in workspace.dossiers.all()[0]]


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def test_it_opens_by_its_passphrase_and_by_its_recovery_code_alone(tmp_path: Path) -> None:
    _, code = made(tmp_path)
    assert people(tmp_path) == ["Delorme, Amina"]
    assert people(tmp_path, code=code.lower()) == ["Delorme, Amina"]
    for wrong in ("", "tambour", PASSPHRASE + "s"):
        with pytest.raises(WrongPassphrase):
            Workspace(tmp_path).unlock(wrong)
    with pytest.raises(WrongPassphrase):
        Workspace(tmp_path).unlock_with_code(new_code())
    with pytest.raises(InputError):
        Workspace(tmp_path).unlock_with_code(code[:-1])


def test_a_wrong_passphrase_leaves_it_locked(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    made(tmp_path)
    with pytest.raises(WrongPassphrase):
        workspace.unlock("wrong")
    assert workspace.vault.locked


def test_a_new_passphrase_rewrites_the_keyring_and_nothing_else(tmp_path: Path) -> None:
    workspace, code = made(tmp_path)
    before = files(tmp_path)
    workspace.vault.change_passphrase("une autre phrase")
    after = files(tmp_path)
    assert {name for name in after if after[name] != before.get(name)} == {
        "keyring",
        "keyring.copy",
    }
    assert before.keys() == after.keys()
    assert people(tmp_path, passphrase="une autre phrase") == ["Delorme, Amina"]
    assert people(tmp_path, code=code) == ["Delorme, Amina"]
    with pytest.raises(WrongPassphrase):
        people(tmp_path)


def test_a_new_recovery_code_replaces_the_old_one(tmp_path: Path) -> None:
    workspace, old = made(tmp_path)
    fresh = new_code()
    workspace.vault.change_recovery_code(fresh)
    assert people(tmp_path, code=fresh) == ["Delorme, Amina"]
    with pytest.raises(WrongPassphrase):
        people(tmp_path, code=old)


def test_rotation_needs_no_secret_and_leaves_both_in_force(tmp_path: Path) -> None:
    workspace, code = made(tmp_path)
    before = files(tmp_path)
    workspace.vault.rotate()
    after = files(tmp_path)
    assert {name for name in after if name.startswith("keys.")} == {"keys.2.a", "keys.2.b"}
    assert {name for name in after if after[name] != before.get(name)} == {
        "keyring",
        "keyring.copy",
        "keys.2.a",
        "keys.2.b",
    }
    assert people(tmp_path) == people(tmp_path, code=code) == ["Delorme, Amina"]
    workspace.dossiers.create("Haddad, Samir", "project")
    assert len(people(tmp_path)) == 2


def test_an_old_keyring_does_not_open_the_store_after_a_rotation(tmp_path: Path) -> None:
    workspace, _ = made(tmp_path)
    old = (tmp_path / "keyring").read_bytes()
    workspace.vault.rotate()
    (tmp_path / "keyring").write_bytes(old)
    with pytest.raises(StoreDamaged):
        people(tmp_path)


@pytest.mark.parametrize("lost", ["keyring", "keyring.copy"])
@pytest.mark.parametrize("instead", [b"", b"garbage", None])
def test_one_copy_of_the_keyring_is_enough_and_makes_the_other(
    tmp_path: Path, lost: str, instead: bytes | None
) -> None:
    workspace, code = made(tmp_path)
    workspace.close()
    whole = (tmp_path / lost).read_bytes()
    if instead is None:
        (tmp_path / lost).unlink()
    else:
        (tmp_path / lost).write_bytes(instead)
    vault = Vault(tmp_path, Fs())
    vault.unlock_with_code(code)
    assert [error.message.params["name"] for error in vault.check_copies()] == [lost]
    assert people(tmp_path) == ["Delorme, Amina"]
    assert (tmp_path / lost).read_bytes() == whole


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, 0])
@pytest.mark.parametrize("after", [False, True])
def test_a_rotation_cut_short_anywhere_loses_nothing(tmp_path: Path, code: int, after: bool) -> None:
    made(tmp_path / "whole")[0].close()
    for at in range(100):
        folder = tmp_path / str(at)
        shutil.copytree(tmp_path / "whole", folder)
        fs = FaultyFs()
        workspace = Workspace(folder, kdf=CHEAP, fs=fs)
        workspace.unlock(PASSPHRASE)
        fs.fail(at, code, after=after)
        with suppress(StoreError, Killed):
            workspace.vault.rotate()
        done = len(fs.calls) <= at
        fs.heal()
        assert people(folder) == ["Delorme, Amina"], at
        if code:  # the program lives on, and goes on
            workspace.dossiers.create("Haddad, Samir", "project")
            assert len(people(folder)) == 2
            workspace.vault.rotate()
            assert len(people(folder)) == 2
        if done:
            return
    raise AssertionError("a rotation of a hundred calls")


@pytest.mark.parametrize("after", [False, True])
def test_a_practice_whose_beginning_was_cut_short_is_whole_or_none(tmp_path: Path, after: bool) -> None:
    for at in range(100):
        folder = tmp_path / str(at)
        fs = FaultyFs()
        fs.fail(at, 0, after=after)
        workspace = Workspace(folder, kdf=CHEAP, fs=fs)
        try:
            workspace.practice.create("Cabinet", CODE, PASSPHRASE)
            return
        except Killed:
            pass
        fresh = Workspace(folder, kdf=CHEAP)
        if fresh.practice.exists:
            fresh.unlock(PASSPHRASE)
        else:
            fresh.practice.create("Cabinet", CODE, PASSPHRASE)
        assert fresh.practice.load().wrong == 0
        fresh.close()
    raise AssertionError("a beginning of a hundred calls")


def test_dossiers_without_a_keyring_are_damage_and_no_new_beginning(tmp_path: Path) -> None:
    workspace, _ = made(tmp_path)
    workspace.close()
    for name in ("keyring", "keyring.copy"):
        (tmp_path / name).unlink()
    lost = Workspace(tmp_path, kdf=CHEAP)
    assert lost.practice.exists
    with pytest.raises(InputError):
        lost.practice.create("Cabinet", CODE, PASSPHRASE)
    with pytest.raises(StoreDamaged):
        lost.unlock(PASSPHRASE)


def test_a_destroyed_key_makes_a_dossier_unreadable(tmp_path: Path) -> None:
    workspace, _ = made(tmp_path)
    dossier = workspace.dossiers.create("Haddad, Samir", "project")
    workspace.vault.destroy_key(dossier.id)
    workspace.vault.rotate()
    vault = Vault(tmp_path, Fs())
    vault.unlock(PASSPHRASE)
    with pytest.raises(StoreDamaged):
        vault.key(dossier.id)
