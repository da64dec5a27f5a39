"""Things to choose among, in one widget: one or more columns, one cursor, drawn row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.safe import padded
from progpro_tui.tui.steps.plan import Cell, Plan, indent

NONE = -1
"""The cursor where nothing is proposed."""


class Cells(Widget, can_focus=True):
    """A few dozen things at most. What there is no room for is reached by the arrows.

    The cursor (``▌``, reversed) may stand on none of them. Arrows move it down one column and then
    down the next; what Enter, Space or a click do is for the view to say.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("left", "sideways(-1)", show=False),
        Binding("right", "sideways(1)", show=False),
        Binding("home", "to_end(0)", show=False),
        Binding("end", "to_end(-1)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "cells--cell",
        "cells--cursor",
        "cells--frame",
        "cells--frame-cursor",
    }

    @dataclass
    class Moved(Message):
        """The cursor came to another place."""

        cells: Cells
        place: int

    @dataclass
    class Picked(Message):
        """A place was clicked."""

        cells: Cells
        place: int

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._cells: Sequence[Cell] = ()
        self._drawn: dict[tuple[int, int], list[str]] = {}
        self.plan = Plan()
        self.cursor = NONE
        self.top = 0
        """The first row of cells that is seen."""

    def show(self, cells: Sequence[Cell], cursor: int, plan: Plan) -> None:
        """Show these cells as the plan lays them; -1 is no cursor."""
        self._cells, self.plan = cells, plan
        self._drawn.clear()
        self.cursor = min(cursor, len(cells) - 1)
        self.styles.height = plan.rows
        self._follow()
        self.refresh()

    # -- moving ---------------------------------------------------------------------------------

    @property
    def _deep(self) -> int:
        """How many cells a column holds."""
        return self.plan.deep(len(self._cells))

    def _follow(self) -> None:
        """Bring the cursor into what is seen."""
        seen = self.plan.seen
        row = self.cursor % self._deep if self.cursor >= 0 else 0
        self.top = max(0, min(self.top, row, self._deep - seen), row - seen + 1)

    def _go(self, place: int) -> None:
        if place == self.cursor or not 0 <= place < len(self._cells):
            return
        self.cursor = place
        self._follow()
        self.refresh()
        self.post_message(self.Moved(self, place))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # In one column these arrows are left to the run: back, and forward again.
        return action != "sideways" or self.plan.columns > 1

    def action_move(self, by: int) -> None:
        if self.cursor < 0:
            self._go(0 if by > 0 else len(self._cells) - 1)
        else:
            self._go(self.cursor + by)

    def action_sideways(self, by: int) -> None:
        self._go(max(0, self.cursor) + by * self._deep)

    def action_to_end(self, end: int) -> None:
        self._go(end % max(1, len(self._cells)))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        place = self._place_at(event.x, event.y)
        if place is not None:
            self._go(place)
            self.post_message(self.Picked(self, place))

    def _place_at(self, x: int, y: int) -> int | None:
        row = y // self.plan.pitch + self.top
        column = min(x // self._column_width, self.plan.columns - 1)
        place = column * self._deep + row
        return place if row < self._deep and place < len(self._cells) else None

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # -- drawing --------------------------------------------------------------------------------

    @property
    def _column_width(self) -> int:
        return max(1, self.size.width // self.plan.columns)

    def render_line(self, y: int) -> Strip:
        row, within = y // self.plan.pitch + self.top, y % self.plan.pitch
        plain = self.get_component_rich_style("cells--cell")
        segments: list[Segment] = []
        for column in range(self.plan.columns):
            place = column * self._deep + row
            if row < self._deep and place < len(self._cells):
                segments += self._cell(place, within)
            else:
                segments.append(Segment(" " * self._column_width, plain))
        strip = Strip(segments).adjust_cell_length(self.size.width, plain)
        more = self._more(y)
        return strip if not more else Strip([*strip.crop(0, self.size.width - 1), Segment(more, plain)])

    def _more(self, y: int) -> str:
        """An arrow where cells lie beyond what is seen."""
        if y == 0 and self.top > 0:
            return "↑"
        below = self.top + self.plan.seen < self._deep
        return "↓" if below and y == self.size.height - 1 else ""

    def _cell(self, place: int, within: int) -> list[Segment]:
        """One row of a cell, in the width of its column."""
        current = place == self.cursor and self.has_focus
        width = self._column_width
        if self.plan.framed:
            return self._framed(place, within, current, width)
        plain = self.get_component_rich_style("cells--cell")
        if within >= self.plan.height:
            return [Segment(" " * width, plain)]
        row = self._row(place, within, width - 2)
        lit = current and (row or within == 0)
        style = self.get_component_rich_style("cells--cursor") if lit else plain
        words = ("▌" if lit else " ") + row
        return [Segment(padded(words, width - 1), style), Segment(" ", plain)]

    def _framed(self, place: int, within: int, current: bool, width: int) -> list[Segment]:
        corners = "╔═╗║╚╝" if current else "┌─┐│└┘"
        frame = self.get_component_rich_style(f"cells--frame{'-cursor' if current else ''}")
        plain = self.get_component_rich_style("cells--cell")
        if within == 0:
            return [Segment(corners[0] + corners[1] * (width - 2) + corners[2], frame)]
        if within == self.plan.height + 1:
            return [Segment(corners[4] + corners[1] * (width - 2) + corners[5], frame)]
        words = padded(("▌" if current else " ") + self._row(place, within - 1, width - 4), width - 3)
        style = frame if current else plain
        return [Segment(corners[3], frame), Segment(f"{words} ", style), Segment(corners[3], frame)]

    def _row(self, place: int, within: int, width: int) -> str:
        """The words of a cell in one of its rows, its head before the first."""
        cell, key = self._cells[place], (place, width)
        margin = " " * indent(width)
        if key not in self._drawn:
            left = width - len(margin) - len(cell.head)
            self._drawn[key] = wrapped(cell.words, left, self.plan.height)
        rows = self._drawn[key]
        head = cell.head if within == 0 else " " * len(cell.head)
        return f"{margin}{head}{rows[within]}" if within < len(rows) else ""
