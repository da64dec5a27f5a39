"""A sheet as records: its headings are understood once, then each row is asked by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.spreadsheet.draft import PASSED_OVER, Draft
from progpro_tui.authoring.spreadsheet.names import LANGUAGE, Name, folded, is_remark, named
from progpro_tui.authoring.spreadsheet.shifted import filled, refuse_shifted
from progpro_tui.authoring.spreadsheet.table import CellPlace, Sheet
from progpro_tui.authoring.spreadsheet.words import Words
from progpro_tui.authoring.tree import Path
from progpro_tui.core.text import N_, Message, message

LINE_ENDS = ("_x000D_\n", "\r\n", "\r")
"""How spreadsheet programs keep the end of a line inside a cell."""

ALIKE = 0.75
"""A name less alike than this is no slip of the keyboard: it would only mislead."""

UNHEADED = N_("{place}: this stands under no heading, and is not read.")


def words_of(cell: str) -> str:
    """What an author meant by a cell: no spaces around it, one sign for the end of a line."""
    for end in LINE_ENDS:
        cell = cell.replace(end, "\n")
    return "\n".join(line.rstrip() for line in cell.split("\n")).strip()


def unknown_name(found: str, known: Sequence[Name], words: Words) -> Message:
    """That a heading is unknown, and which one was probably meant."""
    _, mark, language = folded(found).rpartition("_")
    ending = language if mark and LANGUAGE.fullmatch(language) else ""
    spelled = {
        f"{spelling}_{ending}" if ending and name.text else spelling: name
        for name in known
        for spelling in (*name.others, name.name)
    }
    if meant := nearest(folded(found), spelled, ALIKE):
        name = spelled[meant]
        return message(
            N_("“{found}” is not known here. Did you mean “{meant}”?"),
            found=quoted(found),
            meant=words(name.name, (ending or "fr") if name.text else None),
        )
    return message(
        N_("“{found}” is not known here. Expected: one of {expected}."),
        found=quoted(found),
        expected=", ".join(words(name.name, "fr" if name.text else None) for name in known),
    )


@dataclass
class Records:
    """The rows of a sheet under their headings. What the headings lack is noted when it is made."""

    draft: Draft
    sheet: Sheet
    known: Sequence[Name]
    heading: int = 0
    columns: dict[tuple[str, str | None], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = enumerate(self.sheet.rows, start=1)
        self.heading = next((number for number, row in rows if any(map(words_of, row))), 0)
        headings = self.sheet.rows[self.heading - 1] if self.heading else []
        for column, cell in enumerate(headings, start=1):
            if words_of(cell) and not is_remark(cell):
                self._add_column(words_of(cell), column)
        refuse_shifted(self.draft, self.sheet, self.heading, filled(headings))
        self._tell_unheaded(headings)

    def _tell_unheaded(self, headings: Sequence[str]) -> None:
        """Name the first cell that no heading says anything of."""
        headed = {column for column, cell in enumerate(headings, start=1) if words_of(cell)}
        for row in self.rows():
            if (self.sheet.file, self.sheet.name, row) in self.draft.shifted:
                continue
            for column, cell in enumerate(self.sheet.rows[row - 1], start=1):
                if words_of(cell) and column not in headed:
                    place = str(self.sheet.place(row, column))
                    return self.draft.notices.append(message(UNHEADED, place=place))
        return None

    def _add_column(self, cell: str, column: int) -> None:
        place = self.sheet.place(self.heading, column)
        found = named(cell, self.known)
        if found is None:
            return self.draft.refuse(place, unknown_name(cell, self.known, self.draft.words))
        name, language = found
        if name.text and language is None:
            sentence = N_("“{found}” says no language: write “{found}_fr” or “{found}_en”.")
            return self.draft.refuse(place, message(sentence, found=quoted(cell)))
        if (name.name, language) in self.columns:
            sentence = N_("“{found}” stands above two columns: keep one of the two.")
            return self.draft.refuse(place, message(sentence, found=quoted(cell)))
        self.columns[name.name, language] = column
        return None

    def languages(self, name: str) -> tuple[str, ...]:
        """The languages that a text has a column for, in their order."""
        return tuple(language for found, language in self.columns if found == name and language)

    def has(self, name: str) -> bool:
        """Whether the sheet has a column of this name, in any language."""
        return any(found == name for found, _ in self.columns)

    def check_headings(self) -> None:
        """Note the columns that are missing: those that are needed, and languages of those there."""
        place = self.sheet.place(max(self.heading, 1), 1)
        for name in self.known:
            languages = self.draft.languages if name.text else (None,)
            if not name.needed and not self.has(name.name):
                continue
            for language in languages:
                if (name.name, language) not in self.columns:
                    heading = self.draft.words(name.name, language)
                    what = message(N_("The column “{name}” is missing."), name=heading)
                    self.draft.refuse(place, what)

    def rows(self) -> Iterator[int]:
        """The numbers of the rows that say something."""
        for number, row in enumerate(self.sheet.rows, start=1):
            says = bool(row) and any(map(words_of, row)) and not row[0].lstrip().startswith("#")
            if number > self.heading and says:
                yield number

    def place(self, row: int, name: str, language: str | None = None) -> CellPlace:
        """Where a cell stands; the first of the row where the column is missing."""
        return self.sheet.place(row, self.columns.get((name, language), 1))

    def cell(self, row: int, name: str, language: str | None = None) -> str:
        """What stands under a heading; nothing where the column is missing."""
        column = self.columns.get((name, language), 0)
        cells = self.sheet.rows[row - 1]
        if (row, column) in self.sheet.dates:
            what = message(
                N_(
                    "Your spreadsheet program took this for a date. Format the cell as text, and type "
                    "it again."
                )
            )
            self.draft.refuse(self.place(row, name, language), what)
            return PASSED_OVER
        return words_of(cells[column - 1]) if 0 < column <= len(cells) else ""

    def needed(self, row: int, name: str, path: Path, words: Message) -> str:
        """A cell that may not be empty; ``words`` say what it should hold."""
        self.draft.cells[path] = place = self.place(row, name)
        found = self.cell(row, name)
        if not found and self.has(name):
            self.draft.refuse(place, words)
        return found or PASSED_OVER

    def texts(self, row: int, name: str, path: Path) -> dict[str, str]:
        """A text in every language of the instrument, each from its own column."""
        texts = {}
        self.draft.cells[path] = self.place(row, name, next(iter(self.languages(name)), None))
        for language in (*self.draft.languages, *self.languages(name)):
            if language in texts:
                continue
            self.draft.cells[*path, language] = place = self.place(row, name, language)
            texts[language] = self.cell(row, name, language)
            if not texts[language]:
                texts[language] = PASSED_OVER
                if (name, language) in self.columns:
                    self.draft.refuse(place, message(N_("Nothing stands here: write the text.")))
        return texts

    def optional(self, row: int, name: str, path: Path, into: dict[str, Any], read: Any) -> None:
        """Add what an optional cell says, as ``read`` understands it."""
        if words := self.cell(row, name):
            self.draft.cells[path] = self.place(row, name)
            into[name] = read(words)
