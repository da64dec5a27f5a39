"""Workbooks made for tests: right ones, and ones that a careless reader would never get over."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these cells, as a spreadsheet program writes it."""
    made = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(number, column, cell)
    made.close()
    return path


def csv_file(path: Path, rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ";") -> Path:
    """A .csv file with these cells."""
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    '{kind}" Target="{target}"/></Relationships>'
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="items" sheetId="1" r:id="r1"/></sheets></workbook>'
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}'
    "<sheetData>{rows}</sheetData></worksheet>"
)
ONE_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'


def parts(rows: str = ONE_CELL, before: str = "", **others: str | bytes) -> dict[str, str | bytes]:
    """The parts of the least workbook; ``others`` take the place of the parts of these names."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(
            kind="worksheet", target="worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": SHEET.format(rows=rows, before=before),
    } | others


def packed(path: Path, content: Mapping[str, str | bytes]) -> Path:
    """The parts as an archive, compressed as much as can be."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return path


def huge(path: Path, name: str, gigabytes: int) -> Path:
    """The least workbook with one part of so many gigabytes of spaces, a few megabytes when packed."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = b" " * 1024 * 1024
    once = deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH)
    # After a full flush a block stands for itself: it can be repeated without being packed again.
    body = once * (1024 * gigabytes) + deflate.flush()
    size = len(block) * 1024 * gigabytes
    return with_raw(path, parts(), name, body, size)


def with_raw(path: Path, content: Mapping[str, str | bytes], name: str, body: bytes, size: int) -> Path:
    """An archive that says of one more part that it holds ``size`` bytes once it is unpacked."""
    packed(path, {found: part for found, part in content.items() if found != name})
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        start = archive.start_dir
    directory = whole[start : whole.rindex(b"PK\x05\x06")]
    encoded = name.encode()
    sizes = (0, len(body), size & 0xFFFFFFFF)
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, *sizes, len(encoded), 0)
    local = b"PK\x03\x04" + shared + encoded + body
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + shared
    entry += struct.pack("<HHHII", 0, 0, 0, 0, start) + encoded
    count = directory.count(b"PK\x01\x02") + 1
    end = b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, count, count, len(directory) + len(entry), start + len(local), 0
    )
    path.write_bytes(whole[:start] + local + directory + entry + end)
    return path


def nested(depth: int) -> bytes:
    """Archives in one another, so many deep, each ten times the same."""
    inner = b"0" * 100_000
    for _ in range(depth):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(10):
                archive.writestr(f"{number}.zip", inner)
        inner = outer.getvalue()
    return inner
