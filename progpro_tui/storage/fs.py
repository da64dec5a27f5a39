"""Every file call of the store, in one small object, so that tests can make each of them fail."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from progpro_tui.core.errors import StoreError, StoreFull
from progpro_tui.core.text import N_
from progpro_tui.storage.system_errors import FULL, reason


class Fs:
    """File calls on one disk. Folders are 0700 and files 0600: nobody else may read them."""

    def read(self, path: Path) -> bytes:
        """The content of a file. Raises ``FileNotFoundError``, or :class:`StoreError`."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise _unreadable(path, error) from error

    def names(self, folder: Path) -> list[str]:
        """What a folder holds, sorted; nothing where it does not exist."""
        try:
            return sorted(os.listdir(folder))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _unreadable(folder, error) from error

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, durably."""
        try:
            missing = [folder for folder in (path, *path.parents) if not folder.exists()]
            for folder in reversed(missing):
                folder.mkdir(mode=0o700, exist_ok=True)
                self._sync_folder(folder.parent)
        except OSError as error:
            raise _unwritable(path, error) from error

    def replace(self, path: Path, content: bytes) -> None:
        """Put ``content`` in the place of a file: wholly and durably, or not at all.

        A new file, fsync, rename, fsync of the folder. Raises :class:`StoreFull` or
        :class:`StoreError`; what stood there before stands there still.
        """
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            try:
                self._write_new(unfinished, content)
                os.replace(unfinished, path)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
            self._sync_folder(path.parent)
        except OSError as error:
            raise _unwritable(path, error) from error

    def _write_new(self, path: Path, content: bytes) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(descriptor, view) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _sync_folder(self, folder: Path) -> None:
        if os.name == "nt":  # Windows opens no folder, and renames durably by itself
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _unreadable(path: Path, error: OSError) -> StoreError:
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
