"""Two points on one track, row by row: as it is today, as it is wished."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.figures import Dumbbells
from progpro_tui.tui.blocks.rows import rows_of
from progpro_tui.tui.safe import assembled, padded, safe
from progpro_tui.tui.widgets.dumbbells import TODAY, WISHED, coloured, figures, track

MOST_NAME, FIGURES, GAP = 26, 9, 2
LEAST_TRACK, MOST_TRACK = 11, 51


def dumbbell_rows(block: Dumbbells, width: int) -> Iterator[Content]:
    """A row a domain, then what the two points and the two ends are."""
    name = min(MOST_NAME, max((len(clean(row.name)) for row in block.rows), default=0))
    cells = max(LEAST_TRACK, min(MOST_TRACK, width - name - FIGURES - 2 * GAP))
    for row in block.rows:
        for place, words in enumerate(rows_of(row.name, name)):
            if place:
                yield safe(words)
                continue
            yield assembled(
                padded(words, name + GAP),
                *coloured(track(row.today, row.wished, cells)),
                " " * GAP,
                (figures(row), "bold"),
            )
    yield Content("")
    least, most = block.ends
    today, wished = block.series
    parts = ((TODAY, "$accent"), f" {today}   ", (WISHED, "$second"), f" {wished}")
    yield assembled(*parts, clean(f"     {least}   {most}"))
