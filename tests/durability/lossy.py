"""A disk that keeps what was synced, and of the rest what chance leaves: POSIX promises no more."""

from __future__ import annotations

import errno
import os
import shutil
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeAlias

from progpro_tui.storage.fs import Fs
from tests.storage.faulty import Killed

Entries: TypeAlias = dict[Path, "Content | None"]
"""Files, and folders, which are none."""


@dataclass
class Content:
    """What a file holds, and how much of it the disk has for sure."""

    held: bytes = b""
    sure: int = 0

    def left(self, chance: Random) -> bytes:
        """What a power cut leaves: what is sure, and behind it more or less, right or wrong."""
        unsure = self.held[self.sure :][: chance.randrange(len(self.held) - self.sure + 1)]
        if unsure and chance.random() < 0.3:  # blocks that were given out, and never written
            unsure = bytes(len(unsure))
        return self.held[: self.sure] + unsure


@dataclass(frozen=True)
class Step:
    """One change of a folder, which happens wholly or not at all."""

    puts: Entries = field(default_factory=dict)
    cuts: tuple[Path, ...] = ()


class LossyFs(Fs):
    """Works on a real folder, and knows what of it would survive.

    ``fail_in`` is how many changes succeed before one fails by ``code``, or, where that is 0, before
    the program ends: nothing it does then reaches the disk any more.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._sure = _standing(root)
        self._now = dict(self._sure)
        self._steps: dict[Path, list[Step]] = defaultdict(list)
        self._open: dict[int, Content] = {}
        self.fail_in: int | None = None
        self.code = errno.EIO
        self.dead = False
        self._past = False

    def _change(self) -> None:
        if self.dead:
            raise Killed
        if self.fail_in is None:
            return
        self.fail_in -= 1
        if self.fail_in < 0:
            self.fail_in = None
            self.dead = not self.code
            if self.dead:
                raise Killed
            raise OSError(self.code, os.strerror(self.code))

    # -- the calls of a disk --------------------------------------------------------------------

    def create(self, path: Path) -> int:
        self._change()
        descriptor = super().create(path)
        self._open[descriptor] = content = Content()
        self._step(path.parent, Step(puts={path: content}))
        return descriptor

    def write(self, descriptor: int, content: bytes) -> None:
        try:
            self._change()
        except BaseException:
            super().write(descriptor, content[: len(content) // 2])
            self._open[descriptor].held += content[: len(content) // 2]
            raise
        super().write(descriptor, content)
        self._open[descriptor].held += content

    def sync(self, descriptor: int) -> None:
        self._change()
        content = self._open[descriptor]
        content.sure = len(content.held)

    def close(self, descriptor: int) -> None:
        self._open.pop(descriptor, None)
        super().close(descriptor)

    def rename(self, path: Path, to: Path) -> None:
        self._change()
        super().rename(path, to)
        self._step(to.parent, Step(puts={to: self._now[path]}, cuts=(path,)))

    def unlink(self, path: Path) -> None:
        if self._past:
            return
        self._change()
        super().unlink(path)
        self._step(path.parent, Step(cuts=(path,)))

    def remove(self, folder: Path) -> None:
        if self._past:
            return
        self._change()
        super().remove(folder)
        self._step(folder.parent, Step(cuts=(folder,)))

    def make(self, folder: Path) -> None:
        self._change()
        super().make(folder)
        if folder not in self._now:
            self._steps.pop(folder, None)  # of one that stood here before, and is another
            self._step(folder.parent, Step(puts={folder: None}))

    def sync_folder(self, folder: Path) -> None:
        self._change()
        for step in self._steps.pop(folder, ()):
            _take(step, self._sure)

    def _step(self, folder: Path, step: Step) -> None:
        _take(step, self._now)
        self._steps[folder].append(step)

    # -- the power cut --------------------------------------------------------------------------

    def crash(self, chance: Random) -> None:
        """Put into the folder what is left. This object is of the past then, and changes nothing."""
        self.dead = self._past = True
        left = dict(self._sure)
        for folder in sorted(self._steps):  # a folder comes before what is in it
            steps = self._steps[folder]  # its changes come in their order, or never
            for step in steps[: chance.randrange(len(steps) + 1)]:
                _take(step, left)
        shutil.rmtree(self._root)
        self._root.mkdir(mode=0o700)
        for path in sorted(left):
            content = left[path]
            if not path.parent.is_dir():
                continue
            if content is None:
                path.mkdir(mode=0o700, exist_ok=True)
            else:
                path.write_bytes(content.left(chance))


def _standing(root: Path) -> Entries:
    entries: Entries = {}
    for path in root.rglob("*"):
        content = b"" if path.is_dir() else path.read_bytes()
        entries[path] = None if path.is_dir() else Content(content, len(content))
    return entries


def _take(step: Step, entries: Entries) -> None:
    for path in step.cuts:
        if path in entries and entries.pop(path) is None:
            # What a folder held goes with it, and is not in another that is made in its place.
            for each in [each for each in entries if each.is_relative_to(path)]:
                del entries[each]
    entries.update(step.puts)
