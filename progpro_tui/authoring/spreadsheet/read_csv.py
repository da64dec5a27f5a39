"""Reads a .csv file as spreadsheet programs write it: with semicolons in French, in old encodings."""

from __future__ import annotations

import csv
import io

from progpro_tui.authoring.spreadsheet.child import MOST_COLUMNS, MOST_ROWS
from progpro_tui.authoring.spreadsheet.table import Book, CellPlace, Sheet
from progpro_tui.core.errors import InputError, InstrumentError, Mistake
from progpro_tui.core.text import N_, Message, message

MOST_BYTES = 1024 * 1024
DELIMITERS = ";,\t"
SEPARATOR_LINE = "sep="
"""Excel writes it as a first line, to tell itself which sign stands between cells."""

OLD_ENCODING = N_(
    "{file} is not in UTF-8: it was read as Windows-1252. If an accent is wrong, save it again as "
    "“CSV UTF-8”."
)
UNREADABLE = N_(
    "{file}: this is no text. In your spreadsheet program, choose “Save as” and “CSV UTF-8”."
)


def read_csv(content: bytes, file: str) -> Book:
    """The one sheet of a .csv file. Raises :class:`InputError` where it is refused."""
    if len(content) > MOST_BYTES:
        sentence = N_(
            "{file}: the file is too large: a .csv file of one instrument takes at most 1 MB."
        )
        raise InputError(sentence, file=file)
    text, notices = _decoded(content, file)
    delimiter = None
    if text[:4].lower() == SEPARATOR_LINE and text[4:5] in DELIMITERS:
        delimiter, text = text[4], text.partition("\n")[2]
    delimiter = delimiter or _delimiter(text)
    return Book((Sheet(file, "", _rows(text, delimiter, file), delimiter=delimiter),), notices)


def _decoded(content: bytes, file: str) -> tuple[str, tuple[Message, ...]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # Excel’s “Unicode text”
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        old = encoding == "cp1252"
        return text, (message(OLD_ENCODING, file=file),) if old else ()
    raise InputError(UNREADABLE, file=file)


def _delimiter(text: str) -> str:
    """The sign that parts the first row into most cells."""
    first = text.lstrip("\r\n").partition("\n")[0][:10_000]
    return max(DELIMITERS, key=first.count)


def _rows(text: str, delimiter: str, file: str) -> list[list[str]]:
    rows: list[list[str]] = []
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            _admit(row, len(rows), file)
            rows.append(row)
    except csv.Error:
        place = CellPlace(file, len(rows) + 1, 1)
        what = message(
            N_(
                "A quotation mark in this row is not closed, or stands inside a text: write it twice "
                "there."
            )
        )
        raise InstrumentError(file, [Mistake(place, what)]) from None
    return rows


def _admit(row: list[str], before: int, file: str) -> None:
    if before < MOST_ROWS and not any(row[MOST_COLUMNS:]):
        return
    sentence = N_(
        "{file}: the table is too large. It is read up to {rows} rows and {columns} columns: delete "
        "what stands beyond."
    )
    raise InputError(sentence, file=file, rows=MOST_ROWS, columns=MOST_COLUMNS)
