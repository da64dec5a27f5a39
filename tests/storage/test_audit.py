"""The audit: every edit, deletion and swap of an entry is found; old entries go behind a checkpoint."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progpro_tui.core.errors import StoreError, WrongPassphrase
from progpro_tui.storage.audit import Act
from progpro_tui.storage.audit_chain import Checkpoint, Entry, chained, checkpoint, first_flaw
from progpro_tui.testing.practice import CHEAP, CODE, new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace

KEY = bytes(range(32))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def chain(count: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, count + 1):
        before = entries[-1].code if entries else ""
        entry = Entry(number, NOW.isoformat(), Act.EXPORT, f"d{number % 7}", "passphrase")
        entries.append(chained(KEY, before, entry))
    return entries


ENTRIES = chain(1000)
HEAD = (1000, ENTRIES[-1].code)


def flaw(entries: list[Entry], start: Checkpoint | None = None) -> int | None:
    return first_flaw(KEY, start or Checkpoint(), entries, HEAD)


def test_a_thousand_entries_are_whole_and_each_one_taken_out_is_missed() -> None:
    assert flaw(ENTRIES) is None
    for place in range(0, 1000, 37):
        assert flaw(ENTRIES[:place] + ENTRIES[place + 1 :]) == place + 1
    assert flaw(ENTRIES[:-1]) == 1000, "taken off the end"
    assert flaw([]) == 1


@settings(max_examples=60, deadline=None)
@given(
    place=st.integers(0, 999),
    part=st.sampled_from(["when", "act", "object", "by", "code"]),
    words=st.text(max_size=8),
)
def test_every_edit_is_found(place: int, part: str, words: str) -> None:
    edited = replace(ENTRIES[place], **{part: getattr(ENTRIES[place], part) + words})
    entries = [*ENTRIES[:place], edited, *ENTRIES[place + 1 :]]
    assert flaw(entries) == (place + 1 if words else None)
    counted = replace(ENTRIES[place], count=2)
    assert flaw([*ENTRIES[:place], counted, *ENTRIES[place + 1 :]]) == place + 1


@settings(max_examples=60, deadline=None)
@given(one=st.integers(0, 999), other=st.integers(0, 999), renumbered=st.booleans())
def test_every_swap_is_found(one: int, other: int, renumbered: bool) -> None:
    entries = [*ENTRIES]
    entries[one], entries[other] = entries[other], entries[one]
    if renumbered:
        entries = [replace(entry, n=number) for number, entry in enumerate(entries, 1)]
    assert flaw(entries) == (min(one, other) + 1 if one != other else None)


def test_an_entry_put_in_is_found_without_the_key() -> None:
    forged = chained(bytes(32), ENTRIES[4].code, Entry(6, NOW.isoformat(), Act.ERASE))
    assert flaw([*ENTRIES[:5], forged, *ENTRIES[5:]]) == 6


def test_a_checkpoint_takes_the_place_of_what_was_before_and_cannot_be_forged() -> None:
    start = checkpoint(KEY, ENTRIES[499], "2026-11-23")
    assert flaw(ENTRIES[500:], start) is None
    assert flaw(ENTRIES[501:], start) == 501
    assert flaw(ENTRIES[501:], replace(start, n=501, code=ENTRIES[500].code)) == 501
    assert flaw(ENTRIES[500:], replace(start, when="2020-01-01")) == 500


def acts(workspace: Workspace) -> list[str]:
    return [entry.act for entry in workspace.audit.entries()]


def test_it_is_kept_over_openings_and_says_how_often_the_passphrase_was_wrong(tmp_path: Path) -> None:
    new_practice(tmp_path).close()
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            Workspace(tmp_path, kdf=CHEAP).unlock("wrong")
    workspace = unlocked(tmp_path)
    assert acts(workspace) == ["begin", "lock", "wrong", "unlock"]
    assert workspace.audit.entries()[2].count == 3
    assert workspace.audit.entries()[3].by == "passphrase"
    workspace.audit.check(workspace.audit.head())
    head = workspace.audit.head()
    workspace.close()
    again = unlocked(tmp_path)
    again.audit.check(head)
    assert acts(again) == ["begin", "lock", "wrong", "unlock", "lock", "unlock"]
    assert not (tmp_path / "tries").exists()
    with pytest.raises(StoreError):
        again.audit.check("3-ffff")


def test_an_audit_that_was_put_back_or_deleted_alone_is_found(tmp_path: Path) -> None:
    new_practice(tmp_path).close()
    old = (tmp_path / "audit" / "snapshot").read_bytes()
    unlocked(tmp_path).close()
    for content in (old, None):
        for path in (tmp_path / "audit").iterdir():
            path.unlink()
        if content is not None:
            (tmp_path / "audit" / "snapshot").write_bytes(content)
        workspace = unlocked(tmp_path)
        with pytest.raises(StoreError):
            workspace.audit.check()


def test_entries_of_more_than_twelve_months_go_behind_a_checkpoint(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path)
    for day in range(0, 800, 10):
        workspace.audit.note(Act.EXPORT, NOW + timedelta(days=day), "d1")
    now = NOW + timedelta(days=790)
    assert workspace.audit.prune(NOW) == 0, "the clock is behind"
    assert len(workspace.audit.entries()) == 1 + 80
    assert workspace.audit.prune(now) == 1 + 43
    assert workspace.audit.prune(now) == 0
    workspace.audit.check()
    workspace.audit.note(Act.EXPORT, now, "d1")
    workspace.audit.check()
    workspace.close()
    unlocked(tmp_path, clock=lambda: now).audit.check()


def test_nothing_of_it_can_be_read_without_the_key(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path)
    workspace.audit.note(Act.HAND_OVER, NOW, "d1")
    workspace.close()
    content = (tmp_path / "audit" / "snapshot").read_bytes()
    assert json.dumps("hand-over").encode() not in content


def test_who_had_the_keyboard_and_who_guessed_is_noted_without_a_name(tmp_path: Path) -> None:
    workspace = new_practice(tmp_path)
    dossier = workspace.dossiers.create("Delorme, Amina", "bilan")
    workspace.practice.hand_over(dossier.id, "run")
    assert not workspace.practice.try_code("0000").right
    assert not workspace.practice.try_passphrase("une autre phrase")
    assert workspace.practice.try_code(CODE).right
    entries = [(each.act, each.object) for each in workspace.audit.entries()]
    assert entries == [
        ("begin", ""),
        ("hand-over", dossier.id),
        ("wrong code", dossier.id),
        ("wrong code", dossier.id),
        ("take-back", dossier.id),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    new_practice(tmp_path).close()
    for name in ("keyring", "keyring.copy"):
        (tmp_path / name).unlink()
        os.mkfifo(tmp_path / name)
    with pytest.raises(StoreError, match="cannot be read"):
        unlocked(tmp_path)
