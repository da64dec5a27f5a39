"""A list that draws only the rows it shows, so that ten thousand cost what twenty do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar, overload

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from progpro_tui.tui.safe import padded

T = TypeVar("T")


@dataclass(frozen=True)
class Column:
    """Cells of this width; 0 takes what is left. ``right`` aligns figures."""

    width: int
    right: bool = False


class Rows(Sequence[Sequence[str]]):
    """Rows that are put into words when they are drawn."""

    def __init__(self, things: Sequence[T], words: Callable[[T], Sequence[str]]) -> None:
        self._things: Sequence[Any] = things
        self._words = words

    @overload
    def __getitem__(self, row: int) -> Sequence[str]: ...
    @overload
    def __getitem__(self, row: slice) -> Rows: ...
    def __getitem__(self, row: int | slice) -> Sequence[str] | Rows:
        if isinstance(row, slice):
            return Rows(self._things[row], self._words)
        return self._words(self._things[row])

    def __len__(self) -> int:
        return len(self._things)


class Listing(ScrollView, can_focus=True):
    """Rows of cells with one cursor. Arrows move it; Enter or a click chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "to_start", show=False),
        Binding("end", "to_end", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"listing--cursor", "listing--row"}

    @dataclass
    class Moved(Message):
        """The cursor came to another row."""

        listing: Listing
        row: int

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        listing: Listing
        row: int

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._columns = columns
        self._rows: Sequence[Sequence[str]] = ()
        self.cursor = 0
        self.always_lit = False
        """Whether the cursor shows without the focus: where a search field keeps it."""

    def show(self, rows: Sequence[Sequence[str]], cursor: int | None = None) -> None:
        """Show these rows; the cursor stays where it was, or goes where it is told."""
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, len(rows) - 1))
        self.call_after_refresh(self._follow)
        self.refresh()

    def move(self, by: int) -> bool:
        """Move the cursor; false where there is no such row."""
        target = max(0, min(self.cursor + by, len(self._rows) - 1))
        if not self._rows or target == self.cursor:
            return False
        self.cursor = target
        self._follow()
        self.refresh()
        self.post_message(self.Moved(self, target))
        return True

    def _follow(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def action_move(self, by: int) -> None:
        self.move(by)

    def action_page(self, by: int) -> None:
        self.move(by * max(1, self.size.height - 1))

    def action_to_start(self) -> None:
        self.move(-len(self._rows))

    def action_to_end(self) -> None:
        self.move(len(self._rows))

    def action_choose(self) -> None:
        if self._rows:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        row = event.y + int(self.scroll_offset.y)
        if row < len(self._rows):
            self.move(row - self.cursor)
            self.action_choose()

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._rows))

    def render_line(self, y: int) -> Strip:
        row = y + int(self.scroll_offset.y)
        width = self.scrollable_content_region.width
        plain = self.get_component_rich_style("listing--row")
        if row >= len(self._rows):
            return Strip([Segment(" " * width, plain)], width)
        lit = row == self.cursor and (self.has_focus or self.always_lit)
        style = self.get_component_rich_style("listing--cursor") if lit else plain
        words = ("▌" if lit else " ") + self.line(self._rows[row], width - 1)
        return Strip([Segment(words, style)], width)

    def line(self, cells: Sequence[str], width: int) -> str:
        """One row of cells in the columns of this list, such as their heads."""
        fixed = sum(column.width + 1 for column in self._columns if column.width)
        return padded(
            " ".join(
                padded(cell, column.width or max(4, width - fixed), column.right)
                for cell, column in zip(cells, self._columns, strict=True)
            ),
            width,
        )
