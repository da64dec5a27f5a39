"""The columns of a Q-sort as one widget: a key repaints the two cells that it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from progpro_tui.core.card_steps import EMPTY
from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.safe import clipped, padded, signed
from progpro_tui.tui.steps.arrangement import Arrangement, Spot
from progpro_tui.tui.steps.broad import set_height

HEADS = 2
"""Rows above the places: the words of the two ends, and what each column counts."""

NARROWEST, BROADEST = 5, 8
"""Cells of a column that shows numbers."""

WORDS = 13
"""Cells of a column that shows words: a mark, and lines of twelve letters."""
WORD_ROWS = 3
"""Lines of a place then; few cards need the last."""


@dataclass(frozen=True)
class Cards:
    """What the board writes: each card's number and its few words, and the words of both ends."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    ends: tuple[str, str] = ("", "")


def in_words(arrangement: Arrangement, room: Size) -> bool:
    """Whether there is room for words in the cells instead of numbers."""
    rows = HEADS + arrangement.tallest * WORD_ROWS
    return room.width >= WORDS * len(arrangement.columns) and room.height >= rows


class Board(Widget, can_focus=True):
    """The places under one focus. ``changed`` is called after the cursor moved.

    ``pressed`` is called after a click brought it to a place.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(0, -1)", show=False),
        Binding("down", "move(0, 1)", show=False),
        Binding("left", "move(-1, 0)", show=False),
        Binding("right", "move(1, 0)", show=False),
        Binding("home", "to_end(False)", show=False),
        Binding("end", "to_end(True)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "board--plain",
        "board--odd",
        "board--end",
        "board--head",
        "board--cursor",
        "board--held",
    }

    def __init__(self, changed: Callable[[], None], pressed: Callable[[], None]) -> None:
        super().__init__()
        self._changed, self._pressed = changed, pressed
        self._arrangement: Arrangement | None = None
        self._cards = Cards()
        self._lines: dict[str, list[str]] = {}
        """The lines of each card, where cells show words."""
        self._first_column = self._first_row = 0
        self.words = False
        """Whether cells show words: where there is room for them."""

    def show(self, arrangement: Arrangement, cards: Cards, room: Size) -> None:
        """Show these cards in no more than this room."""
        self._arrangement, self._cards = arrangement, cards
        self.words = in_words(arrangement, room)
        if self.words:
            self._lines = {card: _lines(words) for card, words in cards.short.items()}
        tall = arrangement.tallest * self._cell_rows
        height = HEADS + max(1, min(tall, room.height - HEADS))
        set_height(self, height)
        self._follow(Size(room.width, height))
        self.refresh()

    # -- where things are -------------------------------------------------------------------------

    @property
    def _cell_rows(self) -> int:
        return WORD_ROWS if self.words else 1

    def _cell_width(self, width: int) -> int:
        assert self._arrangement is not None
        if self.words:
            return WORDS
        return max(NARROWEST, min(BROADEST, width // len(self._arrangement.columns)))

    def _follow(self, size: Size) -> bool:
        """Bring the cursor's place into sight; whether other places are shown than before."""
        assert self._arrangement is not None
        before = self._first_column, self._first_row
        spot = self._arrangement.spot(self._arrangement.cursor)
        columns = max(1, size.width // self._cell_width(size.width))
        rows = max(1, (size.height - HEADS) // self._cell_rows)
        self._first_column = _window(self._first_column, spot.column, columns)
        self._first_row = _window(self._first_row, spot.row, rows)
        if rows >= self._arrangement.tallest:
            self._first_row = 0
        return before != (self._first_column, self._first_row)

    def _region(self, place: int) -> Region:
        """The cells of a place on the widget; it may lie outside."""
        assert self._arrangement is not None
        spot = self._arrangement.spot(place)
        width, rows = self._cell_width(self.size.width), self._cell_rows
        x = (spot.column - self._first_column) * width
        return Region(x, HEADS + (spot.row - self._first_row) * rows, width, rows)

    def place_at(self, x: int, y: int) -> int | None:
        """The place whose cells hold this point of the widget."""
        if self._arrangement is None or y < HEADS:
            return None
        column = self._first_column + x // self._cell_width(self.size.width)
        row = self._first_row + (y - HEADS) // self._cell_rows
        return self._arrangement.place(Spot(column, row))

    # -- keys and mouse ---------------------------------------------------------------------------

    def action_move(self, columns: int, rows: int) -> None:
        self._go(lambda board: board.move(columns, rows))

    def action_to_end(self, last: bool) -> None:
        self._go(lambda board: board.to_end(last))

    def _go(self, move: Callable[[Arrangement], bool]) -> None:
        assert self._arrangement is not None
        before = self._arrangement.cursor
        if move(self._arrangement):
            self.repaint(before)
            self._changed()

    def repaint(self, *places: int) -> None:
        """Paint these places and the cursor's anew, or all where others have come into sight."""
        assert self._arrangement is not None
        if self._follow(self.size):
            self.refresh()
            return
        changed = {*places, self._arrangement.cursor}
        self.refresh(*(self._region(place) for place in changed))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        place = self.place_at(event.x, event.y)
        if place is not None:
            self._go(lambda board: board.go_to(place))
            self._pressed()

    # -- drawing ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        plain = self.get_component_rich_style("board--plain")
        if self._arrangement is None:
            return Strip([Segment(" " * width, plain)], width)
        if y == 0:
            return Strip([Segment(self._ends(width), self.get_component_rich_style("board--end"))])
        cell = self._cell_width(width)
        columns = range(self._first_column, len(self._arrangement.columns))[: max(1, width // cell)]
        if y == 1:
            head = self.get_component_rich_style("board--head")
            segments = [Segment(padded(self._head(column), cell), head) for column in columns]
        else:
            row, line = divmod(y - HEADS, self._cell_rows)
            spots = (Spot(column, row + self._first_row) for column in columns)
            segments = [self._cell(spot, line, cell, plain) for spot in spots]
        return Strip(segments).adjust_cell_length(width, plain)

    def _ends(self, width: int) -> str:
        assert self._arrangement is not None
        width = min(width, self._cell_width(width) * len(self._arrangement.columns))
        half = width // 2 - 1
        most = clipped(self._cards.ends[1], half - 2) + " →"
        return padded(clipped(f"← {self._cards.ends[0]}", half), width - cell_len(most)) + most

    def _head(self, column: int) -> str:
        """What the column counts, and whether it goes on out of sight."""
        assert self._arrangement is not None
        shape = self._arrangement.columns[column]
        rows = (self.size.height - HEADS) // self._cell_rows
        above = "↑" if self._first_row else ""
        below = "↓" if shape.places > self._first_row + rows else ""
        return f" {signed(shape.value):>3}{above}{below}"

    def _cell(self, spot: Spot, line: int, width: int, plain: Style) -> Segment:
        assert self._arrangement is not None
        place = self._arrangement.place(spot)
        if place is None:
            return Segment(" " * width, plain)
        current = place == self._arrangement.cursor and self.has_focus
        held = place == self._arrangement.held
        card = self._arrangement.cards[place]
        draw = self._card_words if self.words else self._card_number
        band = "odd" if self.words and spot.row % 2 else "plain"
        name = "cursor" if current else "held" if held else band
        style = self.get_component_rich_style(f"board--{name}")
        return Segment(padded(draw(card, line, current, held), width), style)

    def _card_number(self, card: str, line: int, current: bool, held: bool) -> str:
        number = "□" if card == EMPTY else str(self._cards.numbers.get(card, "?"))
        return f"{'▌' if current else ' '}{number:>3}{' ‹' if held else ''}"

    def _card_words(self, card: str, line: int, current: bool, held: bool) -> str:
        lines = _lines("□") if card == EMPTY else self._lines.get(card, _lines("?"))
        in_hand = held and line == (1 if current else 0)
        mark = "‹" if in_hand else "▌" if current else " "
        return mark + lines[line]

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()


def _window(first: int, wanted: int, count: int) -> int:
    """The first of ``count`` things in sight, so that the wanted one is among them."""
    return max(wanted - count + 1, min(first, wanted))


def _lines(words: str) -> list[str]:
    lines = wrapped(words, WORDS - 1, WORD_ROWS)
    return [*lines, *[""] * (WORD_ROWS - len(lines))]
