"""The journal: every cut leaves an exact prefix, every damage is told, no fault loses an answer."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import where

from progpro_tui.core.errors import StoreDamaged, StoreError, StoreFull
from progpro_tui.storage.database import open_storage, tinydb_on
from progpro_tui.storage.envelope import ObjectKey
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.journal_storage import ENOUGH, JournalStorage
from tests.storage.faulty import FaultyFs, Killed

KEY = ObjectKey(b"k" * 32, b"s" * 16, "d1/run")
COUNT = 6


def opened(folder: Path, fs: Fs | None = None) -> JournalStorage:
    return open_storage(folder, KEY, fs or Fs())


def answer(storage: JournalStorage, number: int, said: int = 0) -> None:
    storage.put("answers", f"q{number}", {"answer": said or number, "why": ["a", "b"]})


def numbers(storage: JournalStorage) -> list[int]:
    return [kept["answer"] for kept in storage.table("answers").values()]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def put(folder: Path, held: dict[str, bytes]) -> None:
    for path in list(folder.iterdir()):
        path.unlink()
    for name, content in held.items():
        (folder / name).write_bytes(content)


def told(storage: JournalStorage) -> bool:
    """Whether something is said: a torn end, or damage that freezes the database."""
    return bool(storage.torn or storage.frozen)


# -- what is written comes back ---------------------------------------------------------------------


def test_answers_come_back_from_the_journal_and_from_the_snapshot(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    for number in range(1, COUNT):
        answer(storage, number)
    answer(storage, 2, said=20)
    expected = [1, 20, 3, 4, 5]
    assert numbers(opened(tmp_path)) == expected
    storage.close()
    assert list(files(tmp_path)) == ["snapshot"]
    again = opened(tmp_path)
    assert numbers(again) == expected
    answer(again, 9)
    assert numbers(opened(tmp_path)) == [*expected, 9]


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    answer(storage, 1)
    before = files(tmp_path)
    storage.write(storage.read())
    assert files(tmp_path) == before


def test_no_process_appends_to_the_segment_of_another(tmp_path: Path) -> None:
    for number in range(1, 4):
        answer(opened(tmp_path), number)
    assert len(files(tmp_path)) == 3
    assert numbers(opened(tmp_path)) == [1, 2, 3]


def test_a_full_journal_becomes_a_snapshot_and_goes_on(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    for number in range(1, 8):
        storage.put("answers", f"q{number}", {"answer": number, "long": "x" * (ENOUGH // 4)})
    assert "snapshot" in files(tmp_path)
    assert numbers(opened(tmp_path)) == list(range(1, 8))


def test_what_is_read_and_what_was_written_share_nothing_with_the_state(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    mine = {"answer": 1, "why": ["a", {"b": [1]}]}
    storage.put("answers", "q1", mine)
    mine["why"][1]["b"].append(2)  # type: ignore[index]  # what it holds is known here
    read = storage.read()
    read["answers"]["q1"]["why"].append("c")
    read["answers"]["q2"] = {}
    storage.table("answers")["q1"]["why"].clear()
    assert storage.read() == {"answers": {"q1": {"answer": 1, "why": ["a", {"b": [1]}]}}}


def test_tinydb_works_on_it_as_on_its_own(tmp_path: Path) -> None:
    table = tinydb_on(opened(tmp_path)).table("notes")
    first, second = table.insert_multiple([{"n": 1, "said": ["x"]}, {"n": 2, "said": []}])
    table.update({"n": 3}, where("n") == 2)
    table.upsert({"n": 4, "said": ["y"]}, where("n") == 4)
    table.remove(doc_ids=[first])
    found = tinydb_on(opened(tmp_path))
    assert [(each.doc_id, each["n"]) for each in found.table("notes")] == [(second, 3), (3, 4)]
    found.drop_table("notes")
    assert tinydb_on(opened(tmp_path)).tables() == set()


# -- cut and flipped --------------------------------------------------------------------------------


def written(folder: Path) -> list[Path]:
    """A segment that another process left, the last one, and a snapshot."""
    storage = opened(folder)
    answer(storage, 1)
    answer(storage, 2)
    storage.close()
    left = opened(folder)
    answer(left, 3)
    answer(left, 4)
    last = opened(folder)
    answer(last, 5)
    answer(last, 6)
    return sorted(folder.iterdir())


def test_a_cut_at_every_byte_leaves_an_exact_prefix_or_is_told(tmp_path: Path) -> None:
    paths, held = written(tmp_path), files(tmp_path)
    for path in paths:
        whole = held[path.name]
        for place in range(len(whole)):
            put(tmp_path, {**held, path.name: whole[:place]})
            try:
                storage = opened(tmp_path)
            except StoreDamaged:
                assert path.name == "snapshot"
                continue
            kept = numbers(storage)
            assert kept == list(range(1, len(kept) + 1))
            if path == paths[0]:  # the end is still there: a gap is damage, never an end
                assert storage.frozen
            else:
                assert kept in ([1, 2, 3, 4], [1, 2, 3, 4, 5])
                assert storage.frozen is None


def test_a_flipped_bit_in_every_byte_is_never_taken_for_data(tmp_path: Path) -> None:
    paths, held = written(tmp_path), files(tmp_path)
    for path in paths:
        whole = held[path.name]
        for place in range(len(whole)):
            flipped = whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :]
            put(tmp_path, {**held, path.name: flipped})
            try:
                storage = opened(tmp_path)
            except StoreError:
                continue
            kept = numbers(storage)
            assert kept == list(range(1, len(kept) + 1))
            assert len(kept) < 6
            assert told(storage)
            # Only the last record may look torn; anything else is read and not written.
            assert storage.frozen or kept == [1, 2, 3, 4, 5]


def test_a_torn_end_is_told_once_kept_aside_and_work_goes_on(tmp_path: Path) -> None:
    storage = opened(tmp_path)
    answer(storage, 1)
    answer(storage, 2)
    (name, whole), *_ = files(tmp_path).items()
    put(tmp_path, {name: whole[:-3]})
    first = opened(tmp_path)
    assert first.torn == name
    assert files(tmp_path)[f"aside.{name}"] == whole[:-3]
    second = opened(tmp_path)
    assert not told(second)
    answer(second, 2)
    assert numbers(opened(tmp_path)) == [1, 2]


def test_a_damaged_middle_is_read_only_named_and_left_as_it_is(tmp_path: Path) -> None:
    paths = written(tmp_path)
    middle = bytearray(paths[0].read_bytes())
    middle[-30] ^= 1
    paths[0].write_bytes(middle)
    before = files(tmp_path)
    storage = opened(tmp_path)
    assert numbers(storage) == [1, 2, 3]
    with pytest.raises(StoreDamaged) as refused:
        answer(storage, 7)
    assert refused.value.message.params["file"] == paths[0].name
    storage.close()
    assert files(tmp_path) == before


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_lost_file_is_no_end(tmp_path: Path, place: int) -> None:
    """A journal without its snapshot or its middle is damaged; without its last file, a prefix."""
    paths = written(tmp_path)
    lost = [path for path in paths if path.name != "snapshot"]
    lost.append(tmp_path / "snapshot")
    lost[place].unlink()
    storage = opened(tmp_path)
    assert (storage.frozen is None) == (place == 1)
    assert numbers(storage) == {0: [1, 2], 1: [1, 2, 3, 4], 2: []}[place]


def test_the_segment_of_another_run_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        answer(open_storage(tmp_path / name, KEY.part(name), Fs()), 1)
    (own,) = (tmp_path / "one").iterdir()
    (other,) = (tmp_path / "two").iterdir()
    own.write_bytes(other.read_bytes())
    storage = open_storage(tmp_path / "one", KEY.part("one"), Fs())
    assert storage.frozen
    assert numbers(storage) == []


# -- faults -----------------------------------------------------------------------------------------


def session(fs: Fs, folder: Path, acknowledged: list[int]) -> None:
    """Answer, close, answer: with one more try for each answer that was refused."""
    for part in ((1, 2, 3), (4, 5)):
        storage = opened(folder, fs)
        for number in part:
            try:
                answer(storage, number)
            except StoreError:
                answer(storage, number)
            acknowledged.append(number)
        storage.close()


def calls_of_a_session(folder: Path) -> int:
    fs = FaultyFs()
    session(fs, folder, [])
    return len(fs.calls)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, 0])
@pytest.mark.parametrize("after", [False, True])
def test_a_fault_at_any_call_loses_nothing(tmp_path: Path, code: int, after: bool) -> None:
    (tmp_path / "whole").mkdir()
    count = calls_of_a_session(tmp_path / "whole")
    assert count > 20
    for at in range(count):
        folder = tmp_path / str(at)
        folder.mkdir()
        fs, acknowledged = FaultyFs(), list[int]()
        fs.fail(at, code, after=after)
        try:
            session(fs, folder, acknowledged)
        except Killed:
            assert code == 0
        fs.heal()
        storage = opened(folder, fs)
        assert storage.frozen is None, at
        kept = numbers(storage)
        # What was being written when it was killed may be there, and nothing else.
        assert kept in (acknowledged, [*acknowledged, len(acknowledged) + 1]), at
        answer(storage, 9)
        assert numbers(opened(folder)) == [*kept, 9]


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_two_faults_in_a_row_lose_nothing(tmp_path: Path, code: int) -> None:
    """Of two records with one number the later counts, and what was acknowledged is repeated."""
    (tmp_path / "whole").mkdir()
    count = calls_of_a_session(tmp_path / "whole")
    for first in range(count):
        for second in range(1, 5):
            folder = tmp_path / f"{first}-{second}"
            folder.mkdir()
            fs, acknowledged = FaultyFs(), list[int]()
            fs.fail(first, code, more=second)
            storage = opened(folder, fs)
            for number in (1, 2, 3, 4):
                for _ in range(8):
                    try:
                        answer(storage, number)
                        break
                    except StoreError:
                        continue
                acknowledged.append(number)
            assert numbers(opened(folder)) == acknowledged


def test_a_block_that_the_disk_refused_is_written_again_with_what_stood_in_it(tmp_path: Path) -> None:
    """After a failed sync the answers before it are in the next segment too."""
    fs = FaultyFs()
    storage = opened(tmp_path, fs)
    answer(storage, 1)
    answer(storage, 2)
    (first,) = tmp_path.iterdir()
    fs.fail(1)
    with pytest.raises(StoreError):
        answer(storage, 3)
    fs.heal()
    answer(storage, 3, said=30)
    first.write_bytes(first.read_bytes()[:120])  # the block is gone
    assert numbers(opened(tmp_path)) == [1, 2, 30]


def test_a_refused_answer_is_not_in_the_state(tmp_path: Path) -> None:
    fs = FaultyFs()
    storage = opened(tmp_path, fs)
    answer(storage, 1)
    fs.fail(0, errno.ENOSPC)
    with pytest.raises(StoreFull):
        answer(storage, 2)
    assert numbers(storage) == [1]


def test_an_answer_is_synced_before_it_is_acknowledged(tmp_path: Path) -> None:
    fs = FaultyFs()
    storage = opened(tmp_path, fs)
    answer(storage, 1)
    assert fs.calls == ["create", "write", "sync", "sync_folder", "write", "sync"]
    fs.calls.clear()
    answer(storage, 2)
    assert fs.calls == ["write", "sync"]
    fs.calls.clear()
    storage.close()
    snapshot = ["create", "write", "sync", "rename", "sync_folder"]
    assert fs.calls == [*snapshot, "unlink"]


def test_without_its_syncs_a_journal_loses_answers(tmp_path: Path) -> None:
    """The proof that the test above can fail: a disk that keeps only what was synced."""

    class Forgetful(Fs):
        kept: dict[int, bytes]

        def __init__(self, syncs: bool) -> None:
            self.syncs, self.pending, self.paths = syncs, dict[int, bytes](), dict[int, Path]()

        def create(self, path: Path) -> int:
            descriptor = super().create(path)
            self.paths[descriptor] = path
            return descriptor

        def write(self, descriptor: int, content: bytes) -> None:
            self.pending[descriptor] = self.pending.get(descriptor, b"") + content

        def sync(self, descriptor: int) -> None:
            if self.syncs:
                super().write(descriptor, self.pending.pop(descriptor, b""))
                super().sync(descriptor)

    kept: Callable[[bool], list[int]] = lambda syncs: _after_power_cut(tmp_path, Forgetful(syncs))  # noqa: E731 - one line
    assert kept(True) == [1, 2, 3]
    assert kept(False) == []


def _after_power_cut(folder: Path, fs: Fs) -> list[int]:
    put(folder, {})
    storage = opened(folder, fs)
    for number in (1, 2, 3):
        answer(storage, number)
    return numbers(opened(folder))
