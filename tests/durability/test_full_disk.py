"""A disk that is full, or can only be read for a while: it is told, nothing is lost, work resumes."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from progpro_tui.core.answers import Given
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import StoreError, StoreFull
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import CHEAP, PASSPHRASE, let_go, new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.durability.disks import disk, memory_disk
from tests.durability.forms import Figures, forms, needs
from tests.durability.ledger import Key, everything, head
from tests.durability.test_faults import well_told
from tests.durability.writer import run_record

WORDS = "as long as a short answer in one’s own words "


class Sitter:
    """Somebody who answers on and on; ``kept`` is what was acknowledged."""

    def __init__(self, folder: Path, fs: Fs | None = None) -> None:
        self.workspace = new_practice(folder, fs=fs)
        dossier = Dossier("d", "Delorme, Amina", "bilan", "", "", (run_record("run"),))
        self.workspace.repository.keep_dossier(dossier)
        self.workspace.repository.begin_run("d", "run")
        self.kept: dict[Key, str] = {("head", "d"): head(dossier.person, ["run"])}

    def answer(self, number: int) -> None:
        words = f"{number} {WORDS}"
        self.workspace.repository.keep_answer("d", "run", Given(f"q{number % 20}", words))
        self.kept["answer", "d", "run", f"q{number % 20}"] = words

    def until_refused(self, first: int) -> tuple[int, StoreError]:
        """Answer until that fails; how far it came, and what was said."""
        for number in range(first, first + 100_000):
            try:
                self.answer(number)
            except StoreError as error:
                return number, error
        raise AssertionError("this disk never fills")

    def complete(self) -> None:
        """All of it is there: for who answers, and for another window, which reads the disk."""
        other = Workspace(self.workspace.folder, kdf=CHEAP)
        other.unlock(PASSPHRASE)
        assert other.vault.frozen is not None
        assert everything(self.workspace) == everything(other) == self.kept

    def start_again(self) -> None:
        self.workspace.close()
        self.workspace = unlocked(self.workspace.folder, fs=self.workspace.fs)
        self.complete()


@needs()
@pytest.mark.parametrize("disks", forms(1, 34))
def test_a_full_disk_in_mid_session(tmp_path: Path, figures: Figures, disks: int) -> None:
    """On 64 kB, where room is made now and then, and taken again. (The audit takes some for good.)"""
    acknowledged = 0
    for number in range(disks):
        with memory_disk(tmp_path / f"small-{number}", "64k") as small:
            acknowledged += fill_and_go_on(small, rounds=3)
    figures(acknowledged=acknowledged, refused=3 * disks, lost=0)


def fill_and_go_on(small: Path, rounds: int) -> int:
    """How many answers were kept. Each round fills the disk, makes room, and starts again."""
    reached, ballast = 0, small / "ballast"
    ballast.write_bytes(bytes(24_000))
    sitter = Sitter(small / "practice")
    for _ in range(rounds):
        reached, error = sitter.until_refused(reached + 1)
        assert isinstance(error, StoreFull)
        well_told(error, errno.ENOSPC)
        sitter.complete()
        ballast.unlink()
        for _ in range(5):
            reached += 1
            sitter.answer(reached)
        sitter.complete()
        sitter.start_again()
        free = os.statvfs(small)
        ballast.write_bytes(bytes(min(24_000, free.f_bavail * free.f_frsize)))
    sitter.workspace.close()
    return reached - rounds


@needs()
def test_tries_on_a_full_disk_take_no_room(tmp_path: Path) -> None:
    """Who answers on and on there finds the little room that is made in the end."""
    with memory_disk(tmp_path / "small", "64k") as small:
        ballast = small / "ballast"
        ballast.write_bytes(bytes(24_000))
        sitter = Sitter(small / "practice")
        reached, _ = sitter.until_refused(1)
        files = sorted(small.rglob("*"))
        for _ in range(50):
            with pytest.raises(StoreFull):
                sitter.answer(reached)
        assert len(sorted(small.rglob("*"))) <= len(files) + 1
        ballast.unlink()
        sitter.answer(reached)
        sitter.complete()


@needs()
def test_a_full_disk_is_opened(tmp_path: Path) -> None:
    """Not a byte is left when the program starts: everything can be read."""
    with memory_disk(tmp_path / "small", "64k") as small:
        sitter = Sitter(small / "practice")
        for number in range(1, 9):
            sitter.answer(number)
        sitter.workspace.close()
        with suppress(OSError):
            (small / "ballast").write_bytes(bytes(100_000))
        sitter.workspace = unlocked(small / "practice")
        sitter.complete()
        with pytest.raises(StoreFull):
            sitter.answer(9)
        (small / "ballast").unlink()
        sitter.answer(9)
        sitter.start_again()


class ReadOnlyFs(Fs):
    """A disk that refuses every change while ``refuses`` is set."""

    refuses = False

    def _changes(self) -> None:
        if self.refuses:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def create(self, path: Path) -> int:
        self._changes()
        return super().create(path)

    def write(self, descriptor: int, content: bytes) -> None:
        self._changes()
        super().write(descriptor, content)

    def sync(self, descriptor: int) -> None:
        self._changes()
        super().sync(descriptor)

    def rename(self, path: Path, to: Path) -> None:
        self._changes()
        super().rename(path, to)

    def unlink(self, path: Path) -> None:
        self._changes()
        super().unlink(path)

    def make(self, folder: Path) -> None:
        self._changes()
        super().make(folder)

    def sync_folder(self, folder: Path) -> None:
        self._changes()
        super().sync_folder(folder)


@pytest.mark.parametrize("rounds", forms(5, 200))
def test_a_disk_that_can_only_be_read_for_a_while(memory: Path, figures: Figures, rounds: int) -> None:
    fs = ReadOnlyFs()
    sitter, reached, told = Sitter(memory / "practice", fs), 0, 0
    for _ in range(rounds):
        for _ in range(7):
            reached += 1
            sitter.answer(reached)
        fs.refuses = True
        for _ in range(3):
            with pytest.raises(StoreError) as refusal:
                sitter.answer(reached + 1)
            well_told(refusal.value, errno.EROFS)
            told += 1
            sitter.complete()
        fs.refuses = False
    sitter.start_again()
    figures(acknowledged=reached, refused=told, lost=0)


@needs("mkfs.ext4", "fsck.ext4")
@pytest.mark.parametrize("rounds", forms(1, 20))
def test_a_real_disk_that_turns_read_only(memory: Path, figures: Figures, rounds: int) -> None:
    """ext4 meets an error of its own. What was acknowledged is there at once, and after a repair."""
    acknowledged = 0
    with disk(memory, "ext4", "errors=remount-ro") as made:
        for turn in range(rounds):
            sitter = Sitter(made.point / str(turn))
            for number in range(1, 30):
                sitter.answer(number)
            made.fail()
            reached, error = sitter.until_refused(30)
            acknowledged += reached - 1
            well_told(error, errno.EROFS)
            sitter.complete()
            sitter.workspace.close()
            let_go()
            made.unmount()
            made.check()
            made.mount()
            sitter.start_again()
            sitter.answer(reached)
            sitter.start_again()
            sitter.workspace.close()
    figures(acknowledged=acknowledged, refused=rounds, lost=0)
