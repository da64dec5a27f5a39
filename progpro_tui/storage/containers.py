"""The container of a backup: a zip without compression, of files as they stand on the disk.

What is sealed does not shrink. The checksums of a zip find damage without any key.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.fs import Fs, unreadable, writing

if TYPE_CHECKING:
    from zipfile import ZipFile

CHUNK = 2**20

_PART = re.compile(r"(?!\.)[^\\/:\0]+" if os.name == "nt" else r"(?!\.)[^/\0]+")
"""One part of a name: nothing that leads out of the folder, and nothing unfinished or hidden."""


def is_fit(name: str) -> bool:
    """Whether a name stays within the folder that it is unpacked into."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return all(_PART.fullmatch(part) for part in name.split("/"))


@dataclass(frozen=True)
class Sums:
    """The SHA-256 of a container, and of each file in it."""

    whole: str
    files: Mapping[str, str]


def pack(path: Path, files: Iterable[tuple[str, bytes]], fs: Fs) -> Sums:
    """Write a container, durably. Raises :class:`StoreError`."""
    from zipfile import ZipFile, ZipInfo

    sums: dict[str, str] = {}
    with writing(path):
        descriptor = fs.create(path)
        try:
            sink = _Sink(fs, descriptor)
            with ZipFile(sink, "w") as container:  # type: ignore[call-overload]  # it only writes
                for name, content in files:
                    container.writestr(ZipInfo(name), content)
                    sums[name] = hashlib.sha256(content).hexdigest()
            sink.empty()
            fs.sync(descriptor)
        finally:
            fs.close(descriptor)
    return Sums(sink.sum.hexdigest(), sums)


class _Sink:
    """Takes what a zip is made of to the disk, in large pieces."""

    def __init__(self, fs: Fs, descriptor: int) -> None:
        self._fs = fs
        self._descriptor = descriptor
        self._held = bytearray()
        self.sum = hashlib.sha256()

    def write(self, content: bytes) -> int:
        self._held += content
        if len(self._held) >= CHUNK:
            self.empty()
        return len(content)

    def flush(self) -> None:
        """A zip flushes after every file: the disk need not."""

    def empty(self) -> None:
        held, self._held = bytes(self._held), bytearray()
        self.sum.update(held)
        self._fs.write(self._descriptor, held)


class ContainerFs(Fs):
    """Shows the files of a container as if they stood in ``folder``; nothing can be written there.

    Files beside the container are read from the disk. Raises :class:`StoreDamaged` where it is none.
    """

    def __init__(self, folder: Path, file: str) -> None:
        self._folder = folder
        self._file = file
        self._zip = _opened(folder / file)
        self._listed: dict[str, set[str]] = {}
        self.files = tuple(info.filename for info in self._zip.infolist())
        for info in self._zip.infolist():
            if not is_fit(info.filename) or info.compress_type or info.file_size != info.compress_size:
                raise damaged(file)
            parts = info.filename.split("/")
            for depth, part in enumerate(parts):
                self._listed.setdefault("/".join(parts[:depth]), set()).add(part)

    def close_container(self) -> None:
        self._zip.close()

    def read(self, path: Path) -> bytes:
        from zipfile import BadZipFile

        name = self._name(path)
        if name not in self._zip.NameToInfo:
            return super().read(path)
        try:
            return self._zip.read(name)
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError):
            raise damaged(path.name) from None
        except OSError as error:
            raise unreadable(path, error) from error

    def has_folder(self, folder: Path) -> bool:
        return self._name(folder) in self._listed

    def names(self, folder: Path) -> list[str]:
        return sorted(self._listed.get(self._name(folder), ()))

    def _name(self, path: Path) -> str:
        name = path.relative_to(self._folder).as_posix()
        return "" if name == "." else name

    # -- nothing is written -----------------------------------------------------------------------

    def create(self, path: Path) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    def rename(self, path: Path, to: Path) -> None:
        self.create(to)

    def unlink(self, path: Path) -> None:
        self.create(path)

    def make(self, folder: Path) -> None:
        self.create(folder)


@contextmanager
def container(folder: Path, file: str) -> Iterator[ContainerFs]:
    """The files of a container, as long as they are needed."""
    fs = ContainerFs(folder, file)
    try:
        yield fs
    finally:
        fs.close_container()


def _opened(path: Path) -> ZipFile:
    from zipfile import BadZipFile, ZipFile

    try:
        return ZipFile(path)
    except FileNotFoundError:
        raise damaged(path.name) from None
    except OSError as error:
        raise unreadable(path, error) from error
    except (BadZipFile, ValueError, EOFError, NotImplementedError):
        raise damaged(path.name) from None


def check_whole(fs: ContainerFs, folder: Path, file: str, sums: Sums) -> list[StoreError]:
    """What is missing, too much or changed in a container, by its sums. Raises :class:`StoreError`."""
    found: list[StoreError] = []
    for name in sorted({*fs.files, *sums.files}):
        try:
            content = fs.read(folder / name) if name in fs.files else b""
        except StoreError as error:
            found.append(error)
            continue
        if hashlib.sha256(content).hexdigest() != sums.files.get(name):
            found.append(damaged(name))
    # A zip says some things twice, and reads only one of them.
    if not found and _sum_of(folder / file) != sums.whole:
        found.append(damaged(file))
    return found


def _sum_of(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(path, error) from error
