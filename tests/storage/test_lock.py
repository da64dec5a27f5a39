"""The lock: one program at a time, whoever died before, and the other is told who has it."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.lock import HOLDER, LOCK, Holder, Lock

NOW = datetime(2026, 11, 23, 9, 30)

TAKE_IN_TURN = """
import sys, time
from datetime import datetime
from pathlib import Path
from progpro_tui.storage.lock import Lock
folder, wanted = Path(sys.argv[1]), int(sys.argv[2])
lock, count = Lock(folder, datetime.now), 0
while count < wanted:
    if lock.acquire() is not None:
        time.sleep(0.001)
        continue
    # Read, wait, write: a second writer in between would lose a count.
    total = int((folder / "total").read_text() or 0)
    time.sleep(0.0005)
    (folder / "total").write_text(str(total + 1))
    lock.release()
    count += 1
"""

HOLD = """
import sys, time
from datetime import datetime
from pathlib import Path
from progpro_tui.storage.lock import Lock
lock = Lock(Path(sys.argv[1]), datetime.now)
assert lock.acquire() is None
print("held", flush=True)
{then}
"""


def lock(folder: Path) -> Lock:
    return Lock(folder, lambda: NOW)


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True)


@contextmanager
def holding(folder: Path, then: str = "time.sleep(60)") -> Iterator[subprocess.Popen[str]]:
    """Another program that has the lock; killed afterwards."""
    with start(HOLD.format(then=then), str(folder)) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_the_second_is_told_who_has_it_within_a_second(tmp_path: Path) -> None:
    with holding(tmp_path) as other:
        began = time.monotonic()
        holder = lock(tmp_path).acquire()
        assert time.monotonic() - began < 1
        assert holder is not None
        assert holder.pid == other.pid
        assert holder.words.params["computer"] == socket.gethostname()


def test_a_holder_that_was_killed_keeps_nothing(tmp_path: Path) -> None:
    with holding(tmp_path):
        pass
    assert (tmp_path / HOLDER).exists()
    mine = lock(tmp_path)
    assert mine.acquire() is None
    assert json.loads((tmp_path / HOLDER).read_bytes())["pid"] == os.getpid()


def test_a_dead_name_under_a_live_lock_is_not_told(tmp_path: Path) -> None:
    """Whoever has the lock has not written its name yet: nobody is better than a dead one."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    with holding(tmp_path):
        stale = Holder(dead.pid, json.loads((tmp_path / HOLDER).read_bytes())["computer"], "2020-01-01")
        (tmp_path / HOLDER).write_text(json.dumps(vars(stale)))
        began = time.monotonic()
        assert lock(tmp_path).acquire() == Holder()
        assert time.monotonic() - began < 1


@pytest.mark.parametrize("content", [b"", b"[]", b'{"x": 1}', b"\xff\xfe"])
def test_a_holders_file_of_any_kind_stops_nothing(tmp_path: Path, content: bytes) -> None:
    first = lock(tmp_path)
    assert first.acquire() is None
    (tmp_path / HOLDER).write_bytes(content)
    assert lock(tmp_path).acquire() is not None


def test_what_is_released_can_be_taken_and_the_name_goes(tmp_path: Path) -> None:
    first, second = lock(tmp_path), lock(tmp_path)
    assert first.acquire() is None
    assert first.acquire() is None, "it has it"
    assert second.acquire() is not None
    assert not second.held
    first.release()
    assert not (tmp_path / HOLDER).exists()
    assert second.acquire() is None
    assert first.acquire() is not None


def test_two_processes_in_turn_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "total").write_text("0")
    with (
        start(TAKE_IN_TURN, str(tmp_path), "40") as one,
        start(TAKE_IN_TURN, str(tmp_path), "40") as two,
    ):
        assert [process.wait(60) for process in (one, two)] == [0, 0]
    assert (tmp_path / "total").read_text() == "80"


def test_replacing_the_process_gives_the_lock_up(tmp_path: Path) -> None:
    then = "import os; os.execv(sys.executable, [sys.executable, '-c', 'import time; time.sleep(60)'])"
    mine = lock(tmp_path)
    with holding(tmp_path, then) as other:
        until = time.monotonic() + 10
        while mine.acquire() is not None and time.monotonic() < until:
            time.sleep(0.02)
        assert mine.held
        assert other.poll() is None, "it is another program now, and lives"


def test_a_program_that_is_started_does_not_inherit_it(tmp_path: Path) -> None:
    mine = lock(tmp_path)
    assert mine.acquire() is None
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False)
    try:
        mine.release()
        assert lock(tmp_path).acquire() is None
    finally:
        child.kill()
        child.wait()


def test_it_may_be_released_by_another_thread(tmp_path: Path) -> None:
    from threading import Thread

    mine = lock(tmp_path)
    thread = Thread(target=mine.acquire)
    thread.start()
    thread.join()
    assert mine.held
    mine.release()
    assert lock(tmp_path).acquire() is None


def test_both_files_are_the_owners_alone(tmp_path: Path) -> None:
    mine = lock(tmp_path)
    mine.acquire()
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in (LOCK, HOLDER)] == [0o600, 0o600]


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_refused_and_never_locked_softly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    import fcntl

    def none(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", none)
    with pytest.raises(StoreError, match="has no locks"):
        lock(tmp_path).acquire()


def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(StoreError, match="cannot be locked"):
        lock(file / "practice").acquire()
