"""Files given from outside, read whole and never larger than they may be."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.storage.system_errors import reason

MOST_BYTES = 1024 * 1024
MOST_NEIGHBOURS = 1000

OTHER_PROGRAMS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How the files of word processors and spreadsheets begin, and PDF."""


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
        raise _missing(path) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        raise InputError(
            N_("{file}: the file cannot be read: {error}."), file=str(path), error=reason(error)
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
    return InputError(
        N_("{file}: the file cannot be written: {error}."), file=str(path), error=reason(error)
    )


def _missing(path: Path) -> InputError:
    """There is no such file; a neighbour of a name that is nearly the same was probably meant."""
    try:
        names = [each.name for each in islice(path.parent.iterdir(), MOST_NEIGHBOURS)]
    except (OSError, ValueError):
        names = []
    added = [name for name in names if name.casefold().startswith(f"{path.name}.".casefold())]
    if f"{path.name}.txt" in added:
        return InputError(
            N_(
                "{file}: there is no such file, but “{meant}” is there: the editor has added “.txt”. "
                "Rename it, or give its whole name."
            ),
            file=str(path),
            meant=f"{path.name}.txt",
        )
    alike = [name for name in names if name.endswith(path.suffix) and not name.startswith(".")]
    meant = next(iter(added), None) or nearest(path.name, alike)
    if meant is None:
        return InputError(N_("{file}: there is no such file."), file=str(path))
    return InputError(
        N_("{file}: there is no such file. Did you mean “{meant}”?"),
        file=str(path),
        meant=quoted(str(path.with_name(meant))),
    )
