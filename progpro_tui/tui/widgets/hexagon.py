"""The hexagon in half-blocks: letters, frame and shape in the same cells, in any colour or none."""

from __future__ import annotations

import math
from collections.abc import Sequence

from progpro_tui.reports.charts import Point, outline, polygon_points, ring

POINT, FRAME = "●", "·"
HALVES = {(True, False): "▀", (False, True): "▄", (True, True): "█"}


def hexagon(
    letters: Sequence[str], shares: Sequence[float | None], width: int, height: int
) -> list[str]:
    """Rows of text that show ``shares`` (0 to 1) on axes marked by ``letters``.

    A cell is two pixels high, which makes pixels square. A share that is none has no point, and its
    neighbours are not joined.
    """
    centre: Point = ((width - 1) / 2, height - 0.5)
    radius = min(width / 2 - 3, height / math.sin(math.radians(60)) - 1)
    cells: dict[tuple[int, int], str] = {}
    frame = ring(len(letters), radius, centre)
    for side in outline(frame):
        for x, y in _pixels(*side, step=2.0):
            cells[x, y // 2] = FRAME
    points = polygon_points(shares, radius, centre)
    pixels = {pixel for side in outline(points) for pixel in _pixels(*side)}
    for x, row in {(x, y // 2) for x, y in pixels}:
        cells[x, row] = HALVES[(x, 2 * row) in pixels, (x, 2 * row + 1) in pixels]
    for point in points:
        if point is not None:
            cells[_cell(point)] = POINT
    for letter, corner in zip(letters, ring(len(letters), radius + 2.2, centre), strict=True):
        cells[_cell(corner)] = letter
    return ["".join(cells.get((x, y), " ") for x in range(width)) for y in range(height)]


def _cell(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1]) // 2


def _pixels(start: Point, end: Point, step: float = 0.5) -> list[tuple[int, int]]:
    count = max(1, round(math.dist(start, end) / step))
    return [
        (
            round(start[0] + (end[0] - start[0]) * part / count),
            round(start[1] + (end[1] - start[1]) * part / count),
        )
        for part in range(count + 1)
    ]
