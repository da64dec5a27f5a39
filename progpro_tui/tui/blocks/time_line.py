"""A life line in cells: moments above and below one line, their years beneath."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.figures import TimeLine, TimePoint
from progpro_tui.reports.tracks import along, spread
from progpro_tui.tui.safe import assembled

MOMENT, UNPLACED, STEM = "●", "○", "│"
LINE, UP, DOWN = "─", "┴", "┬"
APART = 5
"""Cells from moment to moment: a year, and a space."""
MARGIN = 2


def time_rows(block: TimeLine, width: int, reach: int) -> Iterator[Content]:
    """``reach`` rows on each side of the line, the words of the ends, the years."""
    low, high = block.ends
    cells = _drawn(block, width, reach)
    yield Content(clean(high))
    for row in range(2 * reach + 1):
        yield _row(cells.get(row, {}), width)
    yield Content(clean(low))
    yield from _years(block, width)


def time_places(block: TimeLine, width: int) -> list[int]:
    """The cell of each moment: its year along the line, kept apart from its neighbours."""
    years = [point.year for point in block.points]
    first, last = MARGIN, width - 1 - MARGIN
    wished = [along(year, min(years), max(years), first, last) for year in years]
    return [round(place) for place in spread(wished, APART, first, last)]


def time_row(point: TimePoint, most: int, reach: int) -> int:
    """The row of a moment from the top; the line's own where it has no height, or 0."""
    if not point.height:
        return reach
    # Never rounded to the line: what is a little low is not to look even.
    rows = max(1, int(abs(point.height) * reach / most + 0.5))
    return reach - rows if point.height > 0 else reach + rows


def _drawn(block: TimeLine, width: int, reach: int) -> dict[int, dict[int, str]]:
    cells: dict[int, dict[int, str]] = {reach: dict.fromkeys(range(width), LINE)}
    for point, x in zip(block.points, time_places(block, width), strict=True):
        row = time_row(point, block.most, reach)
        step = -1 if row < reach else 1
        for between in range(reach + step, row, step):
            cells.setdefault(between, {})[x] = STEM
        if row != reach:
            cells[reach][x] = UP if row < reach else DOWN
        cells.setdefault(row, {})[x] = UNPLACED if point.height is None else MOMENT
    return cells


def _row(cells: dict[int, str], width: int) -> Content:
    drawn = [cells.get(x, " ") for x in range(width)]
    pieces = ((cell, "$accent" if cell in (MOMENT, UNPLACED) else "$line") for cell in drawn)
    return assembled(*pieces)


def _years(block: TimeLine, width: int) -> Iterator[Content]:
    """The years below their moments, in a second row where the first is taken."""
    rows: list[str] = []
    said = None
    for point, x in zip(block.points, time_places(block, width), strict=True):
        if point.year == said:
            continue
        said, year = point.year, str(point.year)
        start = max(0, min(x - 1, width - len(year)))
        row = next((n for n, words in enumerate(rows) if len(words) < start), len(rows))
        if row == len(rows):
            rows.append("")
        rows[row] = f"{rows[row]:<{start}}{year}"
    yield from map(Content, rows)
