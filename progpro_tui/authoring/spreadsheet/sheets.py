"""The sheets of items, responses, scales and levels, each turned into its part of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.spreadsheet import meanings
from progpro_tui.authoring.spreadsheet.draft import MOST_LANGUAGES, PASSED_OVER, Draft
from progpro_tui.authoring.spreadsheet.names import ITEMS, LEVELS, RESPONSES, SCALES
from progpro_tui.authoring.spreadsheet.records import Records
from progpro_tui.authoring.spreadsheet.table import Sheet
from progpro_tui.authoring.tree import Path
from progpro_tui.core.text import N_, message

POINTS = (
    {"fr": "Pas du tout", "en": "Not at all"},
    {"fr": "Plutôt non", "en": "Not really"},
    {"fr": "Entre les deux", "en": "In between"},
    {"fr": "Plutôt oui", "en": "Quite a bit"},
    {"fr": "Beaucoup", "en": "Very much"},
)
"""What people answer with where there is no sheet of responses: the author looks at it again."""

CODE = re.compile(r"[A-Z][A-Z0-9_]{0,2}", re.ASCII)
"""What a scale that no sheet tells of is called. A word in its place is rather a part of a text."""

NEW_SCALES = N_("No sheet names the scales; the items name these: {listed}.")
NO_CODE = N_(
    "New scale: “{scale}”. It looks like a word of a text: a sign between cells may have parted that "
    "text. If it is a scale, write it on the sheet of scales, or in a file given with --scales."
)

SHARE = meanings.number("0.8")


def read_items(draft: Draft, sheet: Sheet, titled: Sequence[str]) -> None:
    """One item a row. Its columns and the title say which languages there are, if nothing else does."""
    records = Records(draft, sheet, ITEMS)
    seen = (*records.languages("text"), *records.languages("plain"), *titled)
    draft.languages = draft.languages or tuple(dict.fromkeys(seen))[:MOST_LANGUAGES] or ("fr",)
    records.check_headings()
    draft.cells["items",] = sheet.place(max(records.heading, 1), 1)
    items = draft.parts["items"] = []
    for row in records.rows():
        items.append(_item(records, row, ("items", len(items))))
    if not items:
        what = message(N_("No item stands here: write one a row, under the headings."))
        draft.refuse(sheet.place(records.heading + 1, 1), what)
    if not records.has("plain"):
        draft.unwritten.append(("items",))


def _item(records: Records, row: int, path: tuple[str | int, ...]) -> dict[str, Any]:
    records.draft.cells[path] = records.place(row, "id")
    item: dict[str, Any] = {
        "id": records.needed(
            row, "id", (*path, "id"), message(N_("Nothing stands here: give the item an id."))
        ),
        "scales": _scales(records, row, (*path, "scales")),
    }
    if tags := _tags(records, row, (*path, "tags")):
        item["tags"] = tags
    item["text"] = records.texts(row, "text", (*path, "text"))
    has_plain = records.has("plain")
    item["plain"] = records.texts(row, "plain", (*path, "plain")) if has_plain else item["text"]
    return item


def _scales(records: Records, row: int, path: tuple[str | int, ...]) -> dict[str, int]:
    words = message(N_("No scale stands here: write the id of a scale, such as R, or E- if reversed."))
    cell = records.needed(row, "scales", path, words)
    if cell == PASSED_OVER:
        return {}
    found = meanings.scales(cell)
    if found is None:
        what = message(
            N_("“{found}” does not name scales. Expected: ids with a space between, as in “R E-”."),
            found=quoted(cell),
        )
        records.draft.refuse(records.place(row, "scales"), what)
    for scale in found or {}:
        records.draft.cells[*path, scale] = records.place(row, "scales")
    return found or {}


def _tags(records: Records, row: int, path: tuple[str | int, ...]) -> dict[str, str]:
    cell = records.cell(row, "tags")
    records.draft.cells[path] = records.place(row, "tags")
    found = meanings.tags(cell)
    if found is None:
        what = message(
            N_("“{found}” is not a list of tags. Expected: as in “sector=building, level=1”."),
            found=quoted(cell),
        )
        records.draft.refuse(records.place(row, "tags"), what)
    return found or {}


def read_responses(draft: Draft, sheet: Sheet) -> list[dict[str, Any]]:
    """One point of the rating scale a row."""
    records = Records(draft, sheet, RESPONSES)
    records.check_headings()
    where = ("settings", "responses")
    draft.cells[where] = sheet.place(max(records.heading, 1), 1)
    responses: list[dict[str, Any]] = []
    for row in records.rows():
        path = (*where, len(responses))
        draft.cells[path] = records.place(row, "value")
        empty = message(N_("Nothing stands here: write the value of the response, such as 1."))
        value = records.needed(row, "value", (*path, "value"), empty)
        responses.append(
            {
                "value": len(responses) if value == PASSED_OVER else meanings.number(value),
                "label": records.texts(row, "label", (*path, "label")),
            }
        )
    return responses


def usual_responses(draft: Draft) -> list[dict[str, Any]]:
    """Five points, where no sheet names any."""
    draft.unwritten.append(("settings", "responses"))
    return [
        {"value": value, "label": {name: label.get(name, label["en"]) for name in draft.languages}}
        for value, label in enumerate(POINTS, start=1)
    ]


def read_scales(draft: Draft, sheet: Sheet) -> None:
    """One scale a row."""
    records = Records(draft, sheet, SCALES)
    records.check_headings()
    draft.cells["scales",] = sheet.place(max(records.heading, 1), 1)
    scales = draft.parts["scales"] = []
    for row in records.rows():
        scales.append(_scale(records, row, ("scales", len(scales))))
    if not records.has("plain"):
        draft.unwritten.append(("scales",))


def _scale(records: Records, row: int, path: tuple[str | int, ...]) -> dict[str, Any]:
    records.draft.cells[path] = records.place(row, "id")
    empty = message(N_("Nothing stands here: give the scale an id, such as R."))
    scale: dict[str, Any] = {"id": records.needed(row, "id", (*path, "id"), empty)}
    name = scale["name"] = records.texts(row, "name", (*path, "name"))
    for text in ("plain", "short"):
        scale[text] = records.texts(row, text, (*path, text)) if records.has(text) else name
    scale |= {"score": "mean", "minimum_share": SHARE}
    records.optional(row, "score", (*path, "score"), scale, meanings.score)
    records.optional(row, "minimum_share", (*path, "minimum_share"), scale, meanings.number)
    records.optional(row, "tie_width", (*path, "tie_width"), scale, meanings.number)
    return scale


def scales_of_items(draft: Draft) -> None:
    """The scales that the items name, where no sheet tells of them: their names are still to write."""
    found: dict[str, Path] = {}
    for place, item in enumerate(draft.parts["items"]):
        for scale in item["scales"]:
            found.setdefault(scale, ("items", place, "scales", scale))
    for scale, path in found.items():
        if not CODE.fullmatch(scale):
            draft.refuse(draft.cells[path], message(NO_CODE, scale=scale))
    if found:
        draft.notices.append(message(NEW_SCALES, listed=", ".join(found)))
    draft.parts["scales"] = [
        {
            "id": scale,
            "name": draft.to_complete(("scales", number, "name")),
            "plain": draft.to_complete(("scales", number, "plain")),
            "short": draft.to_complete(("scales", number, "short")),
            "score": "mean",
            "minimum_share": SHARE,
        }
        for number, scale in enumerate(found)
    ]


def read_levels(draft: Draft, sheet: Sheet) -> None:
    """One level of a scale a row; the scale's id stands in the first column."""
    records = Records(draft, sheet, LEVELS)
    if not any(records.rows()):
        return
    records.check_headings()
    numbers = {scale["id"]: number for number, scale in enumerate(draft.parts["scales"])}
    for row in records.rows():
        empty = message(N_("Nothing stands here: write the id of the scale that has this level."))
        scale = records.needed(row, "scale", ("levels", row), empty)
        if scale in numbers:
            _add_level(records, row, draft.parts["scales"][numbers[scale]], numbers[scale])
        elif scale != PASSED_OVER:
            _refuse_scale(records, row, scale, numbers)


def _refuse_scale(records: Records, row: int, scale: str, known: Mapping[str, int]) -> None:
    meant = nearest(scale, known) or ", ".join(known)
    what = message(
        N_("No scale has the id “{found}”. Did you mean “{meant}”?"), found=quoted(scale), meant=meant
    )
    records.draft.refuse(records.place(row, "scale"), what)


def _add_level(records: Records, row: int, scale: dict[str, Any], number: int) -> None:
    levels = scale.setdefault("levels", [])
    where = ("scales", number, "levels")
    records.draft.cells.setdefault(where, records.place(row, "scale"))
    path = (*where, len(levels))
    records.draft.cells[path] = records.place(row, "scale")
    empty = message(N_("Nothing stands here: write a number, such as 2.5."))
    level: dict[str, Any] = {}
    for end in ("from", "to"):
        level[end] = meanings.number(records.needed(row, end, (*path, end), empty))
    for text in ("name", "person", "counsellor"):
        level[text] = records.texts(row, text, (*path, text))
    levels.append(level)
