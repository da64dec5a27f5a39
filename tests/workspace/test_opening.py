"""One window writes a practice at a time; where it may stand, and what opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.errors import InputError, Locked, PracticeInUse, ProgproError, WrongPassphrase
from progpro_tui.storage.keys.recovery_code import new_code
from progpro_tui.storage.lock import HOLDER
from progpro_tui.storage.places import UnfitPlace
from progpro_tui.testing.practice import CHEAP, PASSPHRASE
from progpro_tui.workspace.beginning import check_recovery_code, fit_folder, remember
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import Workspace

CODE = "2468"


def begun(folder: Path, recovery: str = "") -> Workspace:
    workspace = Workspace(folder, kdf=CHEAP)
    workspace.begin("Cabinet Horizon", PASSPHRASE, CODE, recovery or new_code())
    return workspace


def test_before_it_is_unlocked_only_its_name_is_known(tmp_path: Path) -> None:
    begun(tmp_path / "p").close()
    workspace = Workspace(tmp_path / "p")
    assert workspace.practice.exists
    assert workspace.practice.name == "Cabinet Horizon"
    for act in (workspace.dossiers.all, workspace.practice.load, workspace.vault.must_write):
        with pytest.raises(Locked):
            act()


@pytest.mark.parametrize("written", ["{}", " {} ", "{}\n"])
def test_either_secret_is_typed_into_the_same_field(tmp_path: Path, written: str) -> None:
    recovery = new_code()
    begun(tmp_path / "p", recovery).close()
    for typed, by_code in ((PASSPHRASE.upper(), False), (recovery.lower().replace(" ", ""), True)):
        workspace = Workspace(tmp_path / "p")
        assert workspace.open(written.format(typed)) is by_code
        assert not workspace.vault.locked
        workspace.close()


def test_what_opens_nothing_leaves_it_locked_and_free(tmp_path: Path) -> None:
    begun(tmp_path / "p").close()
    workspace = Workspace(tmp_path / "p")
    for typed in ("soleil", new_code(), new_code()[:-1] + "0", "é" * 40):
        with pytest.raises(InputError):
            workspace.open(typed)
        assert workspace.vault.locked
    other = Workspace(tmp_path / "p")
    other.unlock(PASSPHRASE)
    assert other.vault.frozen is None
    other.close()


def test_a_second_window_reads_what_the_first_writes_and_saves_nothing(tmp_path: Path) -> None:
    first = begun(tmp_path / "p")
    first.dossiers.create("Delorme, Amina", "bilan")
    second = Workspace(tmp_path / "p")
    second.unlock(PASSPHRASE)
    assert isinstance(second.vault.frozen, PracticeInUse)
    assert [dossier.person for dossier in second.dossiers.all()[0]] == ["Delorme, Amina"]
    dossier = second.dossiers.all()[0][0]
    saving = (
        lambda: second.dossiers.create("Morel, Inès", "bilan"),
        lambda: second.practice.hand_over(dossier.id, "0"),
        lambda: second.practice.set_idle_minutes(2),
        lambda: second.change_passphrase("x"),
        lambda: second.vault.rotate(),
    )
    for act in saving:
        with pytest.raises(PracticeInUse, match="another window"):
            act()
    second.close()
    assert (tmp_path / "p" / HOLDER).exists(), "the first one has it still"
    first.dossiers.create("Petit, Rose", "bilan")
    first.close()
    assert not (tmp_path / "p" / HOLDER).exists()
    third = Workspace(tmp_path / "p")
    third.unlock(PASSPHRASE)
    assert third.vault.frozen is None
    assert len(third.dossiers.all()[0]) == 2
    third.close()


def test_a_practice_does_not_begin_where_another_window_begins_one(tmp_path: Path) -> None:
    first = begun(tmp_path / "p")
    with pytest.raises(ProgproError):
        Workspace(tmp_path / "p", kdf=CHEAP).begin("B", PASSPHRASE, CODE, new_code())
    first.close()


def test_a_beginning_that_is_refused_leaves_no_practice(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "p", kdf=CHEAP)
    for name, code in (("", CODE), ("A", "12")):
        with pytest.raises(InputError):
            workspace.begin(name, PASSPHRASE, code, new_code())
        assert not workspace.practice.exists
    workspace.begin("A", PASSPHRASE, CODE, new_code())
    assert workspace.practice.exists
    workspace.close()


def test_it_neither_begins_nor_opens_in_a_cloud(tmp_path: Path) -> None:
    cloud = tmp_path / "Nextcloud" / "p"
    with pytest.raises(UnfitPlace):
        begun(cloud)
    assert not cloud.exists()
    begun(tmp_path / "p").close()
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "p").rename(cloud)
    with pytest.raises(UnfitPlace, match="move this one"):
        Workspace(cloud).unlock(PASSPHRASE)


def test_a_folder_with_an_authors_own_files_is_fit_and_one_with_other_things_is_not(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own"
    (own / "questionnaires").mkdir(parents=True)
    (own / "plugins").mkdir()
    assert fit_folder(own) == own
    (own / "letter.txt").write_text("x")
    with pytest.raises(InputError, match="holds other things"):
        fit_folder(own)
    with pytest.raises(InputError, match="is a file"):
        fit_folder(own / "letter.txt")
    with pytest.raises(InputError):
        fit_folder(Path("\0"))
    begun(own).close()
    assert fit_folder(own) == own


def test_a_start_opens_the_practice_that_was_begun_unless_it_had_one(tmp_path: Path) -> None:
    settings = Settings.load()
    begun(tmp_path / "one").close()
    remember(tmp_path / "one", settings)
    assert Settings.load().folder == str(tmp_path / "one")
    begun(tmp_path / "two").close()
    remember(tmp_path / "two", settings)
    assert Settings.load().folder == str(tmp_path / "one")


def test_a_recovery_code_with_a_slip_is_refused_before_anything_is_opened() -> None:
    code = new_code()
    assert check_recovery_code(code) == code
    slip = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(InputError, match="not a recovery code"):
        check_recovery_code(slip)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    workspace = begun(tmp_path / "p")
    workspace.change_passphrase("gravel mandolin otter teapot lemon canyon whistle")
    assert workspace.vault.accepts("Gravel  Mandolin otter teapot lemon canyon whistle")
    assert not workspace.vault.accepts(PASSPHRASE)
    workspace.close()
    with pytest.raises(WrongPassphrase):
        workspace.unlock(PASSPHRASE)
