"""What an instrument of the kind ``grid`` says under ``settings:``."""

from __future__ import annotations

from dataclasses import dataclass, field

from progpro_tui.api import GridColumn, Text

FROM = {"entry": "from"}
"""What the file calls ``from`` cannot be called so in Python."""


@dataclass(frozen=True)
class CutOff:
    """From this value of this column on."""

    column: str
    start: int = field(metadata=FROM)


@dataclass(frozen=True)
class InWords:
    """Of the strong and wanted rows with such an answer, ``most`` at most: a few words."""

    column: str
    start: int = field(metadata=FROM)
    most: int
    question: Text


@dataclass(frozen=True)
class BoxNames:
    """The names of the four quadrants."""

    both: Text
    strong: Text
    wanted: Text
    neither: Text


@dataclass(frozen=True)
class Family:
    """Rows that belong together (their tag ``family``)."""

    id: str
    name: Text


@dataclass(frozen=True)
class GridSettings:
    """The columns in the order in which they are asked, and what makes a row strong and wanted.

    ``wanted_else`` counts where the column of ``wanted`` has no answer.
    """

    columns: tuple[GridColumn, ...]
    strong: CutOff
    wanted: CutOff
    boxes: BoxNames
    wanted_else: CutOff | None = None
    words: InWords | None = None
    families: tuple[Family, ...] = ()
