"""The piles that cards are sorted into: key, name, how many, and the names put there last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from progpro_tui.tui.lines import packed
from progpro_tui.tui.safe import padded
from progpro_tui.tui.steps.plan import KEYS

NAME, BAR, NAMES = "name", "bar", "names"

BESIDE = 3
"""Names of a pile where they have one row."""


@dataclass(frozen=True)
class Pile:
    """One pile as it is drawn; ``names`` are its cards, newest first."""

    name: str
    count: int
    names: tuple[str, ...]
    chosen: bool = False


def bars(counts: Sequence[int], width: int) -> list[str]:
    """One ``■`` a card; where the largest pile has no room for that, all shrink alike."""
    largest, room = max(counts, default=0), max(1, width - 4)
    shrink = min(1.0, room / largest) if largest else 1.0
    return [f"{'■' * max(1, round(n * shrink))} {n}" if n else "0" for n in counts]


class Piles(Widget, can_focus=True):
    """Piles one below the other. The cursor stands on none of them until an arrow moves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "to_end(0)", show=False),
        Binding("end", "to_end(-1)", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"piles--pile", "piles--cursor", "piles--bar"}

    @dataclass
    class Picked(Message):
        """A pile was clicked."""

        place: int

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._piles: Sequence[Pile] = ()
        self._rows: list[tuple[str, str, int]] = []
        self.pitch = 1
        """Rows from one pile to the next."""
        self.cursor = -1

    def show(self, piles: Sequence[Pile], cursor: int, size: tuple[int, int], names: int) -> None:
        """Show these piles in ``size`` columns and rows, each with up to so many rows of names."""
        width, height = size
        before, lit = self._rows, self.cursor
        self._piles, self.cursor = piles, cursor
        self.pitch = max(1, (height + 1) // max(1, len(piles)))
        self._rows = self._lined(width, names)
        if len(before) != len(self._rows) or lit != cursor:
            self.refresh()
            return
        # A card changes two rows of one pile: painting no more is felt.
        changed = [y for y, row in enumerate(self._rows) if row != before[y]]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _lined(self, width: int, names: int) -> list[tuple[str, str, int]]:
        """What stands on each row: its kind, its words, and the pile that it belongs to."""
        inner = width - 5
        drawn = bars([pile.count for pile in self._piles], inner if self.pitch > 1 else width // 3)
        longest = max((len(pile.name) for pile in self._piles), default=0) + 2
        lined: list[tuple[str, str, int]] = []
        for place, (pile, bar) in enumerate(zip(self._piles, drawn, strict=True)):
            key = KEYS[place] if place < len(KEYS) else " "
            name = f"{'• ' if pile.chosen else ''}{pile.name}"
            block = [(NAME, f" {key}  {name}", place)]
            if self.pitch == 1:
                name = padded(name, min(longest, width - width // 3 - 6))
                block = [(NAME, f" {key}  {name}  {bar}", place)]
            else:
                block.append((BAR, f"    {bar}", place))
            # A row is left free between two piles, where they are more than name, bar and names.
            most = max(0, min(names, self.pitch - (3 if self.pitch > 3 else 2)))
            shown = pile.names[:BESIDE] if names == 1 else pile.names
            rows = packed(shown, inner, most) if most else []
            block += [(NAMES, f"    {row}", place) for row in rows]
            block += [(NAMES, "", place)] * (self.pitch - len(block))
            lined += block
        return lined

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        kind, words, place = self._rows[y] if y < len(self._rows) else (NAMES, "", -1)
        lit = kind == NAME and place == self.cursor and self.has_focus
        style = {NAME: "pile", BAR: "bar", NAMES: "pile"}[kind]
        found = self.get_component_rich_style(f"piles--{'cursor' if lit else style}")
        return Strip([Segment(padded(f"{'▌' if lit else ' '}{words}", width), found)], width)

    # -- moving ---------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        last = len(self._piles) - 1
        if self.cursor < 0:
            self.cursor = 0 if by > 0 else last
        else:
            self.cursor = max(0, min(self.cursor + by, last))
        self.refresh()

    def action_to_end(self, end: int) -> None:
        self.cursor = end % max(1, len(self._piles))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        place = event.y // self.pitch
        if place < len(self._piles):
            self.post_message(self.Picked(place))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
