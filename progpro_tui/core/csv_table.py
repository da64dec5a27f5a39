"""A table as CSV that a spreadsheet reads as words and numbers, and never as formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias

from progpro_tui.core.clean import purged

Cell: TypeAlias = str | int | float | Fraction | None

BEGINNINGS = tuple("=+-@\t\r\n\0＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection; ASVS 1.2.10)."""
NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
"""What begins like a formula, and is none."""
BYTE_ORDER = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it Excel reads the accents as other letters."""


def csv_table(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The content of a CSV file: UTF-8, commas, every word between quotes.

    A word that a spreadsheet would calculate gets an apostrophe before it; controls and invisible
    letters are left out. ``None`` is an empty cell.
    """
    lines = (",".join(map(_cell, row)) + "\r\n" for row in rows)
    return (BYTE_ORDER + "".join(lines)).encode()


def neutral(words: str) -> str:
    """Words as a spreadsheet shows them and does nothing else."""
    said = purged(words, lines=True)
    formula = words.startswith(BEGINNINGS) or said.lstrip().startswith(BEGINNINGS)
    return f"'{said}" if formula and not NUMBER.fullmatch(said) else said


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        quoted = neutral(cell).replace('"', '""')
        return f'"{quoted}"'
    return str(float(cell)) if isinstance(cell, Fraction) else str(cell)
