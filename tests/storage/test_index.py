"""The index: it always agrees with the heads, and costs nothing when it is lost."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import StoreError
from progpro_tui.storage.database import open_storage
from progpro_tui.storage.index import INDEX
from progpro_tui.storage.vault import PRACTICE
from progpro_tui.testing.practice import new_practice, unlocked
from tests.storage.faulty import FaultyFs, Killed
from tests.support import text

RUN = RunRecord("r", "small", "1.0", "0" * 64, text("Small"), "rating", "rating 1", 7, 6, "2026-11-23")


def dossier(number: int, person: str = "") -> Dossier:
    runs = tuple(replace(RUN, id=f"run{each}") for each in range(number % 3))
    return Dossier(f"d{number}", person or f"Personne {number}", "bilan", "2026-11-01", "2026", runs)


def listed(folder: Path) -> list[Dossier]:
    workspace = unlocked(folder)
    found, broken = workspace.repository.dossiers()
    assert broken == []
    assert [workspace.repository.dossier(each.id) for each in found] == found
    workspace.close()
    return sorted(found, key=lambda each: each.id)


def test_the_list_is_what_was_kept(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path)
    for number in range(5):
        workspace.repository.keep_dossier(dossier(number))
    workspace.repository.keep_dossier(dossier(2, "Autre nom"))
    expected = [dossier(0), dossier(1), dossier(2, "Autre nom"), dossier(3), dossier(4)]
    assert listed(tmp_path) == expected
    workspace.close()
    assert listed(tmp_path) == expected


def test_a_list_reads_the_head_that_was_written_last_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = new_practice(tmp_path)
    for number in range(5):
        workspace.repository.keep_dossier(dossier(number))
    workspace.close()
    again = unlocked(tmp_path)
    read: list[str] = []
    one = again.repository.dossier

    def spied(dossier_id: str) -> Dossier:
        read.append(dossier_id)
        return one(dossier_id)

    monkeypatch.setattr(again.repository, "dossier", spied)
    assert len(again.repository.dossiers()[0]) == 5
    assert read == ["d4"]


@pytest.mark.parametrize("content", [None, b"", b"gone"])
def test_a_lost_or_damaged_index_is_made_anew(tmp_path: Path, content: bytes | None) -> None:
    workspace = new_practice(tmp_path)
    for number in range(3):
        workspace.repository.keep_dossier(dossier(number))
    workspace.close()
    for path in (tmp_path / "index").iterdir():
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
    for _ in range(2):
        assert listed(tmp_path) == [dossier(0), dossier(1), dossier(2)]


def test_runs_under_another_plugin_or_version_keep_their_own(tmp_path: Path) -> None:
    """What runs share is kept once: those that differ in any of it do not share it."""
    workspace = new_practice(tmp_path)
    runs = (
        RUN,
        replace(RUN, id="s", plugin="rating 2"),
        replace(RUN, id="t", hash="1" * 64, version="1.1", title=text("Smaller")),
        replace(RUN, id="u", seed=8, finished="2026-11-24"),
    )
    first = replace(dossier(1), runs=runs[:2])
    second = replace(dossier(2), runs=runs)
    workspace.repository.keep_dossier(first)
    workspace.close()
    again = unlocked(tmp_path)
    again.repository.keep_dossier(second)
    again.close()
    assert listed(tmp_path) == [first, second]


def test_an_index_of_another_make_is_made_anew(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path)
    for number in range(3):
        workspace.repository.keep_dossier(dossier(number))
    workspace.close()
    again = unlocked(tmp_path)
    key = again.vault.key(PRACTICE).part(INDEX)
    storage = open_storage(tmp_path / INDEX, key, again.fs)
    row = ["Personne 1", "bilan", "2026-11-01", "2026", [["r", "small", "1.0", "0" * 64, 7, 6, ""]], ""]
    storage.put("dossiers", "d1", {"row": row})
    storage.close()
    told: list[tuple[int, int]] = []
    again.repository.progress = lambda done, total: told.append((done, total))
    assert len(again.repository.dossiers()[0]) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    again.close()
    assert listed(tmp_path) == [dossier(0), dossier(1), dossier(2)]


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, 0])
@pytest.mark.parametrize("after", [False, True])
def test_a_fault_at_any_call_leaves_list_and_heads_of_one_mind(
    tmp_path: Path, code: int, after: bool
) -> None:
    """A dossier begun, another changed: what was refused is in neither, what was kept is in both."""
    for at in range(200):
        folder, fs = tmp_path / str(at), FaultyFs()
        workspace = new_practice(folder, fs=fs)
        workspace.repository.keep_dossier(dossier(1))
        kept = [dossier(1)]
        fs.fail(at, code, after=after)
        killed = False
        for change in (dossier(2), dossier(1, "Nom changé"), dossier(4)):
            try:
                workspace.repository.keep_dossier(change)
            except StoreError:
                continue
            except Killed:
                killed = True
                break
            kept = sorted([*(d for d in kept if d.id != change.id), change], key=lambda d: d.id)
        done = len(fs.calls) <= at
        fs.heal()
        assert killed or sorted(workspace.repository.dossiers()[0], key=lambda d: d.id) == kept
        found = listed(folder)
        # What was refused, or was being written when it was killed, may be there or not.
        assert all(each in found or each.id == "d1" for each in kept)
        assert {each.id for each in found} <= {"d1", "d2", "d4"}
        if done:
            return
    raise AssertionError("two hundred calls")


@pytest.mark.parametrize("way", ["file", "dangling"])
def test_what_stands_in_its_place_is_no_index(tmp_path: Path, way: str) -> None:
    workspace = new_practice(tmp_path)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    workspace.close()
    shutil.rmtree(tmp_path / "index")
    if way == "file":
        (tmp_path / "index").write_text("in the way")
    else:
        (tmp_path / "index").symlink_to(tmp_path / "nowhere")
    again = unlocked(tmp_path)
    assert [each.person for each in again.dossiers.all()[0]] == ["Delorme, Amina"]
    again.close()
    assert (tmp_path / "index" / "snapshot").is_file()
