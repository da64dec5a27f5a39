"""Reads a spreadsheet: a workbook in a limited process, a .csv file here, both within bounds."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from progpro_tui.authoring.files import read_bounded
from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.spreadsheet import child
from progpro_tui.authoring.spreadsheet.read_csv import read_csv
from progpro_tui.authoring.spreadsheet.table import Book, Sheet
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

MOST_BYTES = 4 * 1024 * 1024
PATIENCE = 10.0
"""Seconds by the clock. The processor's time is limited in the process itself, where that works."""

WORKBOOKS = (".xlsx", ".xlsm", ".ods")

SIGNS: Mapping[bytes, str] = {
    b"\xd0\xcf\x11\xe0": N_(
        "{file}: this workbook has a password or is in the old format .xls: save it as .xlsx, "
        "without a password."
    ),
    b"%PDF": N_("{file}: this is a PDF and no spreadsheet."),
}
REASONS: Mapping[str, str] = {
    "damaged": N_(
        "{file}: this is not a workbook that can be read. Open it in your spreadsheet program and save "
        "it again as .xlsx."
    ),
    "encrypted": N_("{file}: this workbook has a password. Save it without one."),
    "entries": N_("{file}: this workbook is made of too many parts, more than {most}."),
    "sheets": N_("{file}: this workbook has too many sheets, more than {most}."),
    "name": N_("{file}: a part of this workbook has a name that no workbook has: “{name}”."),
    "unpacked": N_(
        "{file}: this workbook takes too much room once it is unpacked. Copy your table into a new one."
    ),
    "memory": N_(
        "{file}: this workbook takes too much memory to be read. Copy your table into a new one."
    ),
    "letters": N_("{file}: this workbook holds too much text for one instrument."),
    "declared": N_(
        "{file}: the part “{name}” of this workbook declares what no workbook declares: it is not read."
    ),
    "far": N_(
        "{file}: something stands in the cell {cell}. A sheet is read up to {rows} rows and {columns} "
        "columns: delete what stands beyond."
    ),
    "table": N_(
        "{file}: a sheet is too large. A sheet is read up to {rows} rows and {columns} columns: delete "
        "what stands beyond."
    ),
}
TOO_LARGE = N_("{file}: the file is too large: a spreadsheet of one instrument takes at most 4 MB.")
TOO_LONG = N_("{file}: reading this workbook takes too long. Copy your table into a new one.")


def read_book(path: Path) -> Book:
    """The sheets of a workbook or of a .csv file. Raises :class:`InputError` where it is refused."""
    content = read_bounded(path, MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise InputError(TOO_LARGE, file=str(path))
    if path.suffix.lower() not in WORKBOOKS:
        return read_csv(content, str(path))
    for sign, sentence in SIGNS.items():
        if content.startswith(sign):
            raise InputError(sentence, file=str(path))
    if not content.startswith(b"PK\x03\x04"):
        raise InputError(REASONS["damaged"], file=str(path))
    return Book(tuple(_sheet(found, str(path)) for found in _asked(path)))


def read_books(path: Path, others: Mapping[str, Path]) -> Book:
    """As :func:`read_book`, with the files that hold what a .csv file of items has no room for."""
    book = read_book(path)
    if not others:
        return book
    if path.suffix.lower() in WORKBOOKS:
        raise InputError(
            N_("{file}: a workbook has a sheet for each part; only a .csv file takes other files."),
            file=str(path),
        )
    sheets = [replace(sheet, holds="items") for sheet in book.sheets]
    notices = [*book.notices]
    for holds, other in others.items():
        found = read_book(other)
        sheets += [replace(sheet, holds=holds) for sheet in found.sheets[:1]]
        notices += found.notices
    return Book(tuple(sheets), tuple(notices))


def _asked(path: Path) -> Any:
    """What the limited process says of the workbook."""
    # -P keeps the folder one stands in out of what it imports; a stranger's files may lie there.
    command = [sys.executable, "-P", child.__file__, str(path.absolute())]
    try:
        answered = subprocess.run(  # noqa: S603 - our own program; the path is one argument
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(TOO_LONG, file=str(path)) from None
    try:
        answer = json.loads(answered.stdout)
    except ValueError:
        raise InputError(_ended(answered.returncode), file=str(path)) from None
    if reason := answer.pop("refused", None):
        slots = {
            name: quoted(value) if isinstance(value, str) else value for name, value in answer.items()
        }
        raise InputError(REASONS[reason], file=str(path), **slots)
    return answer["sheets"]


def _ended(code: int) -> str:
    """Why the process ended without an answer: the system names the limit by a signal."""
    if code >= 0:
        return REASONS["damaged"]
    late = (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGKILL", 0))
    return TOO_LONG if -code in late else REASONS["memory"]


def _sheet(found: Mapping[str, Any], file: str) -> Sheet:
    rows = [[cell[0] if isinstance(cell, list) else cell for cell in row] for row in found["rows"]]
    dates = frozenset(
        (y, x)
        for y, row in enumerate(found["rows"], start=1)
        for x, cell in enumerate(row, start=1)
        if isinstance(cell, list)
    )
    return Sheet(file, found["name"], rows, dates)
