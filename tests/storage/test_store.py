"""The store: whole or not at all, damage noticed, nothing of a person in a name, 0600."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from progpro_tui.core.answers import Given, Missing
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import StoreDamaged, StoreError, StoreFull, StoreTooNew
from progpro_tui.storage.envelope import FORMAT, seal, unseal
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.practice_store import Practice, PracticeStore
from progpro_tui.storage.repository import FileRepository
from progpro_tui.workspace.workspace import Workspace
from tests.support import answered, riasec

DOSSIER = Dossier("d1", "Delorme, Amina", "bilan", "2026-11-01T09:00:00", "2026-11-20T09:00:00")
SMALL = riasec()


def kept(folder: Path) -> FileRepository:
    repository = FileRepository(folder)
    repository.keep_dossier(DOSSIER)
    for run in ("run", "run1"):
        repository.begin_run("d1", run)
    return repository


def test_a_dossier_an_answer_an_instrument_and_a_profile_come_back(tmp_path: Path) -> None:
    repository = kept(tmp_path)
    repository.keep_instrument(SMALL)
    given = [Given("r1", 4), Given("i1", Missing.DECLINED), Given("r1", 5)]
    for answer in given:
        repository.keep_answer("d1", "run1", answer)
    profile = answered(SMALL, {"r1": 5}).profile()
    repository.keep_profile("d1", "run1", profile)
    again = FileRepository(tmp_path)
    assert again.dossier("d1") == DOSSIER
    assert again.instrument(SMALL.hash) == SMALL
    assert list(again.answers("d1", "run1")) == [given[2], given[1]]
    assert again.profile("d1", "run1") == replace(profile, given=(given[2], given[1]))


def test_what_was_never_kept_is_none_or_named(tmp_path: Path) -> None:
    repository = kept(tmp_path)
    assert list(repository.answers("d1", "run")) == []
    assert repository.profile("d1", "run") is None
    for lost in (repository.answers, repository.profile):
        with pytest.raises(StoreDamaged):
            lost("d1", "deleted")
    with pytest.raises(StoreDamaged):
        repository.instrument("0" * 64)
    with pytest.raises(StoreDamaged):
        repository.dossier("nobody")


def test_every_file_is_the_users_alone_and_names_nobody(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "practice")
    workspace.practice.create("Cabinet", "2468")
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    sitting.answer("seen", language="fr")
    for path in (tmp_path / "practice").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
        assert "elorme" not in str(path.relative_to(tmp_path)).casefold()
        assert not path.name.startswith("."), "an unfinished file stayed"


@pytest.mark.parametrize("kind", ["head", "run"])
def test_every_cut_and_every_flipped_bit_is_noticed(tmp_path: Path, kind: str) -> None:
    repository = kept(tmp_path)
    repository.keep_answer("d1", "run", Given("r1", 4))
    path = tmp_path / "dossiers" / "d1" / kind
    whole = path.read_bytes()

    def read() -> object:
        fresh = FileRepository(tmp_path)
        return fresh.dossier("d1") if kind == "head" else list(fresh.answers("d1", "run"))

    expected = read()
    for place in range(len(whole)):
        damaged = [whole[:place]]
        if whole[place : place + 1] != b" ":
            damaged.append(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        for content in damaged:
            path.write_bytes(content)
            try:
                assert read() == expected
            except StoreError:
                continue
    path.write_bytes(whole)
    assert read() == expected


def test_a_newer_format_says_so_and_an_unknown_one_is_damage() -> None:
    sealed = seal("head", {"a": 1})
    assert unseal("head", sealed, "x") == {"a": 1}
    newer = sealed.replace(b'"reader": 1', f'"reader": {FORMAT + 1}'.encode(), 1)
    with pytest.raises(StoreTooNew):
        unseal("head", newer, "x")
    for nonsense in (b"", b"{}", b"[]\n", b'{"reader": "1"}\n', sealed.replace(b"head", b"tail")):
        with pytest.raises(StoreDamaged):
            unseal("head", nonsense, "x")


FAULTS = ("open", "write", "fsync", "replace")


@pytest.mark.parametrize("call", FAULTS)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_fault_at_any_call_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    repository = kept(tmp_path)
    repository.keep_answer("d1", "run", Given("r1", 4))

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as faulty:
        faulty.setattr(os, call, fail)
        with pytest.raises(StoreFull if code == errno.ENOSPC else StoreError):
            repository.keep_answer("d1", "run", Given("i1", 5))
    assert list(repository.answers("d1", "run")) == [Given("r1", 4)]
    assert [p.name for p in (tmp_path / "dossiers" / "d1").iterdir() if p.name[0] == "."] == []
    repository.keep_answer("d1", "run", Given("i1", 5))
    assert len(repository.answers("d1", "run")) == 2


def test_a_write_is_synced_before_it_is_renamed_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def spied(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def spy(*arguments: object, **named: object) -> object:
            calls.append(name)
            return call(*arguments, **named)

        return spy

    for name in ("write", "fsync", "replace"):
        monkeypatch.setattr(os, name, spied(name, getattr(os, name)))
    Fs().replace(tmp_path / "file", b"content")
    assert calls == ["write", "fsync", "replace", "fsync"]


def test_a_short_write_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, view: write(descriptor, view[:3]))
    Fs().replace(tmp_path / "file", b"a long content")
    assert (tmp_path / "file").read_bytes() == b"a long content"


def test_one_broken_dossier_does_not_hide_the_others(tmp_path: Path) -> None:
    repository = kept(tmp_path)
    repository.keep_dossier(replace(DOSSIER, id="d2", person="Haddad, Samir"))
    (tmp_path / "dossiers" / "d1" / "head").write_bytes(b"gone")
    dossiers, broken = repository.dossiers()
    assert [dossier.id for dossier in dossiers] == ["d2"]
    assert [error.message.params["name"] for error in broken] == ["d1"]


def test_a_practice_comes_back_and_a_strange_one_is_damage(tmp_path: Path) -> None:
    store = PracticeStore(tmp_path)
    assert not store.exists
    practice = Practice("Cabinet", "2026-11-23", "00", "11", handed_run="r")
    store.keep(practice)
    assert store.load() == practice
    (tmp_path / "practice").write_bytes(seal("practice", {"practice": {"1": {"odd": 1}}}))
    with pytest.raises(StoreDamaged):
        store.load()


def test_a_finished_run_takes_no_more_answers(tmp_path: Path) -> None:
    repository = kept(tmp_path)
    repository.keep_answer("d1", "run", Given("r1", 4))
    repository.keep_profile("d1", "run", answered(SMALL, {"r1": 4}).profile())
    with pytest.raises(StoreError):
        repository.keep_answer("d1", "run", Given("r1", 5))
    assert list(repository.answers("d1", "run")) == [Given("r1", 4)]


def test_a_dossier_whose_beginning_was_cut_short_is_none(tmp_path: Path) -> None:
    repository = kept(tmp_path)
    (tmp_path / "dossiers" / "d2").mkdir()
    assert [d.id for d in repository.dossiers()[0]] == ["d1"]
    assert repository.dossiers()[1] == []
