"""What becomes an instrument file: its tree, the cell of each part, what is wrong, what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from progpro_tui.authoring.spreadsheet.table import CellPlace
from progpro_tui.authoring.spreadsheet.words import Words
from progpro_tui.authoring.tree import Path
from progpro_tui.authoring.unwritten import UNWRITTEN
from progpro_tui.core.errors import Mistake, Place
from progpro_tui.core.text import Message

PASSED_OVER = "x"
"""Stands where a mistake is noted already, so that the loader does not find it a second time."""

MOST_LANGUAGES = 10


@dataclass
class Draft:
    """Filled by the sheets, one after the other. ``languages`` are those of the items.

    ``words`` are those of the spreadsheet; ``shifted`` are rows of which nothing can be said but that.
    """

    file: str
    words: Words
    languages: tuple[str, ...] = ()
    parts: dict[str, Any] = field(default_factory=dict)
    cells: dict[Path, CellPlace] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    unwritten: list[Path] = field(default_factory=list)
    notices: list[Message] = field(default_factory=list)
    shifted: set[tuple[str, str, int]] = field(default_factory=set)

    def refuse(self, place: Place, what: Message) -> None:
        """Note a mistake; none but the first of a row that is shifted."""
        if isinstance(place, CellPlace) and (place.file, place.sheet, place.line) in self.shifted:
            return
        self.mistakes.append(Mistake(place, what))

    def to_complete(self, path: Path) -> Mapping[str, str]:
        """A text that the author has still to write."""
        self.unwritten.append(path)
        return {language: UNWRITTEN.get(language, UNWRITTEN["en"]) for language in self.languages}
