"""Files given from outside, read whole and never larger than they may be."""

from __future__ import annotations

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
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            N_("{file}: the file cannot be read: {error}."), file=str(path), error=reason
        ) from None
