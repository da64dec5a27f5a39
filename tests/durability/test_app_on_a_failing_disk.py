"""The real app while its disk is full, or refuses for a while: it says so, and goes on."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.durability.app import answered, asked, begun, kept, press, resumed
from tests.durability.disks import memory_disk
from tests.durability.forms import Figures, needs
from tests.terminal.terminal import Terminal

FULL = r"disque\s+est\s+plein"
READ_ONLY = r"lecture\s+seule"


def until_told(terminal: Terminal, first: int, words: str) -> int:
    """Answer on until the app says these words; the question that it then stays at."""
    for number in range(first, first + 40):
        press(terminal, number)
        terminal.wait(f"{asked(number + 1)}|{words}")
        if words_stand(terminal, words):
            terminal.wait(asked(number))
            return number
    raise AssertionError("it never complains")


def words_stand(terminal: Terminal, words: str) -> bool:
    with suppress(AssertionError):
        terminal.wait(words, seconds=0)
        return True
    return False


@needs()
def test_the_app_on_a_full_disk(memory: Path, figures: Figures) -> None:
    home = memory / "home"
    home.mkdir()
    with memory_disk(home / "data", "512k") as small:
        folder = begun(home)
        terminal = resumed(home, 1)
        press(terminal, 1)
        terminal.wait(asked(2))
        with suppress(OSError):
            (small / "ballast").write_bytes(bytes(2**20))
        told_at = until_told(terminal, 2, FULL)
        (small / "ballast").unlink()
        for number in range(told_at, told_at + 5):
            press(terminal, number)
        terminal.wait(asked(told_at + 5))
        terminal.kill()
        assert kept(folder) == answered(told_at + 4)
    figures(acknowledged=told_at + 4, refused=1, lost=0)


@contextmanager
def read_only(process: int, times: int) -> Iterator[None]:
    """So many syncs of a process are answered that the disk can only be read."""
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync"]
    inject = ["-e", f"inject=fdatasync:error=EROFS:when=1..{times}"]
    tracer = subprocess.Popen([*command, *inject, "-p", str(process)])
    until = time.monotonic() + 10
    while "TracerPid:\t0" in Path(f"/proc/{process}/status").read_text():
        assert time.monotonic() < until
        time.sleep(0.01)
    yield
    tracer.terminate()
    tracer.wait()


@needs("strace")
def test_the_app_on_a_disk_that_can_only_be_read_for_a_while(memory: Path, figures: Figures) -> None:
    folder, refused = begun(memory), 3
    terminal = resumed(memory, 1)
    for number in range(1, 6):
        press(terminal, number)
    terminal.wait(asked(6))
    with read_only(terminal.pid, refused):
        for _ in range(refused):
            press(terminal, 6)
            terminal.wait(READ_ONLY)
            time.sleep(0.2)
        for number in range(6, 12):
            press(terminal, number)
        terminal.wait(asked(12))
    terminal.kill()
    assert kept(folder) == answered(11)
    figures(acknowledged=11, refused=refused, lost=0)
