"""The program of the limited process: reads one workbook, prints its cells as JSON, writes nothing.

It is started as a file and imports nothing of ours: a workbook made to fill a memory or to run for
hours ends this process, and nothing else. Every part is unpacked here up to a bound, whatever the
archive says of its size, and the reader is given an archive of what was unpacked: what was looked
at is what is read. Where there is no ``resource`` (Windows), the bounds and the caller's clock are
the limits.
"""

from __future__ import annotations

import datetime
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

MEMORY = 256 * 1024 * 1024
SECONDS = 2
MOST_ENTRIES = 500
MOST_UNPACKED = 8 * 1024 * 1024
MOST_SHEETS = 20
MOST_ROWS, MOST_COLUMNS = 1_100, 60
"""A thousand items, with their heading and some empty rows between."""
MOST_LETTERS = 2_000_000

CHUNK = 64 * 1024
ENCRYPTED = 0x1
STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
READ = re.compile(r"(?:[\w.\[\] -]+/)*(?:[\w.\[\] -]*\.(?:xml|rels)|mimetype)", re.ASCII)
"""Names of the parts that hold text; pictures and the like are never unpacked."""
OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\x00")
DECLARED = re.compile(rb"<!\s{0,20}(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]{0,100}(?<!/)>')
"""A cell that holds something, as every program writes it."""


class Refused(Exception):
    """Why a workbook is not read: a word that the caller has a sentence for, and what it says."""

    def __init__(self, reason: str, **slots: object) -> None:
        super().__init__(reason)
        self.answer = {"refused": reason, **slots}


def main(path: str) -> None:
    """Print the sheets of the workbook, or why it is refused."""
    _limit()
    answer: dict[str, object]
    try:
        answer = {"sheets": list(_sheets(_repacked(path)))}
    except Refused as refused:
        answer = refused.answer
    except MemoryError:
        answer = {"refused": "memory"}
    except Exception:  # a stranger's archive may make its readers fail in any way
        answer = {"refused": "damaged"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):  # a system that knows the limit and does not take it
            continue


def _repacked(path: str) -> io.BytesIO:
    """The parts that hold text, looked at, in an archive of our own."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as parts:
        left = MOST_UNPACKED
        for entry in _entries(archive):
            content = _unpacked(archive, entry, left)
            left -= len(content)
            _look_at(content, entry.filename)
            parts.writestr(entry.filename, content)
    made.seek(0)
    return made


def _entries(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Refused("entries", most=MOST_ENTRIES)
    names: set[str] = set()
    for entry in entries:
        name = entry.filename
        if OUTSIDE.search(name) or name.casefold() in names or _is_link(entry):
            raise Refused("name", name=name[:80])
        names.add(name.casefold())
        if entry.flag_bits & ENCRYPTED:
            raise Refused("encrypted")
        if READ.fullmatch(name):
            if entry.file_size > MOST_UNPACKED:
                raise Refused("unpacked")
            yield entry


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return (entry.external_attr >> 28) == 0xA


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The content of a part. zipfile itself stops where the archive says that the part ends."""
    if entry.compress_type not in (STORED, DEFLATED):
        raise Refused("damaged")
    found = io.BytesIO()
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            found.write(chunk)
            if found.tell() > most:
                raise Refused("unpacked")
    if found.tell() != entry.file_size:
        raise Refused("damaged")
    return found.getvalue()


def _look_at(content: bytes, name: str) -> None:
    """Refuse what declares entities, hides in another encoding, or lies far outside a table."""
    if b"\0" in content:
        raise Refused("damaged")
    if DECLARED.search(content):
        raise Refused("declared", name=name[:80])
    for found in CELL.finditer(content):
        if len(found[1]) > 2 or int(found[2]) > MOST_ROWS or _column(found[1]) > MOST_COLUMNS:
            _refuse_cell((found[1] + found[2]).decode())


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refuse_cell(cell: str) -> None:
    raise Refused("far", cell=cell, rows=MOST_ROWS, columns=MOST_COLUMNS)


def _sheets(content: io.BytesIO) -> Iterator[dict[str, Any]]:
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(content)
        names = workbook.sheet_names
        if len(names) > MOST_SHEETS:
            raise Refused("sheets", most=MOST_SHEETS)
        left = MOST_LETTERS
        for number, name in enumerate(names):
            rows = _rows(workbook.get_sheet_by_index(number))
            left -= sum(len(str(cell)) for row in rows for cell in row)
            if left < 0:
                raise Refused("letters")
            yield {"name": name[:100], "rows": rows}
    except python_calamine.PasswordError as error:
        raise Refused("encrypted") from error


def _rows(sheet: Any) -> list[list[Any]]:
    """The cells from A1 on, without the empty ones at the end of a row."""
    if sheet.end is None:
        return []
    last_row, last_column = sheet.end
    if last_row >= MOST_ROWS or last_column >= MOST_COLUMNS:
        raise Refused("table", rows=MOST_ROWS, columns=MOST_COLUMNS)
    rows = []
    for row in sheet.to_python(skip_empty_area=False):
        cells = [_cell(value) for value in row]
        while cells and cells[-1] == "":
            cells.pop()
        rows.append(cells)
    return rows


def _cell(value: Any) -> Any:
    """A text, a number, a truth value; or a list that holds the date that a cell was taken for."""
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return [str(value)]
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


if __name__ == "__main__":
    main(sys.argv[1])
