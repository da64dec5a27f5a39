"""Mistakes of ours are noted by a code: what sort, and where in the program; never what was at hand."""

from __future__ import annotations

import hashlib
import traceback
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path

from progpro_tui import __version__
from progpro_tui.core.clean import bounded, clean
from progpro_tui.core.errors import StoreError
from progpro_tui.core.json_line import json_line
from progpro_tui.storage.fs import Fs

MOST_NOTES, MOST_PLACES, LONGEST_NAME = 100, 30, 80


def notes_path() -> Path:
    """The file of notes: one JSON object a line, the newest last."""
    return user_state_path("progpro") / "mistakes.log"


def code_of(error: BaseException) -> str:
    """Eight letters and digits, the same for the same sort of error at the same place."""
    _, places = _told(error)
    sort = hashlib.sha256("\n".join((_sort(error), *places[-1:])).encode()).hexdigest().upper()
    return f"{sort[:4]}-{sort[4:8]}"


def note(error: BaseException) -> str:
    """Note an error, and give its code. Where the disk does not take it, the code is all there is.

    An error's own words are left out, and so are the values of every variable: they may be what a
    person said.
    """
    sorts, places = _told(error)
    code = code_of(error)
    line = json_line({"code": code, "version": __version__, "error": sorts, "places": places})
    path, fs = notes_path(), Fs()
    with suppress(StoreError, OSError):
        fs.make_folder(path.parent)
        kept = path.read_text("utf-8", "replace").splitlines() if path.exists() else []
        fs.replace(path, "\n".join([*kept[1 - MOST_NOTES :], line, ""]).encode())
    return code


def _sort(error: BaseException) -> str:
    return bounded(clean(type(error).__name__), LONGEST_NAME)


def _told(error: BaseException) -> tuple[list[str], list[str]]:
    """The sorts of an error and of what led to it, and the places it came through, outermost first."""
    sorts: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(sorts) < MOST_PLACES:
        sorts.append(_sort(cause))
        cause = cause.__cause__ or cause.__context__
    frames = traceback.extract_tb(error.__traceback__)[-MOST_PLACES:]
    return sorts, [_place(frame.filename, frame.lineno) for frame in frames]


def _place(file: str, line: int | None) -> str:
    """File and line; of the folders only the nearest: the others may bear the user's name."""
    return f"{clean('/'.join(Path(file).parts[-2:]))}:{line}"
