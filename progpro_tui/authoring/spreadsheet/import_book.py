"""From the sheets of an author to the text of an instrument file, or all mistakes by their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from progpro_tui.authoring.events import read_tree
from progpro_tui.authoring.examples import check_examples
from progpro_tui.authoring.loader import read_content
from progpro_tui.authoring.sentences import SENTENCES
from progpro_tui.authoring.spreadsheet import sheets
from progpro_tui.authoring.spreadsheet.draft import Draft
from progpro_tui.authoring.spreadsheet.examples_sheet import read_examples
from progpro_tui.authoring.spreadsheet.names import sheet_named
from progpro_tui.authoring.spreadsheet.settings_sheet import SettingsSheet
from progpro_tui.authoring.spreadsheet.table import Book, CellPlace, Sheet
from progpro_tui.authoring.spreadsheet.words import Words, words_of
from progpro_tui.authoring.tree import MOST_MISTAKES, Path, Spot
from progpro_tui.authoring.unwritten import UNWRITTEN
from progpro_tui.authoring.write_yaml import SCHEMA_LINE, write_yaml
from progpro_tui.core.errors import InputError, InstrumentError, Mistake
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator

ORDER = (
    *("id", "version", "kind", "languages", "title", "author", "licence", "minutes", "measures"),
    *("does_not_measure", "does_not_measure_person", "for_whom", "not_for", "reading_help", "sources"),
    *("instructions", "counsellor_instructions", "debrief", "settings", "items", "scales"),
)
"""The entries of a file in the order of the bundled ones."""

UNREAD = N_("The sheet “{name}” is not read: it is none of an instrument’s, or there are two of them.")
UNREAD_SIGN = "?"
"""Before the name of a sheet that is not read."""
INCOMPLETE = N_("The spreadsheet does not say everything: replace each “{words}” in this file.")
NOTES: Mapping[Path, str] = {
    ("settings", "responses"): N_("The usual answers, since the spreadsheet has none: look at them."),
    ("items",): N_("The plain wording is still the standard one: write it in simpler words."),
    ("scales",): N_("The plain wording is still the standard one: write it in simpler words."),
}
"""What is to be looked at again, and does not say so itself."""

IN_WORDS_OF_SHEETS: Mapping[str, str] = {
    SENTENCES["truth"]: N_("{found} is neither “yes” nor “no”: write one of the two.")
}
"""Sentences that name what stands in a file, and what they say of a spreadsheet."""


@dataclass(frozen=True)
class Imported:
    """The text of the file, its lines that are still to be completed, and what is to be known."""

    id: str
    text: str
    to_complete: tuple[int, ...]
    notices: tuple[Message, ...]


def import_book(book: Book, stem: str, host: PluginHost, say: Translator) -> Imported:
    """The file that the sheets make. ``stem`` gives an id where they have none.

    ``say`` gives a comment its words, and names theirs where the sheets leave the language open.
    Raises :class:`InstrumentError` with every mistake by its cell.
    """
    draft = _drafted(_by_name(book), book, stem, words_of(book.sheets, say.language))
    root = {name: draft.parts[name] for name in ORDER if name in draft.parts}
    root |= {"indices": draft.parts.get("indices", []), "norms": []}
    if examples := draft.parts.get("examples"):
        root["examples"] = examples
    notes = {path: (say(message(NOTES[path])),) for path in draft.unwritten if path in NOTES}
    text = _head(draft, say) + write_yaml(root, notes)
    draft.mistakes = _with_those_of(text, draft, host)
    if draft.mistakes:
        raise InstrumentError(draft.file, _in_order(draft.mistakes, book))
    places = read_tree(text.encode(), draft.file).places
    lines = sorted({places[path][0] for path in draft.unwritten})
    return Imported(str(root["id"]), text, tuple(lines), (*book.notices, *draft.notices))


def _by_name(book: Book) -> dict[str, Sheet]:
    """The sheets by what they hold. One that stands alone holds the items, whatever its name."""
    found: dict[str, Sheet] = {}
    full = [sheet for sheet in book.sheets if any(any(row) for row in sheet.rows)]
    for sheet in full:
        holds = sheet.holds or sheet_named(sheet.name)
        if len(full) == 1 and holds is None:
            return {"items": sheet}
        name = holds if holds and holds not in found else f"{UNREAD_SIGN}{sheet.name}"
        if holds != "guide":
            found[name] = sheet
    return found


def _drafted(found: Mapping[str, Sheet], book: Book, stem: str, words: Words) -> Draft:
    items = found.get("items")
    if items is None:
        file = book.sheets[0].file if book.sheets else stem
        raise InputError(
            N_("{file}: no sheet named “items” holds anything: it has one item a row."), file=file
        )
    draft = Draft(items.file, words)
    unread = [name[1:] for name in found if name.startswith(UNREAD_SIGN)]
    draft.notices += [message(UNREAD, name=name) for name in unread]
    settings = SettingsSheet(draft, found.get("settings"), stem)
    draft.languages = settings.languages()
    sheets.read_items(draft, items, settings.titled())
    if "scales" in found:
        sheets.read_scales(draft, found["scales"])
    else:
        sheets.scales_of_items(draft)
    if "levels" in found:
        sheets.read_levels(draft, found["levels"])
    if "examples" in found:
        read_examples(draft, found["examples"])
    labels = found.get("responses")
    responses = sheets.read_responses(draft, labels) if labels else sheets.usual_responses(draft)
    settings.fill(responses)
    return draft


def _head(draft: Draft, say: Translator) -> str:
    """The first lines of the file: what editors check it by, and whether something is missing."""
    if all(path in NOTES for path in draft.unwritten):
        return SCHEMA_LINE
    words = UNWRITTEN.get(draft.languages[0], UNWRITTEN["en"])
    return f"{SCHEMA_LINE}# {say(message(INCOMPLETE, words=words))}\n"


def _with_those_of(text: str, draft: Draft, host: PluginHost) -> list[Mistake]:
    """The mistakes of the sheets, and those that the loader and the examples find in the text."""
    try:
        reading = read_content(text.encode(), draft.file, host)
    except InstrumentError as error:
        found = list(error.mistakes)
    else:
        found = list(check_examples(reading, host))
    named = {mistake.place for mistake in draft.mistakes}
    others = [mistake for mistake in _by_cell(found, text, draft) if mistake.place not in named]
    return [
        *draft.mistakes,
        *(mistake for mistake in others if _row_of(mistake) not in draft.shifted),
    ]


def _row_of(mistake: Mistake) -> tuple[str, str, int]:
    place = mistake.place
    assert isinstance(place, CellPlace)
    return place.file, place.sheet, place.line


def _by_cell(mistakes: Sequence[Mistake], text: str, draft: Draft) -> list[Mistake]:
    """What was found in the text, at the cells that the text came from."""
    read = read_tree(text.encode(), draft.file)
    paths: dict[Spot, Path] = {}
    spots = [*read.places.items(), *read.keys.items()]
    for path, spot in sorted(spots, key=lambda entry: len(entry[0])):
        paths[spot] = path
    return [
        Mistake(
            _cell_of(paths.get((found.place.line, found.place.column), ()), draft),
            _in_words(found.what, draft.words),
        )
        for found in mistakes
    ]


def _in_words(what: Message, words: Words) -> Message:
    """A sentence of the loader with the names and values of the spreadsheet."""
    params = dict(what.params)
    for slot in ("key", "expected"):
        if isinstance(said := params.get(slot), str):
            params[slot] = words.listed(said.split(", "))
    return replace(what, msgid=IN_WORDS_OF_SHEETS.get(what.msgid, what.msgid), params=params)


def _cell_of(path: Path, draft: Draft) -> CellPlace:
    while path not in draft.cells and path:
        path = path[:-1]
    return draft.cells.get(path, draft.cells["items",])


def _in_order(mistakes: Sequence[Mistake], book: Book) -> list[Mistake]:
    """Sheet by sheet, row by row, as an author goes through them."""
    names = [(sheet.file, sheet.name) for sheet in book.sheets]

    def key(mistake: Mistake) -> tuple[Any, ...]:
        place = mistake.place
        assert isinstance(place, CellPlace)
        where = (place.file, place.sheet)
        return (names.index(where) if where in names else len(names), place.line, place.column)

    return sorted(mistakes, key=key)[:MOST_MISTAKES]
