"""The rows of a family as a table: what was answered so far, as the digits that answered it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from progpro_tui.core.scale_steps import Grid
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.safe import padded, safe

NARROWEST, BROADEST = 8, 18
"""Cells of a column."""

APART = 4
"""Cells between a row's name and its columns."""

CURRENT = "bold $accent"


def table(step: Grid, tr: Translator, plain: bool, width: int, most: int) -> Content:
    """The family's name and its columns, then a line a row, ``most`` lines at most.

    The row that is asked is marked; where there are more, it stays among those shown.
    """
    heads = [tr(column.name, plain=plain) for column in step.columns]
    each = max(NARROWEST, min(BROADEST, max(map(cell_len, heads)) + 3))
    heading = tr(step.heading, plain=plain)
    names = [tr(row.short or row.name, plain=plain) for row in step.rows]
    longest = max(map(cell_len, (heading, *names))) + APART
    name = max(10, min(longest, width - each * len(heads) - 2))
    head = padded(f"  {padded(heading, name - APART)}", name + 2)
    lines = [safe(head + "".join(padded(words, each) for words in heads), "bold")]
    at = next((n for n, row in enumerate(step.rows) if row.id == step.row.id), 0)
    first = max(0, min(at - (most - 1) // 2, len(step.rows) - most + 1))
    for place, row in list(enumerate(step.rows))[first : first + most - 1]:
        current = row.id == step.row.id
        words = padded(names[place], name - APART)
        cells = "".join(padded(mark, each) for mark in _marks(step, row.id, place < at))
        line = padded(f"{'▌' if current else ' '} {words}{' ' * APART}{cells}", width)
        lines.append(safe(line, CURRENT if current else ""))
    return Content("\n").join(lines)


def _marks(step: Grid, row: str, before: bool) -> Sequence[str]:
    """For each column: the digit that was answered, left out, asked now, or still to come."""
    marks, passed = [], before
    if row == step.row.id:
        passed = True
    for column in step.columns:
        if row == step.row.id and column.id == step.column:
            marks.append("(?)")
            passed = False
        elif (value := step.cells.get(f"{row}:{column.id}")) is not None:
            marks.append(f"({value})")
        else:
            marks.append(" – " if passed else "( )")
    return marks
