"""Spreadsheets that would fill a memory, run for hours, or read what is none of theirs."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.authoring.spreadsheet.made import (
    ONE_CELL,
    SHEET,
    csv_file,
    huge,
    nested,
    packed,
    parts,
    with_raw,
    workbook,
)

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><workbook>&a9;</workbook>"
)
STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="items">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def ods(path: Path, rows: str) -> Path:
    """The least .ods workbook with these rows."""
    return packed(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": MANIFEST,
            "content.xml": ODS.format(rows=rows),
        },
    )


def _cell(name: str) -> str:
    return f'<row r="{name.lstrip("ABCDFX")}"><c r="{name}" t="inlineStr"><is><t>x</t></is></c></row>'


def _other_way_round(name: str) -> str:
    return _cell(name).replace(f'r="{name}" t="inlineStr"', f't="inlineStr" r="{name}"')


def _squeezed(megabytes: int) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(b" " * megabytes * 1024 * 1024) + deflate.flush()


def _encrypted(path: Path) -> Path:
    packed(path, parts())
    content = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = content.find(sign)
        while found >= 0:
            content[found + at] |= 1
            found = content.find(sign, found + 4)
    path.write_bytes(content)
    return path


def _link(path: Path) -> Path:
    packed(path, parts())
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("xl/sharedStrings.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return path


def _twice(path: Path) -> Path:
    packed(path, parts())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/Workbook.xml", "<workbook/>")
    return path


def _many_entries(path: Path, count: int) -> Path:
    """Empty parts, each with a name of its own; zipfile would take ten seconds to write them."""
    locals_, entries, start = [], [], 0
    for number in range(count):
        name = b"%06d" % number
        shared = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, 0, 0, 0, len(name), 0)
        locals_.append(b"PK\x03\x04" + shared + name)
        place = struct.pack("<HHHII", 0, 0, 0, 0, start)
        entries.append(b"PK\x01\x02\x14\x00" + shared + place + name)
        start += len(locals_[-1])
    body, directory = b"".join(locals_), b"".join(entries)
    told = min(count, 0xFFFF)
    end = struct.pack("<HHHHIIH", 0, 0, told, told, len(directory), len(body), 0)
    return _text(path, body + directory + b"PK\x05\x06" + end)


def _text(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _truncated(path: Path) -> Path:
    workbook(path, {"items": [["id"]]})
    return _text(path, path.read_bytes()[:-100])


MANY_STRINGS = STRINGS.format("<si><t>xyz</t></si>" * 400_000)

TOO_FAR = "A sheet is read up to 1,100 rows and 60 columns"
UNPACKED = "takes too much room once it is unpacked"
DAMAGED = "this is not a workbook that can be read"
DECLARES = "declares what no workbook declares"
MEMORY = "takes too much memory"

BOMBS: Mapping[str, tuple[Callable[[Path], Path], str]] = {
    "three gigabytes.xlsx": (lambda p: huge(p, "xl/sharedStrings.xml", 3), UNPACKED),
    "ten gigabytes.xlsx": (lambda p: huge(p, "xl/sharedStrings.xml", 10), "the file is too large"),
    "lies.xlsx": (lambda p: with_raw(p, parts(), "xl/styles.xml", _squeezed(64), 10), DAMAGED),
    "sum.xlsx": (
        lambda p: packed(p, parts(**{f"xl/p{n}.xml": " " * 1_000_000 for n in range(9)})),
        UNPACKED,
    ),
    "nested.xlsx": (lambda p: packed(p, {"[Content_Types].xml": nested(6)}), DAMAGED),
    "nested elsewhere.xlsx": (lambda p: packed(p, parts() | {"xl/media/a.zip": nested(6)}), "column"),
    "entries.xlsx": (lambda p: _many_entries(p, 40_000), "too many parts, more than 500"),
    "more entries.xlsx": (lambda p: _many_entries(p, 100_000), "the file is too large"),
    "strings.xlsx": (lambda p: packed(p, parts(**{"xl/sharedStrings.xml": MANY_STRINGS})), "column"),
    "laughs.xlsx": (lambda p: packed(p, parts(**{"xl/workbook.xml": LAUGHS})), DECLARES),
    "outside.xlsx": (
        lambda p: packed(
            p,
            parts(
                **{
                    "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                    + SHEET.format(before="", rows=ONE_CELL.replace("id", "&x;"))
                }
            ),
        ),
        DECLARES,
    ),
    "quadratic.xlsx": (
        lambda p: packed(
            p,
            parts(
                **{
                    "xl/sharedStrings.xml": f'<! \n DocType a [<!ENTITY x "{"x" * 100_000}">]>'
                    + STRINGS.format("<si><t>" + "&x;" * 100_000 + "</t></si>")
                }
            ),
        ),
        DECLARES,
    ),
    "utf-16.xlsx": (
        lambda p: packed(p, parts() | {"xl/workbook.xml": LAUGHS.encode("utf-16")}),
        DAMAGED,
    ),
    "dimension.xlsx": (
        lambda p: packed(p, parts(before='<dimension ref="A1:XFD1048576"/>')),
        "column",
    ),
    "far.xlsx": (
        lambda p: packed(p, parts(rows=ONE_CELL + _cell("XFD1048576"))),
        "something stands in the cell XFD1048576. " + TOO_FAR,
    ),
    "far, hidden.xlsx": (
        lambda p: packed(p, parts(rows=ONE_CELL + _other_way_round("XFD1048576"))),
        MEMORY,
    ),
    "wide.xlsx": (lambda p: packed(p, parts(rows=ONE_CELL + _other_way_round("XFD500"))), MEMORY),
    "below.xlsx": (lambda p: workbook(p, {"items": [["id"]] * 2_000}), TOO_FAR),
    "deep.xlsx": (
        lambda p: packed(p, parts(**{"xl/workbook.xml": "<workbook>" + "<a>" * 1_000_000})),
        DAMAGED,
    ),
    "sheets.xlsx": (
        lambda p: workbook(p, {f"s{n}": [["id"]] for n in range(30)}),
        "too many sheets, more than 20",
    ),
    "long cells.xlsx": (
        lambda p: workbook(p, {"items": [["x" * 30_000] * 10] * 10}),
        "holds too much text",
    ),
    "truncated.xlsx": (_truncated, DAMAGED),
    "encrypted.xlsx": (_encrypted, "this workbook has a password"),
    "old.xlsx": (
        lambda p: _text(p, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000),
        "has a password or is in the old format",
    ),
    "link.xlsx": (_link, "has a name that no workbook has: “xl/sharedStrings.xml”"),
    "traversal.xlsx": (lambda p: packed(p, parts(**{"../../a.xml": "x"})), "no workbook has: “../../a"),
    "twice.xlsx": (_twice, "has a name that no workbook has"),
    "text.xlsx": (lambda p: _text(p, b"id;text_fr;scales\n"), DAMAGED),
    "columns.ods": (
        lambda p: ods(
            p,
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
            "</table:table-cell></table:table-row>",
        ),
        DAMAGED,
    ),
    "rows.ods": (
        lambda p: ods(
            p,
            '<table:table-row table:number-rows-repeated="5000"><table:table-cell '
            'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
        ),
        "a sheet is too large",
    ),
    "laughs.ods": (
        lambda p: packed(
            p, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": LAUGHS}
        ),
        DECLARES,
    ),
    "line.csv": (lambda p: _text(p, b"x" * 100_000_000), "the file is too large"),
    "cell.csv": (lambda p: _text(p, b"id;" + b"x" * 900_000), "“xxxx"),
    "rows.csv": (lambda p: _text(p, b"id;a\n" + b"\n" * 1_000_000), "the table is too large"),
    "columns.csv": (lambda p: _text(p, b"id" + b";x" * 400_000), "the table is too large"),
    "quotes.csv": (lambda p: _text(p, b'id;"' + b'""' * 400_000), "A quotation mark in this row"),
    "nothing.csv": (lambda p: _text(p, b"id;text_fr;scales\nr1;a\0b;R\n"), "this is no text"),
    "languages.csv": (
        lambda p: csv_file(p, [["id", *(f"text_{a}{b}" for a in "abcdefgh" for b in "abcdefg"), "s"]]),
        "is not known here",
    ),
    "scales.csv": (
        lambda p: csv_file(p, [["id", "text_fr", "scales"], ["a", "b", "R " * 300_000]]),
        "does not name scales",
    ),
}
