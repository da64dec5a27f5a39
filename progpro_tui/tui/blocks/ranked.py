"""Things by preference in cells, with the person's own words and their marks."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.figures import RankedList, RankedNote, RankedRow
from progpro_tui.core.findings import Sign
from progpro_tui.reports.typography import quoted
from progpro_tui.tui.blocks.rows import rows_of
from progpro_tui.tui.safe import assembled, padded

SIGNS: dict[Sign, str] = {"full": "●", "empty": "○", "arrow": "→"}
PLACE, MOST_NAME, GAP = 4, 24, 2
SAID_NOTHING = "–"


def ranked_rows(block: RankedList, width: int, language: str, lines: bool) -> Iterator[Content]:
    """A row for each thing: place, name, mark, words; with ``lines``, what its card says below it."""
    name = min(MOST_NAME, max((len(clean(row.name)) for row in block.rows), default=0))
    marks = (len(_mark(note)) for row in block.rows for note in row.notes)
    mark = min(MOST_NAME, max(marks, default=0))
    for place, row in enumerate(block.rows):
        if place:
            yield Content("")
        yield from _rows(row, name, mark, width, language, lines)


def _rows(
    row: RankedRow, name: int, mark: int, width: int, language: str, lines: bool
) -> Iterator[Content]:
    """Left, the name and its line; right of them, each mark with what was said."""
    left = [(words, "bold") for words in rows_of(row.name, name)]
    if lines and row.line:
        left += [(words, "$muted") for words in rows_of(row.line, name)]
    room = width - PLACE - name - 2 * GAP - mark
    right = [pair for note in row.notes for pair in _said(note, room, language)]
    right = right or [("", SAID_NOTHING)]
    for place in range(max(len(left), len(right))):
        words, style = left[place] if place < len(left) else ("", "")
        marked, said = right[place] if place < len(right) else ("", "")
        head = row.place if place == 0 else ""
        yield assembled(
            (padded(head, PLACE), "bold $accent"),
            (padded(words, name), style),
            " " * GAP,
            (padded(marked, mark), ""),
            " " * GAP,
            said,
        ).rstrip()


def _said(note: RankedNote, room: int, language: str) -> list[tuple[str, str]]:
    rows = rows_of(quoted(note.said, language), room)
    marks = [_mark(note), *("" for _ in rows[1:])]
    return list(zip(marks, rows, strict=False))


def _mark(note: RankedNote) -> str:
    return clean(f"{SIGNS[note.sign]} {note.mark}")
