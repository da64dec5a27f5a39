"""What a paper form has besides words and tables: codes to circle, boxes and lines to write in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

BOX = ""
"""In the place of a code: an empty box, to write in."""


@dataclass(frozen=True)
class Codes:
    """A cell of a table: codes to circle, side by side, or boxes."""

    codes: tuple[str, ...]


@dataclass(frozen=True)
class Coded:
    """A code to circle, and what it says."""

    code: str
    words: str


@dataclass(frozen=True)
class Asked:
    """One question of a form. ``note`` stands above it, ``help`` below.

    Then come options to circle, ``scales`` (a label and its codes, side by side), ``boxes`` for short
    numbers, or ``lines`` to write on; ``ways`` are the ways not to answer. It is never split between
    pages; ``keep`` holds it to what follows.
    """

    number: str
    words: str
    note: str = ""
    help: str = ""
    options: tuple[Coded, ...] = ()
    scales: tuple[tuple[str, Codes], ...] = ()
    boxes: int = 0
    lines: int = 0
    ways: tuple[Coded, ...] = ()
    keep: bool = False


@dataclass(frozen=True)
class Labels:
    """Short lines to write on, each behind its label, side by side."""

    labels: tuple[str, ...]


FormBlock: TypeAlias = Asked | Labels
