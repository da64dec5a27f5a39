"""File systems of a test's own: in a file, or in memory, mounted where they can be cut off."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHUTDOWN = 0x8004587D
"""The ioctl by which ext4 and xfs stop at once, as in a power cut (include/uapi/linux/fs.h)."""
NO_FLUSH_OF_THE_LOG = 2

SIZES = {"ext4": 48 * 2**20, "xfs": 320 * 2**20}
"""Bytes of each; the files are sparse. xfs takes no less."""


def run(*command: str | Path) -> str:
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


class Disk:
    """A file system in a file. ``point`` is where it is mounted."""

    def __init__(self, place: Path, kind: str, *options: str) -> None:
        self._image = place / f"{kind}.image"
        self.point = place / kind
        self.point.mkdir()
        self._options = ",".join(("loop", *options))
        with self._image.open("wb") as image:
            image.truncate(SIZES[kind])
        run(f"mkfs.{kind}", "-q", self._image)
        self.mount()

    def mount(self) -> None:
        run("mount", "-o", self._options, self._image, self.point)

    def unmount(self) -> None:
        run("umount", self.point)

    def cut(self) -> None:
        """The power fails: what the disk has not by now, it never gets."""
        descriptor = os.open(self.point, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", NO_FLUSH_OF_THE_LOG))
        finally:
            os.close(descriptor)

    def fail(self) -> None:
        """ext4 meets an error of its own, and can only be read from now on."""
        device = Path(run("findmnt", "-n", "-o", "SOURCE", self.point).strip()).name
        Path(f"/sys/fs/ext4/{device}/trigger_fs_error").write_text("1")

    def check(self) -> None:
        """Repair the file system, unmounted, as a system does at its start."""
        done = subprocess.run(["fsck.ext4", "-fy", self._image], capture_output=True, text=True)
        assert done.returncode <= 1, done.stdout


@contextmanager
def disk(place: Path, kind: str, *options: str) -> Iterator[Disk]:
    """A mounted disk, unmounted at the end whatever happened."""
    made = Disk(place, kind, *options)
    try:
        yield made
    finally:
        if os.path.ismount(made.point):
            subprocess.run(["umount", "-l", made.point], check=True)


@contextmanager
def memory_disk(point: Path, size: str) -> Iterator[Path]:
    """A tmpfs of this size."""
    point.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", point)
    try:
        yield point
    finally:
        run("umount", "-l", point)
