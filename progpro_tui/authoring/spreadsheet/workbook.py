"""Writes the empty workbook: a sheet for each part, with a small example that can be imported at once.

Whatever is written is written as text: nothing in the workbook is a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from progpro_tui.authoring.spreadsheet.example import (
    FRENCH,
    GUIDE,
    ROWS,
    SETTINGS,
    TABLES,
    VALUES,
    Heading,
    Wordings,
)
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.i18n.catalogue import LANGUAGES
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.system_errors import reason

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""With these a program could take a text for a formula: the cell itself then says that it is text."""

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDE, MIDDLE, NARROW = 60, 44, 16
READY = 1000
"""So many rows below the headings offer what may be chosen."""


def write_workbook(path: Path, language: str) -> None:
    """Write the empty workbook, its names and its help in ``language``.

    Raises :class:`InputError` where it cannot be written.
    """
    import xlsxwriter

    workbook = xlsxwriter.Workbook(str(path), OPTIONS)
    pen = _Pen(workbook, Translator(language))
    pen.guide()
    pen.settings()
    for name, headings in TABLES.items():
        pen.table(name, headings)
    try:
        workbook.close()
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as error:
        raise InputError(
            N_("{file}: the file cannot be written: {error}."), file=str(path), error=reason(error)
        ) from None


class _Pen:
    """Writes the sheets of one workbook, in one language."""

    def __init__(self, workbook: Any, tr: Translator) -> None:
        self._workbook = workbook
        self._tr = tr
        # The language of whoever fills it comes first.
        self._languages = sorted(LANGUAGES, key=lambda language: language != tr.language)
        text = {"num_format": "@", "text_wrap": True, "valign": "top"}
        self._text = workbook.add_format(text)
        self._marked = workbook.add_format({**text, "quote_prefix": True})
        self._heading = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._hint = workbook.add_format({"italic": True, "text_wrap": True, "valign": "top"})

    def guide(self) -> None:
        """How the workbook is filled."""
        sheet = self._workbook.add_worksheet(self._named("how to"))
        sheet.set_column(0, 0, 2 * WIDE)
        for row, line in enumerate(GUIDE):
            self._write(sheet, row, 0, self._tr(line), self._heading if row == 0 else None)

    def settings(self) -> None:
        """One setting a row: its name, its value, what it is."""
        headings = [self._named(name) for name in ("key", "value", "explanation")]
        sheet = self._sheet("settings", headings, (MIDDLE, WIDE, WIDE))
        rows = enumerate(self._spread(SETTINGS), start=1)
        for row, (heading, language) in rows:
            self._write(sheet, row, 0, self._headed(heading, language), self._heading)
            self._write(sheet, row, 1, _in(VALUES[heading.name], language))
            self._write(sheet, row, 2, self._tr(heading.hint), self._hint)

    def table(self, name: str, headings: Sequence[Heading]) -> None:
        """One thing a row, under headings that each say in a comment what they mean."""
        columns = list(self._spread(headings))
        widths = [NARROW if language is None else MIDDLE for _, language in columns]
        titles = [self._headed(heading, language) for heading, language in columns]
        sheet = self._sheet(name, titles, widths)
        for column, (heading, language) in enumerate(columns):
            sheet.write_comment(0, column, self._tr(heading.hint), {"x_scale": 2})
            if heading.name == "score":
                offered = {
                    "validate": "list",
                    "source": [self._named(word) for word in ("mean", "sum")],
                }
                sheet.data_validation(1, column, READY, column, offered)
            for row, said in enumerate(ROWS[name], start=1):
                words = _in(said.get(heading.name, ""), language)
                self._write(
                    sheet, row, column, self._named(words) if heading.name == "score" else words
                )

    def _spread(self, headings: Sequence[Heading]) -> Iterator[tuple[Heading, str | None]]:
        """Each heading once, or once a language."""
        for heading in headings:
            for language in self._languages if heading.text else (None,):
                yield heading, language

    def _headed(self, heading: Heading, language: str | None) -> str:
        name = self._named(heading.name)
        return f"{name}_{language}" if language else name

    def _named(self, name: str) -> str:
        return FRENCH.get(name, name) if self._tr.language == "fr" else name

    def _sheet(self, name: str, titles: Sequence[str], widths: Sequence[float]) -> Any:
        sheet = self._workbook.add_worksheet(self._named(name))
        sheet.freeze_panes(1, 1)
        for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
            # A whole column of text: what is typed later stays text too, and -E is no formula.
            sheet.set_column(column, column, width, self._text)
            self._write(sheet, 0, column, title, self._heading)
        return sheet

    def _write(self, sheet: Any, row: int, column: int, words: str, shape: Any = None) -> None:
        if words:
            text = self._marked if words.startswith(FORMULA_STARTS) else self._text
            sheet.write_string(row, column, words, shape or text)


def _in(words: str | Wordings, language: str | None) -> str:
    return words if isinstance(words, str) else words[language or ""]
