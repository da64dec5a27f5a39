"""Two points on one track, row by row: as it is today, as it is wished."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.figures import Dumbbell, Dumbbells
from progpro_tui.tui.blocks.rows import rows_of
from progpro_tui.tui.safe import padded

TODAY, WISHED, LINK, EMPTY = "●", "○", "─", "·"
MOST_NAME, FIGURES, GAP = 26, 9, 2
LEAST_TRACK, MOST_TRACK = 11, 51


def dumbbell_rows(block: Dumbbells, width: int) -> Iterator[Content]:
    """A row a domain, then what the two points and the two ends are."""
    name = min(MOST_NAME, max((len(clean(row.name)) for row in block.rows), default=0))
    track = max(LEAST_TRACK, min(MOST_TRACK, width - name - FIGURES - 2 * GAP))
    for row in block.rows:
        for place, words in enumerate(rows_of(row.name, name)):
            if place:
                yield Content(words)
                continue
            yield Content.assemble(
                padded(words, name + GAP),
                *track_cells(row.today, row.wished, track),
                " " * GAP,
                (_figures(row), "bold"),
            )
    yield Content("")
    least, most = block.ends
    today, wished = block.series
    parts = ((TODAY, "$accent"), f" {today}   ", (WISHED, "$second"), f" {wished}")
    yield Content.assemble(*parts, clean(f"     {least}   {most}"))


def track_cells(today: float | None, wished: float | None, width: int) -> list[tuple[str, str]]:
    """The track in pieces of one style: dots, the link between the two points, the points."""
    cells: list[tuple[str, str]] = [(EMPTY, "$line")] * width
    places = [None if share is None else round(share * (width - 1)) for share in (today, wished)]
    now, then = places
    if now is not None and then is not None:
        for place in range(min(now, then) + 1, max(now, then)):
            cells[place] = (LINK, "$second")
    if then is not None:
        cells[then] = (WISHED, "$second")
    if now is not None:
        cells[now] = (TODAY, "$accent")
    return cells


def _figures(row: Dumbbell) -> str:
    today, wished = row.figures
    if row.same:
        return f"{today:>2} ="
    return f"{today:>2} → {wished:>2}"
