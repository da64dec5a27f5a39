"""The sheet of settings: one row a setting, its name and its value; or none, and all to be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.spreadsheet import meanings
from progpro_tui.authoring.spreadsheet.draft import MOST_LANGUAGES, PASSED_OVER, Draft
from progpro_tui.authoring.spreadsheet.names import (
    LANGUAGE,
    LANGUAGE_WORDS,
    SETTINGS,
    Name,
    folded,
    is_remark,
    named,
)
from progpro_tui.authoring.spreadsheet.records import unknown_name, words_of
from progpro_tui.authoring.spreadsheet.shifted import filled, refuse_shifted
from progpro_tui.authoring.spreadsheet.table import CellPlace, Sheet
from progpro_tui.authoring.tree import Path
from progpro_tui.authoring.unwritten import UNWRITTEN
from progpro_tui.core.text import N_, message

HEADINGS = ("cle", "key", "reglage", "setting", "nom", "name")
SEVERAL = ("sources", "debrief")
"""Settings that may have several rows, each another entry of a list."""
OF_KIND = ("question", "not_applicable", "not_applicable_words", "order", "long_string", "seconds")
"""Settings that the kind of exercise declares; the others are those of every instrument."""
EXPECTED = ("for_whom", "not_for")
"""Settings that a file can do without, and that whoever is given it looks for."""

Key = tuple[str, str | None]

READ: Mapping[str, Callable[[str], Any]] = {
    "kind": lambda words: meanings.KINDS.get(folded(words), words),
    "minutes": meanings.number,
    "indices": meanings.listed,
    "not_applicable": meanings.truth,
    "order": meanings.order,
    "long_string": meanings.number,
    "seconds": meanings.number,
}


class SettingsSheet:
    """The rows of the sheet by name and language, each with its cell."""

    def __init__(self, draft: Draft, sheet: Sheet | None, stem: str) -> None:
        self._draft = draft
        self._sheet = sheet
        self._stem = stem
        self._found: dict[Key, list[tuple[str, CellPlace]]] = {}
        for number, row in enumerate(sheet.rows if sheet else (), start=1):
            key = words_of(row[0]) if row else ""
            if key and not is_remark(key) and not (folded(key) in HEADINGS and not self._found):
                self._add(number, key, words_of(row[1]) if len(row) > 1 else "")
        if sheet is not None:
            self._refuse_shifted(sheet)
        self._end = 1 + max(
            [place.line for rows in self._found.values() for _, place in rows], default=0
        )

    def _refuse_shifted(self, sheet: Sheet) -> None:
        """A row has a name and a value, and as much more as the headings name."""
        first = next((number for number, row in enumerate(sheet.rows, start=1) if any(row)), 0)
        headings = sheet.rows[first - 1] if first else []
        headed = bool(headings) and folded(headings[0]) in HEADINGS
        refuse_shifted(self._draft, sheet, first * headed, max(2, filled(headings) * headed))

    def _add(self, number: int, key: str, value: str) -> None:
        assert self._sheet is not None
        place = self._sheet.place(number, 1)
        found = named(key, SETTINGS)
        if found is None:
            return self._draft.refuse(place, unknown_name(key, SETTINGS, self._draft.words))
        name, language = found
        if name.text and language is None:
            sentence = N_("“{found}” says no language: write “{found}_fr” or “{found}_en”.")
            return self._draft.refuse(place, message(sentence, found=quoted(key)))
        rows = self._found.setdefault((name.name, language), [])
        if rows and name.name not in SEVERAL:
            sentence = N_("“{key}” stands here twice: keep one of the two.")
            return self._draft.refuse(place, message(sentence, key=quoted(key)))
        if (number, 2) in self._sheet.dates:
            what = message(
                N_(
                    "Your spreadsheet program took this for a date. Format the cell as text, and type "
                    "it again."
                )
            )
            self._draft.refuse(self._sheet.place(number, 2), what)
            value = PASSED_OVER
        if value or name.needed:
            rows.append((value, self._sheet.place(number, 2)))
        return None

    def languages(self) -> tuple[str, ...]:
        """The languages that the sheet names; none where it leaves that to the items."""
        named = meanings.listed(self._words(("languages", None), ("languages",)))
        found = [LANGUAGE_WORDS.get(folded(word), word) for word in named]
        wrong = [word for word in found if not LANGUAGE.fullmatch(word)] or found[MOST_LANGUAGES:]
        if wrong:
            sentence = N_("{found} is not a language: a short code is expected, such as fr or en.")
            what = message(sentence, found=message(N_("“{words}”"), words=quoted(wrong[0])))
            self._draft.refuse(self._draft.cells["languages",], what)
            return ()
        return tuple(dict.fromkeys(found))

    def titled(self) -> list[str]:
        """The languages that the title is written in."""
        return [language for name, language in self._found if name == "title" and language]

    def _words(self, key: Key, path: Path) -> str:
        rows = [(words, place) for words, place in self._found.get(key, ()) if words]
        if not rows:
            return ""
        self._draft.cells[path] = rows[0][1]
        return rows[0][0]

    def fill(self, responses: list[dict[str, Any]]) -> None:
        """Put every setting into the draft, those of the kind of exercise under ``settings``."""
        parts = self._draft.parts
        own: dict[str, Any] = {}
        for name in SETTINGS:
            where = ("settings", name.name) if name.name in OF_KIND else (name.name,)
            value = self._value(name, where)
            if value not in (None, {}, []):
                (own if name.name in OF_KIND else parts)[name.name] = value
            if name.name == "question":
                own["responses"] = responses
        if plain := parts.pop("instructions_plain", None):
            self._join_instructions(plain)
        parts["settings"] = own
        parts["languages"] = list(self._draft.languages)
        parts.setdefault("version", "1.0.0")
        self._check_kind(parts.setdefault("kind", "rating"))

    def _join_instructions(self, plain: Mapping[str, str]) -> None:
        """Both wordings stand under one entry of the file."""
        text = self._draft.parts["instructions"]
        self._draft.parts["instructions"] = {"text": text, "plain": plain}
        for name, wording in (("instructions", "text"), ("instructions_plain", "plain")):
            for language in (*text, *plain):
                if place := self._draft.cells.get((name, language)):
                    self._draft.cells["instructions", wording, language] = place

    def _check_kind(self, kind: str) -> None:
        if kind != "rating":
            what = message(
                N_(
                    "A spreadsheet holds instruments of the kind “rating” only, not “{found}”: write "
                    "the others as a YAML file, beginning with “progpro new questionnaire”."
                ),
                found=quoted(kind),
            )
            self._draft.refuse(self._draft.cells["kind",], what)
            self._draft.parts["kind"] = "rating"

    def _value(self, name: Name, path: Path) -> Any:
        if name.name in SEVERAL:
            return self._list(name, path)
        if name.text:
            return self._texts(name, path)
        words = self._words((name.name, None), path)
        if words:
            return READ[name.name](words) if name.name in READ else words
        return self._missing(name, None, path) if name.needed else None

    def _list(self, name: Name, path: Path) -> list[Any]:
        """Rows of the same name, in their order; those of each language belong together."""
        languages = self._draft.languages if name.text else (None,)
        rows = {language: self._found.get((name.name, language), []) for language in languages}
        entries: list[dict[str | None, str]] = []
        for number in range(max(map(len, rows.values()))):
            entries.append({})
            for language, found in rows.items():
                if number < len(found):
                    entries[-1][language], place = found[number]
                    self._draft.cells[*path, number] = place
                    self._draft.cells[*path, number, language or ""] = place
                else:
                    self._refuse_missing(self._draft.words(name.name, language))
                    entries[-1][language] = PASSED_OVER
        return entries if name.text else [entry[None] for entry in entries]

    def _texts(self, name: Name, path: Path) -> dict[str, str]:
        present = [language for found, language in self._found if found == name.name and language]
        if not present and self._sheet is None and (name.needed or name.name in EXPECTED):
            return dict(self._draft.to_complete(path))
        if not present and not name.needed:
            return {}
        texts = {}
        for language in (*self._draft.languages, *present):
            words = self._words((name.name, language), (*path, language))
            self._draft.cells.setdefault(path, self._draft.cells.get((*path, language), self._below()))
            texts[language] = _as_lines(words or self._missing(name, language, path))
        return texts

    def _missing(self, name: Name, language: str | None, path: Path) -> str:
        """Stands for a setting that is not there; noted as a mistake, or as still to be written."""
        if self._sheet is None:
            if name.name == "id":
                return _id_from(self._stem)
            self._draft.unwritten.append(path)
            return UNWRITTEN.get(self._draft.languages[0], UNWRITTEN["en"])
        rows = self._found.get((name.name, language), ())
        self._refuse_missing(self._draft.words(name.name, language), *(p for _, p in rows))
        return PASSED_OVER

    def _refuse_missing(self, key: str, place: CellPlace | None = None) -> None:
        if place is not None:
            what = message(N_("Nothing stands here: write the text."))
        else:
            what = message(N_("The row “{key}” is missing: add it, with its value beside it."), key=key)
        self._draft.refuse(place or self._below(), what)

    def _below(self) -> CellPlace:
        """The first free row, where a missing setting would stand."""
        return CellPlace(self._draft.file, self._end, 1, self._sheet.name if self._sheet else "")


def _as_lines(words: str) -> str:
    """A text of several lines ends its last one, as files are written by hand."""
    return f"{words}\n" if "\n" in words else words


def _id_from(stem: str) -> str:
    """An id out of the name of a file."""
    return re.sub(r"^[^a-z]+", "", folded(stem).replace("_", "-"))[:64].strip("-") or "questionnaire"
