"""Files given from outside, read whole and never larger than they may be."""

from __future__ import annotations

import errno
from pathlib import Path

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

MOST_BYTES = 1024 * 1024


def lines_in(content: bytes) -> tuple[str, ...]:
    """The lines of a file as the places of its mistakes count them."""
    return tuple(content.decode("utf-8-sig", "replace").splitlines())


def read_bounded(path: Path, most: int = MOST_BYTES) -> bytes:
    """The content of a file, cut one byte above ``most``.

    Raises :class:`InputError` where there is no such file, or it cannot be read.
    """
    try:
        # A pipe or a device would be waited for, or never end.
        if path.exists() and not path.is_file():
            raise InputError(N_("{file}: this is not a file."), file=str(path))
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise InputError(N_("{file}: there is no such file."), file=str(path)) from None
    except PermissionError:
        raise InputError(N_("{file}: you are not allowed to read this file."), file=str(path)) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            N_("{file}: the file cannot be read: {error}."), file=str(path), error=reason
        ) from None


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises :class:`InputError` where it cannot be written."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise unwritable(path, error) from None


def unwritable(path: Path, error: OSError) -> InputError:
    """Why a file cannot be written, in words of our own where the reason is a usual one."""
    if isinstance(error, FileExistsError):
        return InputError(N_("{file} exists already: nothing was written."), file=str(path))
    if isinstance(error, FileNotFoundError):
        return InputError(N_("{file}: there is no such folder: make it first."), file=str(path.parent))
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return InputError(
            N_("{file}: you are not allowed to write there. Choose another name or another folder."),
            file=str(path),
        )
    reason = error.strerror or str(error)
    return InputError(N_("{file}: the file cannot be written: {error}."), file=str(path), error=reason)
