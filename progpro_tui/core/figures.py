"""Blocks of a document that show findings: an order, four boxes, two lines, a life line, columns.

Words in them are resolved, as in every block; ``alt`` is the drawing in words, and obeys the page
that it stands on: without figures where the page has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from progpro_tui.core.findings import Sign

Filling: TypeAlias = Literal["solid", "hatched", "lined", "none"]
"""The strip on top of a box: boxes are told apart in grey too."""


@dataclass(frozen=True)
class RankedNote:
    """The person's own words on one thing, and the mark that they belong to."""

    sign: Sign
    mark: str
    said: str


@dataclass(frozen=True)
class RankedRow:
    """One thing in its place. ``place`` is a figure, with « = » behind it where others share it."""

    place: str
    name: str
    line: str = ""
    notes: tuple[RankedNote, ...] = ()


@dataclass(frozen=True)
class RankedList:
    """Things by preference, the first on top, each with what the person said of it."""

    rows: tuple[RankedRow, ...]


@dataclass(frozen=True)
class QuadrantBox:
    """One box: the first of its ``count`` things; ``more`` says how many others there are."""

    title: str
    items: tuple[str, ...]
    count: int
    filling: Filling
    more: str = ""


@dataclass(frozen=True)
class QuadrantBoxes:
    """Boxes in rows of two, each row with its own words for who does not see it."""

    rows: tuple[tuple[QuadrantBox, QuadrantBox], ...]
    alts: tuple[str, ...]


@dataclass(frozen=True)
class Dumbbell:
    """One domain as it is and as it is wished, from 0 to 1; none where it was not answered.

    ``figures`` are the two as they were given; ``same`` is a word where they are equal.
    """

    name: str
    today: float | None
    wished: float | None
    figures: tuple[str, str]
    same: str = ""


@dataclass(frozen=True)
class Dumbbells:
    """Rows of two points on one track; ``ends`` word its two bounds, ``series`` the two points."""

    rows: tuple[Dumbbell, ...]
    ends: tuple[str, str]
    alt: str
    series: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Web:
    """The same points around a centre, as two lines; ``rings`` steps from centre to edge."""

    names: tuple[str, ...]
    today: tuple[float | None, ...]
    wished: tuple[float | None, ...]
    alt: str
    rings: int = 4


@dataclass(frozen=True)
class TimePoint:
    """One dated event. ``number`` is its row in the table; without a ``height`` it lies on the line."""

    number: int
    year: int
    height: int | None


@dataclass(frozen=True)
class TimeLine:
    """Events along the years, above and below a line; heights reach ``most`` either way."""

    points: tuple[TimePoint, ...]
    most: int
    ends: tuple[str, str]
    alt: str


@dataclass(frozen=True)
class LaidColumn:
    """The cards of one column. ``value`` is empty where no figure may stand."""

    value: str
    cards: tuple[str, ...]


@dataclass(frozen=True)
class LaidCards:
    """A whole Q-sort, the least column first; ``ends`` word the least and the most."""

    columns: tuple[LaidColumn, ...]
    ends: tuple[str, str]
    alt: str


@dataclass(frozen=True)
class Exchange:
    """A question and its answer, paragraph after paragraph; ``given`` is false where there is none."""

    question: str
    answer: tuple[str, ...]
    given: bool = True


@dataclass(frozen=True)
class Squares:
    """A cell of a table: as many squares as levels, filled up to this one, and its words."""

    filled: int
    of: int
    words: str


Figure: TypeAlias = RankedList | QuadrantBoxes | Dumbbells | Web | TimeLine | LaidCards | Exchange
