"""The sheet of golden examples: the answers of one person a row, and the scores that they must give."""

from __future__ import annotations

from typing import Any

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.spreadsheet import meanings
from progpro_tui.authoring.spreadsheet.draft import PASSED_OVER, Draft
from progpro_tui.authoring.spreadsheet.names import EXAMPLES
from progpro_tui.authoring.spreadsheet.records import Records
from progpro_tui.authoring.spreadsheet.table import Sheet
from progpro_tui.authoring.tree import Path
from progpro_tui.core.text import N_, message


def read_examples(draft: Draft, sheet: Sheet) -> None:
    """One person a row. Without a row there are no examples, and no mistake."""
    records = Records(draft, sheet, EXAMPLES)
    if not any(records.rows()):
        return
    records.check_headings()
    draft.cells["examples",] = sheet.place(max(records.heading, 1), 1)
    examples = draft.parts["examples"] = []
    for row in records.rows():
        examples.append(_example(records, row, ("examples", len(examples))))


def _example(records: Records, row: int, path: Path) -> dict[str, Any]:
    records.draft.cells[path] = records.place(row, "name")
    unnamed = message(N_("Nothing stands here: give the example a name."))
    unanswered = message(N_("Nothing stands here: write the answers, as in d01=5 d02=3."))
    example: dict[str, Any] = {"name": records.needed(row, "name", (*path, "name"), unnamed)}
    answers = records.needed(row, "answers", (*path, "answers"), unanswered)
    example["answers"] = {} if answers == PASSED_OVER else _pairs(records, row, path, "answers")
    if scores := _pairs(records, row, path, "scores"):
        example["scores"] = scores
    records.optional(row, "code", (*path, "code"), example, str)
    return example


def _pairs(records: Records, row: int, path: Path, name: str) -> dict[str, Any]:
    cell, place = records.cell(row, name), records.place(row, name)
    found = meanings.pairs(cell)
    if found is None:
        sentence = N_("“{found}” is not understood. Expected: as in “d01=5 d02=3”, each id once.")
        records.draft.refuse(place, message(sentence, found=quoted(cell)))
        found = {}
    records.draft.cells[*path, name] = place
    return found
