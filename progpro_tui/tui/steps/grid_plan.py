"""Where the points of a grid's cells stand: in rows that wrap, or one a line where they are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.safe import clipped, padded

MARK = 2
"""Cells before a cell's name: its mark."""

MOST_NAME = 14
BETWEEN = 2
"""Cells between a name and its points, and between two points."""

BOX = 5
"""Cells of a point's own mark: of the cursor, of ``( )``, and one free."""

MOST_LINES = 4
"""Lines of one label at most, and more than any label of ours takes."""


@dataclass(frozen=True)
class CellShown:
    """One cell of a row: its name, the words of its points, the one chosen (-1 for none).

    ``passed`` tells one that was left out from one that is still to come.
    """

    name: str
    labels: tuple[str, ...]
    chosen: int = -1
    asked: bool = False
    passed: bool = False


@dataclass(frozen=True)
class Point:
    """A point on a line, from ``x`` on. ``head`` is false for the further lines of a long label."""

    x: int
    place: int
    words: str
    chosen: bool
    head: bool = True

    @property
    def width(self) -> int:
        return BOX + cell_len(self.words)


@dataclass(frozen=True)
class Line:
    """One line: the name of its cell where it is the first, and its points."""

    name: str
    asked: bool
    points: tuple[Point, ...]
    words: str = ""
    """What stands there instead of points."""


def plan(cells: Sequence[CellShown], width: int, height: int, cursor: int = -1) -> list[Line | None]:
    """The lines of all cells, none for an empty one, ``height`` at most.

    Where they do not fit, empty lines go first, then the points of what is not asked; the last
    resort is to show the lines around the cursor.
    """
    indent = points_start(cells)
    whole = [list(_cell(cell, indent, width)) for cell in cells]
    brief = [
        lines if cell.asked else [_brief(cell, width - indent)]
        for cell, lines in zip(cells, whole, strict=True)
    ]
    for blocks, apart in ((whole, True), (whole, False), (brief, True), (brief, False)):
        lines = _joined(blocks, apart)
        if len(lines) <= height:
            return lines
    return _around(lines, height, cursor)


def points_start(cells: Sequence[CellShown]) -> int:
    """From which cell of a line on points stand."""
    return MARK + min(MOST_NAME, max(cell_len(cell.name) for cell in cells)) + BETWEEN


def _cell(cell: CellShown, indent: int, width: int) -> Iterator[Line]:
    room = max(BOX + 1, width - indent)
    longest = max(cell_len(label) for label in cell.labels)
    flow = BOX + longest <= room // 2
    rows = _in_rows(cell, indent, room) if flow else _one_a_line(cell, indent, room)
    name = clipped(cell.name, MOST_NAME)
    for number, points in enumerate(rows):
        yield Line(name if number == 0 else "", cell.asked, tuple(points))


def _in_rows(cell: CellShown, indent: int, room: int) -> Iterator[list[Point]]:
    """Points side by side."""
    row: list[Point] = []
    x = 0
    for place, label in enumerate(cell.labels):
        point = Point(indent + x, place, label, place == cell.chosen)
        if row and x + point.width > room:
            yield row
            row, x = [], 0
            point = replace(point, x=indent)
        row.append(point)
        x += point.width + BETWEEN
    yield row


def _one_a_line(cell: CellShown, indent: int, room: int) -> Iterator[list[Point]]:
    for place, label in enumerate(cell.labels):
        for number, words in enumerate(wrapped(label, room - BOX, MOST_LINES) or [""]):
            yield [Point(indent, place, words, place == cell.chosen, head=number == 0)]


def _brief(cell: CellShown, room: int) -> Line:
    """A cell that is not asked, on one line: what was chosen, left out, or is still to come."""
    unknown = "–" if cell.passed else "○"
    words = unknown if cell.chosen < 0 else f"(•) {cell.labels[cell.chosen]}"
    return Line(clipped(cell.name, MOST_NAME), False, (), clipped(words, max(1, room)))


def _joined(blocks: Sequence[Sequence[Line]], apart: bool) -> list[Line | None]:
    lines: list[Line | None] = []
    for block in blocks:
        if lines and apart:
            lines.append(None)
        lines += block
    return lines


def _around(lines: list[Line | None], height: int, cursor: int) -> list[Line | None]:
    """So many lines, those of the asked cell's cursor (or beginning) among them."""
    asked = {n: line for n, line in enumerate(lines) if line and line.asked}
    at = [n for n, line in asked.items() if any(point.place == cursor for point in line.points)]
    focus = (at or [*asked, 0])[0]
    first = max(0, min(focus - height // 2, len(lines) - height))
    return lines[first : first + height]


def gutter(line: Line, indent: int) -> str:
    """What stands before the points: the mark of the asked cell, and its name."""
    mark = "▌" if line.asked and line.name else " "
    return padded(f"{mark} {line.name}", indent)
