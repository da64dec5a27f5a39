"""Every file call of the store, in one small object, so that tests can make each of them fail."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from progpro_tui.core.errors import StoreError, StoreFull
from progpro_tui.core.text import N_
from progpro_tui.storage.system_errors import FULL, reason

DROPPED = {"desktop.ini", "Thumbs.db"}
"""What Windows leaves in folders that were looked at."""


class Fs:
    """File calls on one disk. Folders are 0700 and files 0600: nobody else may read them.

    The first half are single calls, which raise ``OSError`` and which tests make fail, kill or lose
    what was not synced; the second half is made of them, and raises :class:`StoreError`.
    """

    # -- one call each --------------------------------------------------------------------------

    def create(self, path: Path) -> int:
        """The descriptor of a new file. Whatever stands there already is an error."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)

    def write(self, descriptor: int, content: bytes) -> None:
        """Append all of ``content``."""
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]

    def sync(self, descriptor: int) -> None:
        """Return when the disk has what was written, and where it is."""
        if hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:  # macOS and Windows have none
            os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        os.close(descriptor)

    def rename(self, path: Path, to: Path) -> None:
        """Put a file into the place of another, or of none."""
        os.replace(path, to)

    def unlink(self, path: Path) -> None:
        path.unlink()

    def make(self, folder: Path) -> None:
        """Make one folder, where it does not exist."""
        folder.mkdir(mode=0o700, exist_ok=True)

    def remove(self, folder: Path) -> None:
        """Take an empty folder away."""
        folder.rmdir()

    def sync_folder(self, folder: Path) -> None:
        """Return when the disk knows which files a folder holds."""
        if os.name == "nt":  # Windows opens no folder, and renames durably by itself
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    # -- made of them ---------------------------------------------------------------------------

    def read(self, path: Path) -> bytes:
        """The content of a file. Raises ``FileNotFoundError``, or :class:`StoreError`."""
        try:
            if stat.S_ISFIFO(os.stat(path).st_mode):  # which would be waited for without an end
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            return path.read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise unreadable(path, error) from error

    def has_folder(self, folder: Path) -> bool:
        return folder.is_dir()

    def names(self, folder: Path) -> list[str]:
        """What a folder holds, sorted; nothing where it does not exist."""
        try:
            return sorted(os.listdir(folder))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise unreadable(folder, error) from error

    def visible(self, folder: Path) -> list[str]:
        """What a folder holds, without what is hidden, such as what desktops drop where one looks."""
        return [name for name in self.names(folder) if not name.startswith(".") and name not in DROPPED]

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, durably."""
        with writing(path):
            missing = [folder for folder in (path, *path.parents) if not folder.exists()]
            for folder in reversed(missing):
                try:
                    self.make(folder)
                    self.sync_folder(folder.parent)
                except OSError:
                    with suppress(OSError):  # it might not last: another try is to make it anew
                        self.remove(folder)
                    raise

    def replace(self, path: Path, content: bytes) -> None:
        """Put ``content`` in the place of a file: wholly and durably, or not at all.

        A new file, sync, rename, sync of the folder. Raises :class:`StoreFull` or
        :class:`StoreError`; what stood there before stands there still.
        """
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        with writing(path):
            try:
                self.write_new(unfinished, content)
                self.rename(unfinished, path)
            except BaseException:
                with suppress(OSError):
                    self.unlink(unfinished)
                raise
            self.sync_folder(path.parent)

    def write_new(self, path: Path, content: bytes) -> None:
        """A new file, whose content the disk has; its folder is not synced. Raises ``OSError``."""
        descriptor = self.create(path)
        try:
            self.write(descriptor, content)
            self.sync(descriptor)
        finally:
            self.close(descriptor)

    def clear_away(self, folder: Path) -> None:
        """Delete a folder with everything in it. Raises :class:`StoreError`, and then some is left."""
        with writing(folder):
            for name in self.names(folder):
                path = folder / name
                if path.is_dir() and not path.is_symlink():
                    self.clear_away(path)
                else:
                    self.unlink(path)
            self.remove(folder)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell what the system refuses in a sentence of ours: :class:`StoreFull` or :class:`StoreError`."""
    try:
        yield
    except OSError as error:
        raise _unwritable(path, error) from error


def unreadable(path: Path, error: OSError) -> StoreError:
    """That the system refuses to read a file, and why."""
    return StoreError(
        N_("“{name}” cannot be read: {error}. Nothing was changed."),
        name=path.name,
        error=reason(error),
    )


def _unwritable(path: Path, error: OSError) -> StoreError:
    if error.errno in FULL:
        return StoreFull(
            N_(
                "The disk is full. What was saved before is safe, what you just did is not."
                " Make room, then try again."
            )
        )
    return StoreError(
        N_(
            "It cannot be written to “{folder}”: {error}. What was saved before is safe."
            " Check the disk and the access rights, then try again."
        ),
        folder=str(path.parent),
        error=reason(error),
    )
