"""The cells of one row of a grid, each with its points: one widget, one focus, one painting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from progpro_tui.tui.safe import safe
from progpro_tui.tui.steps.broad import set_height
from progpro_tui.tui.steps.grid_plan import BOX, CellShown, Line, Point, gutter, plan, points_start

LIT = "bold $on-accent on $accent"


class GridRows(Widget, can_focus=True):
    """The asked cell is marked ``▌``; the cursor may stand on none of its points (-1)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "move(-1)", show=False),
        Binding("down,right", "move(1)", show=False),
        Binding("home", "to_place(0)", show=False),
        Binding("end", "to_place(-1)", show=False),
        Binding("enter,space", "pick", show=False),
    ]

    def __init__(self, picked: Callable[[int], None]) -> None:
        super().__init__()
        self._picked = picked
        self._cells: Sequence[CellShown] = ()
        self._width = self._height = 1
        self.cursor = -1

    def show(self, cells: Sequence[CellShown], cursor: int, width: int, height: int) -> None:
        """Show these cells on so many columns and rows."""
        self._cells, self.cursor = cells, cursor
        self._width, self._height = width, height
        set_height(self, height)
        self.refresh()

    @property
    def _count(self) -> int:
        return next((len(cell.labels) for cell in self._cells if cell.asked), 0)

    def _lines(self) -> list[Line | None]:
        return plan(self._cells, self._width, self._height, self.cursor) if self._cells else []

    # -- keys and mouse ---------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        last = self._count - 1
        self._to((0 if by > 0 else last) if self.cursor < 0 else self.cursor + by)

    def action_to_place(self, place: int) -> None:
        self._to(place % max(1, self._count))

    def _to(self, place: int) -> None:
        self.cursor = max(0, min(place, self._count - 1))
        self.refresh()

    def action_pick(self) -> None:
        if self.cursor >= 0:
            self._picked(self.cursor)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        lines = self._lines()
        line = lines[event.y] if event.y < len(lines) else None
        if line is None or not line.asked:
            return
        for point in line.points:
            if point.x <= event.x < point.x + point.width:
                self._picked(point.place)
                return

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # -- drawing ----------------------------------------------------------------------------------

    def render(self) -> Content:
        if not self._cells:
            return Content("")
        indent = points_start(self._cells)
        return Content("\n").join(self._drawn(line, indent) for line in self._lines())

    def _drawn(self, line: Line | None, indent: int) -> Content:
        if line is None:
            return Content("")
        parts = [safe(gutter(line, indent), "bold $accent" if line.asked else "")]
        end = indent
        for point in line.points:
            parts += [Content(" " * (point.x - end)), self._point(line, point)]
            end = point.x + point.width
        return Content("").join([*parts, safe(line.words)])

    def _point(self, line: Line, point: Point) -> Content:
        lit = line.asked and point.place == self.cursor and self.has_focus
        box = f"{'▌' if lit else ' '}{'(•)' if point.chosen else '( )'} " if point.head else " " * BOX
        style = LIT if lit else "bold" if point.chosen else "" if line.asked else "$muted"
        return safe(box + point.words, style)
