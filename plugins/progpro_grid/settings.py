"""What an instrument of the kind ``grid`` says under ``settings:``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from progpro_tui.api import N_, GridColumn, Text

FROM = {"entry": "from"}
"""What the file calls ``from`` cannot be called so in Python."""


@dataclass(frozen=True)
class CutOff:
    """From this value of this column on."""

    column: Annotated[str, N_("The id of the column that decides.")]
    start: Annotated[int, N_("The least value that counts.")] = field(metadata=FROM)


@dataclass(frozen=True)
class InWords:
    """Of the strong and wanted rows with such an answer, ``most`` at most: a few words."""

    column: Annotated[str, N_("The id of the column that decides.")]
    start: Annotated[int, N_("The least value that counts.")] = field(metadata=FROM)
    most: Annotated[int, N_("How many rows are asked about at most.")]
    question: Annotated[Text, N_("What the person is asked to tell in a few words.")]


@dataclass(frozen=True)
class BoxNames:
    """The names of the four quadrants."""

    both: Annotated[Text, N_("The name of the box: strong and wanted.")]
    strong: Annotated[Text, N_("The name of the box: strong only.")]
    wanted: Annotated[Text, N_("The name of the box: wanted only.")]
    neither: Annotated[Text, N_("The name of the box: neither strong nor wanted.")]


@dataclass(frozen=True)
class Family:
    """Rows that belong together (their tag ``family``)."""

    id: Annotated[str, N_("A short name; a row says in its tag family that it belongs here.")]
    name: Annotated[Text, N_("What the group of rows is called.")]


@dataclass(frozen=True)
class GridSettings:
    """The columns in the order in which they are asked, and what makes a row strong and wanted.

    ``wanted_else`` counts where the column of ``wanted`` has no answer.
    """

    columns: Annotated[tuple[GridColumn, ...], N_("The columns, in the order in which they are asked.")]
    strong: Annotated[CutOff, N_("What makes a row strong: a column, and the least value.")]
    wanted: Annotated[CutOff, N_("What makes a row wanted: a column, and the least value.")]
    boxes: Annotated[BoxNames, N_("The names of the four boxes on the profile.")]
    wanted_else: Annotated[
        CutOff | None, N_("What decides where the column of wanted has no answer.")
    ] = None
    words: Annotated[
        InWords | None, N_("Asks for a few words about rows that are strong and wanted.")
    ] = None
    families: Annotated[
        tuple[Family, ...], N_("Groups of rows; a row names its own in the tag family.")
    ] = ()
