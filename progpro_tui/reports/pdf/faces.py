"""The fonts: parsed once a process, frozen to the letters that they have, copied for each document.

fpdf2 subsets a font while it writes a document, and closes it. A copy that shares the parsed file
would spoil the next document: each copy gets a file of its own.
"""

from __future__ import annotations

import copy
import io
from functools import cache
from typing import Any

import fontpkg
from fontTools import subset
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.fonts import SubsetMap, TTFFont

from progpro_tui.reports.typography import clean

ATKINSON, FIRA = "atkinson", "fira"
FAMILIES = {ATKINSON: "Atkinson Hyperlegible", FIRA: "Fira Sans"}
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_UNUSED = ("GSUB", "GPOS", "GDEF", "DSIG", "gasp")


class Frozen:
    """A font file that needs no more subsetting, as fpdf2's subsetter sees it: nothing to do."""

    def __init__(self, content: bytes, order: list[str]) -> None:
        self._content = content
        self._order = order
        self._ids = {name: place for place, name in enumerate(order)}

    def keys(self) -> list[str]:
        return []

    def __contains__(self, table: str) -> bool:
        return False

    def getGlyphOrder(self) -> list[str]:  # noqa: N802 - fontTools' names, here and below
        return self._order

    def setGlyphOrder(self, order: list[str]) -> None:  # noqa: N802
        return

    def getReverseGlyphMap(self, rebuild: bool = False) -> dict[str, int]:  # noqa: N802
        return self._ids

    def getGlyphID(self, name: str) -> int:  # noqa: N802
        return self._ids[name]

    def getGlyphName(self, glyph_id: int) -> str:  # noqa: N802
        return self._order[glyph_id]

    def save(self, target: io.BytesIO) -> None:
        target.write(self._content)

    def close(self) -> None:
        return


@cache
def parsed(family: str, bold: bool) -> TTFFont:
    """The face as fpdf2 parses it, its digits all of one width. Never put in a document: copied."""
    key = f"{family}{'B' if bold else ''}"
    path = fontpkg.path(FAMILIES[family], 700 if bold else 400)
    face = TTFFont(FPDF(), path, key, "B" if bold else "")
    for place, name in enumerate(DIGITS):
        digit, tabular = ord("0") + place, f"{name}.tf"
        face.cmap[digit] = tabular
        face.cw[digit] = round(face.scale * face.ttfont["hmtx"].metrics[tabular][0] + 0.001)
        face.glyph_ids[digit] = face.ttfont.getGlyphID(tabular)
    return face


@cache
def _file(family: str, bold: bool) -> bytes:
    """The font's file without the tables that a PDF never uses."""
    path = fontpkg.path(FAMILIES[family], 700 if bold else 400)
    with TTFont(path, recalcTimestamp=False, lazy=True) as font:
        for table in _UNUSED:
            if table in font:
                del font[table]
        stripped = io.BytesIO()
        font.save(stripped, reorderTables=None)
    return stripped.getvalue()


@cache
def _frozen(family: str, bold: bool) -> tuple[TTFFont, Frozen]:
    """The face subset once and for all to its letters and tabular digits, without hints."""
    face = parsed(family, bold)
    font = TTFont(io.BytesIO(_file(family, bold)), recalcTimestamp=False)
    options = subset.Options(hinting=False, notdef_outline=True, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(glyphs=sorted(set(face.cmap.values())))
    subsetter.subset(font)
    written = io.BytesIO()
    font.save(written)
    stand_in = Frozen(written.getvalue(), font.getGlyphOrder())
    same = _slot_by_slot(face)
    same.glyph_ids = {letter: stand_in.getGlyphID(name) for letter, name in face.cmap.items()}
    return same, stand_in


def fresh(family: str, bold: bool, place: int) -> TTFFont:
    """A copy for one document, where it is font number ``place``."""
    file: Any
    if family == ATKINSON:
        face, file = _frozen(family, bold)
    else:
        # Fira has eight times the letters: freezing it takes longer than many documents do.
        face = parsed(family, bold)
        file = TTFont(io.BytesIO(_file(family, bold)), recalcTimestamp=False, lazy=True)
    mine = _slot_by_slot(face)
    mine.i = place
    mine.ttfont = file
    mine.desc = copy.copy(face.desc)
    mine.missing_glyphs = []
    mine.subset = SubsetMap(mine)
    return mine


def _slot_by_slot(face: TTFFont) -> TTFFont:
    same = TTFFont.__new__(TTFFont)
    for slot in TTFFont.__slots__:
        if hasattr(face, slot):
            setattr(same, slot, getattr(face, slot))
    return same


def missing(text: str) -> str:
    """The letters of ``text`` that neither family has, each once, in their order."""
    first, behind = parsed(ATKINSON, bold=False).cmap, parsed(FIRA, bold=False).cmap
    letters = dict.fromkeys(clean(text))
    return "".join(x for x in letters if ord(x) not in first and ord(x) not in behind)
