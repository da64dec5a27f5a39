"""What a profile holds besides scores: a ranking, quadrants, a wheel, a life line, a portfolio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from progpro_tui.core.text import Message, Words

Sign: TypeAlias = Literal["full", "empty", "arrow"]
"""The mark before a note: a disc (it is there), a ring (it is missing), an arrow (a way to it)."""


@dataclass(frozen=True)
class Note:
    """What the person said of one thing: ``mark`` labels it, ``said`` are their own words."""

    sign: Sign
    mark: Words
    said: str


@dataclass(frozen=True)
class Ranked:
    """One thing in its place, from 1; ``tied`` where others share it."""

    id: str
    place: int
    tied: bool
    name: Words
    line: Words | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """Things by preference, first the most preferred; ``also`` were kept and not ranked.

    ``ties`` says why some are tied.
    """

    entries: tuple[Ranked, ...]
    also: tuple[Words, ...] = ()
    ties: Message | None = None


@dataclass(frozen=True)
class Entry:
    """One thing in a box. ``note`` says more of it, ``said`` are the person's own words."""

    id: str
    name: Words
    note: Words | None = None
    said: str = ""


@dataclass(frozen=True)
class Box:
    """One quadrant: its id, its name, what is in it."""

    id: str
    name: Words
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Quadrants:
    """Four boxes: strong and wanted, wanted, strong, neither. ``left_out`` things are in none.

    ``extra`` names some of a box again, such as what is to be learned.
    """

    both: Box
    wanted: Box
    strong: Box
    neither: Box
    left_out: int
    extra: Box | None = None

    @property
    def boxes(self) -> tuple[Box, Box, Box, Box]:
        """In the order of the page: the upper two, then the lower two."""
        return self.both, self.wanted, self.strong, self.neither


@dataclass(frozen=True)
class Gap:
    """One domain, as it is today and as it is wished; none where it was not answered."""

    id: str
    name: Words
    today: int | None = None
    wished: int | None = None

    @property
    def difference(self) -> int | None:
        """Wished − today."""
        return None if self.today is None or self.wished is None else self.wished - self.today


@dataclass(frozen=True)
class Gaps:
    """Domains from ``least`` to ``most``, today and wished: a wheel. There is no total."""

    rows: tuple[Gap, ...]
    least: int
    most: int
    ends: tuple[Words, Words]


@dataclass(frozen=True)
class Moment:
    """One event of a life line; ``height`` is none where it was not placed."""

    id: str
    title: str
    year: int | None = None
    height: int | None = None
    learned: str = ""


@dataclass(frozen=True)
class LifeLine:
    """Events in the order of their years, those without one last; ``ends`` word low and high."""

    moments: tuple[Moment, ...]
    least: int
    most: int
    ends: tuple[Words, Words]


@dataclass(frozen=True)
class Record:
    """One skill of a portfolio, with what it rests on. ``level`` counts from 1, or none."""

    id: str
    skill: str
    experience: str
    frame: Words | None = None
    when: str = ""
    activity: str = ""
    proof: str = ""
    level: int | None = None
    level_words: Words | None = None


@dataclass(frozen=True)
class Records:
    """The skills of a portfolio, by experience; ``levels`` is how many a level may reach."""

    records: tuple[Record, ...]
    levels: int


@dataclass(frozen=True)
class Laid:
    """The cards of one column of a Q-sort, and what they count."""

    value: int
    cards: tuple[Entry, ...]


@dataclass(frozen=True)
class Shape:
    """A whole Q-sort, least column first; ``ends`` word the two sides."""

    columns: tuple[Laid, ...]
    ends: tuple[Words, Words]


Finding: TypeAlias = Ranking | Quadrants | Gaps | LifeLine | Records | Shape
