"""A report as neutral blocks: what it says, in order, before anyone knows on what it is drawn.

Words in a document are resolved: a document has one language. Shares run from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from progpro_tui.core.figures import Figure, Squares
from progpro_tui.core.form_blocks import Codes, FormBlock

Voice: TypeAlias = Literal["person", "counsellor"]
"""For whom a part is written: it decides sizes, and whether figures may stand on the page."""

Role: TypeAlias = Literal["opening", "text", "secondary", "caption"]


@dataclass(frozen=True)
class Cover:
    """The first page. ``facts`` are label and value; ``belongs`` says whose document it is."""

    practice: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    belongs: str


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 opens a page of a part, 2 and 3 stand below it."""

    level: Literal[1, 2, 3]
    words: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; ``keep`` holds its end to what follows."""

    words: str
    role: Role = "text"
    keep: bool = False


@dataclass(frozen=True)
class Callout:
    """A few lines that must not be overlooked, such as what a profile does not say."""

    title: str
    words: str


@dataclass(frozen=True)
class Bullets:
    """Short lines of equal rank. ``quoted`` puts each between quotation marks, ``keep`` holds them
    together and to what follows."""

    items: tuple[str, ...]
    quoted: bool = False
    keep: bool = False


@dataclass(frozen=True)
class Choices:
    """Boxes to tick by hand."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Writing:
    """Room to write by hand: as many ruled lines as the page holds, between the two bounds."""

    least: int = 5
    most: int = 10


@dataclass(frozen=True)
class Facts:
    """Labels and their values. ``small`` is the size of a provenance."""

    rows: tuple[tuple[str, str], ...]
    label_width: float = 34.0
    small: bool = False


@dataclass(frozen=True)
class WordBar:
    """One direction in words: no bar where ``share`` is none. ``alt`` is the drawing in words."""

    name: str
    share: float | None
    sentences: tuple[str, ...]
    alt: str


@dataclass(frozen=True)
class WordBars:
    """Bars without figures, between the words of a scale (least, middle, most)."""

    marks: tuple[str, ...]
    rows: tuple[WordBar, ...]


@dataclass(frozen=True)
class Headline:
    """A code in large letters, and what it stands for."""

    code: str
    words: str


@dataclass(frozen=True)
class PolygonAxis:
    letter: str
    name: str
    share: float | None


@dataclass(frozen=True)
class Polygon:
    """Scores around a ring, drawn with ``rings`` steps from centre to edge."""

    axes: tuple[PolygonAxis, ...]
    rings: int
    alt: str


@dataclass(frozen=True)
class MarginBar:
    """A bar with its value as a tick and half the tie width hatched on each side."""

    share: float
    half_width: float


@dataclass(frozen=True)
class Column:
    head: str
    width: float
    align: Literal["left", "right"] = "left"
    bold: bool = False


Cell: TypeAlias = str | MarginBar | Squares | Codes


@dataclass(frozen=True)
class Table:
    """Rows of cells; widths in millimetres of the page. ``whole``: on one page where one holds it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    small: bool = False
    whole: bool = False


@dataclass(frozen=True)
class PageBreak:
    """What follows opens a new page."""


Block: TypeAlias = (
    Cover
    | Heading
    | Paragraph
    | Callout
    | Bullets
    | Choices
    | Writing
    | Facts
    | WordBars
    | Headline
    | Polygon
    | Table
    | PageBreak
    | Figure
    | FormBlock
)


@dataclass(frozen=True)
class Part:
    """Pages in one voice. ``running`` stands on top of each: what it is (left), and when (right)."""

    voice: Voice
    running: tuple[str, str]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A whole report. ``created`` is an ISO time: the same document gives the same bytes.

    ``attachment`` is a file name and bytes carried inside, or none. ``mark`` puts loose sheets
    together; without one it is drawn from the content. No person's name stands in ``title``, the
    running titles or the attachment's name.
    """

    title: str
    language: str
    practice: str
    created: str
    parts: tuple[Part, ...]
    attachment: tuple[str, bytes] | None = None
    mark: str = ""
