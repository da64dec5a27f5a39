"""The store: what is kept comes back, damage is named, nothing of a person can be read, 0600."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from progpro_tui.core.answers import Given, Missing
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import Locked, PracticeInUse, StoreDamaged, StoreError
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.repository import FileRepository
from progpro_tui.testing.practice import CHEAP, new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.storage.faulty import FaultyFs
from tests.support import answered, riasec

DOSSIER = Dossier("d1", "Delorme, Amina", "bilan", "2026-11-01T09:00:00", "2026-11-20T09:00:00")
SMALL = riasec()


def kept(folder: Path, fs: Fs | None = None) -> Workspace:
    workspace = new_practice(folder, fs=fs)
    workspace.repository.keep_dossier(DOSSIER)
    for run in ("run", "run1"):
        workspace.repository.begin_run("d1", run)
    return workspace


def again(folder: Path) -> FileRepository:
    return unlocked(folder).repository


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dossier_an_answer_an_instrument_and_a_profile_come_back(tmp_path: Path) -> None:
    workspace = kept(tmp_path)
    repository = workspace.repository
    repository.keep_instrument(SMALL)
    given = [Given("r1", 4), Given("i1", Missing.DECLINED), Given("r1", 5)]
    for answer in given:
        repository.keep_answer("d1", "run1", answer)
    profile = answered(SMALL, {"r1": 5}).profile()
    repository.keep_profile("d1", "run1", profile)
    for closed in (False, True):  # from journals, and from snapshots
        if closed:
            workspace.close()
        found = again(tmp_path)
        assert found.dossier("d1") == DOSSIER
        assert found.dossiers() == ([DOSSIER], [])
        assert found.instrument(SMALL.hash) == SMALL
        assert list(found.answers("d1", "run1")) == [given[2], given[1]]
        assert found.profile("d1", "run1") == replace(profile, given=(given[2], given[1]))


def test_what_was_never_kept_is_none_or_named(tmp_path: Path) -> None:
    repository = kept(tmp_path).repository
    assert list(repository.answers("d1", "run")) == []
    assert repository.profile("d1", "run") is None
    for lost in (repository.answers, repository.profile):
        with pytest.raises(StoreDamaged):
            lost("d1", "deleted")
    with pytest.raises(StoreDamaged):
        repository.instrument("0" * 64)
    with pytest.raises(StoreDamaged):
        repository.dossier("nobody")


@pytest.mark.parametrize("closed", [False, True])
def test_every_file_is_the_users_alone_and_nothing_of_a_person_stands_in_it(
    tmp_path: Path, closed: bool
) -> None:
    workspace = new_practice(tmp_path / "practice")
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    sitting.answer("seen", language="fr")
    workspace.repository.keep_answer(dossier.id, sitting.record.id, Given("r1", "Canari à lunettes"))
    if closed:
        workspace.close()
    paths = [tmp_path / "practice", *(tmp_path / "practice").rglob("*")]
    for path in paths:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
        assert "elorme" not in str(path.relative_to(tmp_path)).casefold()
        assert not path.name.startswith("."), "an unfinished file stayed"
        if path.is_file():
            content = path.read_bytes()
            for word in ("Delorme", "Amina", "Canari", "lunettes", "bilan", "interests", "seen"):
                assert word.encode() not in content, path


def test_locked_nothing_can_be_asked_but_the_name(tmp_path: Path) -> None:
    workspace = kept(tmp_path)
    workspace.close()
    assert workspace.vault.locked
    assert workspace.practice.exists
    assert workspace.practice.name == "Cabinet Horizon"
    repository = workspace.repository
    asked: list[Callable[[], object]] = [
        repository.dossiers,
        lambda: repository.dossier("d1"),
        lambda: repository.keep_dossier(DOSSIER),
        lambda: repository.keep_instrument(SMALL),
        lambda: repository.instrument(SMALL.hash),
        lambda: repository.begin_run("d1", "run2"),
        lambda: repository.keep_answer("d1", "run", Given("r1", 1)),
        lambda: repository.answers("d1", "run"),
        lambda: repository.profile("d1", "run"),
        workspace.practice.load,
        lambda: workspace.practice.handed_over,
        lambda: workspace.practice.hand_over("d1", "run"),
        lambda: workspace.practice.try_code("2468"),
    ]
    for call in asked:
        with pytest.raises(Locked):
            call()


def test_a_practice_that_another_window_holds_is_read_and_not_written(tmp_path: Path) -> None:
    writing = kept(tmp_path)
    reading = Workspace(tmp_path, kdf=CHEAP)
    reading.unlock("tambour orage cerise boussole laine falaise grillon")
    assert isinstance(reading.vault.frozen, PracticeInUse)
    before = files(tmp_path)
    assert reading.repository.dossiers() == ([DOSSIER], [])
    profile = answered(SMALL, {}).profile()
    refused: list[Callable[[], object]] = [
        lambda: reading.repository.keep_dossier(DOSSIER),
        lambda: reading.repository.keep_instrument(SMALL),
        lambda: reading.repository.begin_run("d1", "run2"),
        lambda: reading.repository.keep_answer("d1", "run", Given("r1", 1)),
        lambda: reading.repository.keep_profile("d1", "run", profile),
        lambda: reading.practice.hand_over("d1", "run"),
        reading.vault.rotate,
        lambda: reading.vault.change_passphrase("autre"),
    ]
    for call in refused:
        with pytest.raises(PracticeInUse):
            call()
    assert files(tmp_path) == before
    writing.repository.keep_answer("d1", "run", Given("r1", 3))
    writing.repository.keep_dossier(replace(DOSSIER, id="d2"))
    assert list(reading.repository.answers("d1", "run")) == [Given("r1", 3)]
    assert len(reading.repository.dossiers()[0]) == 2
    reading.close()
    writing.close()
    reading.unlock("tambour orage cerise boussole laine falaise grillon")
    reading.repository.keep_answer("d1", "run", Given("r1", 5))


def test_files_of_two_dossiers_or_runs_exchanged_are_refused(tmp_path: Path) -> None:
    workspace = kept(tmp_path)
    workspace.repository.keep_dossier(replace(DOSSIER, id="d2", person="Haddad, Samir"))
    workspace.repository.keep_answer("d1", "run", Given("r1", 1))
    workspace.repository.keep_answer("d1", "run1", Given("r1", 5))
    workspace.close()
    dossiers = tmp_path / "dossiers"
    for one, other in (("d1/head", "d2/head"), ("d1/run", "d1/run1")):
        paths = [dossiers / each / "snapshot" for each in (one, other)]
        contents = [path.read_bytes() for path in paths]
        for path, content in zip(paths, reversed(contents), strict=True):
            path.write_bytes(content)
    found = again(tmp_path)
    for call in (
        lambda: found.dossier("d1"),
        lambda: found.dossier("d2"),
        lambda: found.answers("d1", "run"),
        lambda: found.answers("d1", "run1"),
    ):
        with pytest.raises(StoreDamaged):
            call()


def test_a_write_is_synced_before_it_is_renamed_and_its_folder_after(tmp_path: Path) -> None:
    fs = FaultyFs()
    fs.replace(tmp_path / "file", b"content")
    assert fs.calls == ["create", "write", "sync", "rename", "sync_folder"]


def test_a_short_write_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, view: write(descriptor, view[:3]))
    Fs().replace(tmp_path / "file", b"a long content")
    assert (tmp_path / "file").read_bytes() == b"a long content"


def test_one_broken_dossier_does_not_hide_the_others(tmp_path: Path) -> None:
    workspace = kept(tmp_path)
    workspace.repository.keep_dossier(replace(DOSSIER, id="d2", person="Haddad, Samir"))
    workspace.close()
    (tmp_path / "dossiers" / "d1" / "head" / "snapshot").write_bytes(b"gone")
    found = again(tmp_path)
    with pytest.raises(StoreDamaged):
        found.dossier("d1")
    found.close()
    for path in (tmp_path / "index").iterdir():
        path.unlink()
    dossiers, broken = again(tmp_path).dossiers()
    assert [dossier.id for dossier in dossiers] == ["d2"]
    assert [error.message.params["name"] for error in broken] == ["d1"]


def test_a_finished_run_takes_no_more_answers(tmp_path: Path) -> None:
    repository = kept(tmp_path).repository
    repository.keep_answer("d1", "run", Given("r1", 4))
    repository.keep_profile("d1", "run", answered(SMALL, {"r1": 4}).profile())
    with pytest.raises(StoreError):
        repository.keep_answer("d1", "run", Given("r1", 5))
    assert list(repository.answers("d1", "run")) == [Given("r1", 4)]


def test_many_runs_are_open_in_turn(tmp_path: Path) -> None:
    """More databases than stay open: each is closed in order, and opened again."""
    repository = kept(tmp_path).repository
    runs = [f"run{number}" for number in range(2, 42)]
    for run in runs:
        repository.begin_run("d1", run)
    for turn in (1, 2):
        for run in runs:
            repository.keep_answer("d1", run, Given(f"r{turn}", turn))
    for found in (repository, again(tmp_path)):
        for run in runs:
            assert list(found.answers("d1", run)) == [Given("r1", 1), Given("r2", 2)]
