"""Rows of which one is chosen: told by a glyph, and never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from progpro_tui.tui.safe import safe, show


class Option(Static):
    """One row."""

    def __init__(self, place: int) -> None:
        super().__init__(markup=False)
        self.place = place

    def on_click(self, event: events.Click) -> None:
        event.stop()
        options = self.parent
        assert isinstance(options, Options)
        options.pick(self.place)


class Options(Vertical, can_focus=True):
    """A few rows under one focus.

    The cursor (``▌``, reversed) may stand on no row at all (-1), so that nothing is proposed; the
    row chosen before is marked ``(•)``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "to_place(0)", show=False),
        Binding("end", "to_place(-1)", show=False),
        Binding("enter,space", "pick", show=False),
    ]

    @dataclass
    class Picked(Message):
        """A row was picked, by key or mouse."""

        options: Options
        place: int

    def __init__(self, count: int, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._rows = [Option(place) for place in range(count)]
        self._words: Sequence[str] = [""] * count
        self.cursor = -1
        self.chosen = -1
        self.choosing = False
        """Whether moving chooses, as in a form that is sent by a button."""

    def compose(self) -> ComposeResult:
        yield from self._rows

    def show(self, words: Sequence[str], cursor: int, chosen: int) -> None:
        """Show these words, one a row; -1 is no row."""
        self._words, self.cursor, self.chosen = words, cursor, chosen
        self._draw()

    def pick(self, place: int) -> None:
        """Pick a row. It is not drawn here: what comes of it draws the screen once."""
        self.cursor = place
        self.post_message(self.Picked(self, place))

    def action_move(self, by: int) -> None:
        last = len(self._words) - 1
        if self.cursor < 0:
            self.cursor = 0 if by > 0 else last
        else:
            self.cursor = max(0, min(self.cursor + by, last))
        self._moved()

    def action_to_place(self, place: int) -> None:
        self.cursor = place % len(self._words)
        self._moved()

    def _moved(self) -> None:
        if self.choosing:
            self.chosen = self.cursor
        self._draw()

    def action_pick(self) -> None:
        if self.cursor >= 0:
            self.pick(self.cursor)

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def _draw(self) -> None:
        for row, words in zip(self._rows, self._words, strict=False):
            current = row.place == self.cursor and self.has_focus
            mark = "(•)" if row.place == self.chosen else "( )"
            show(row, safe(f"{'▌' if current else ' '}   {mark}  {words}"))
            row.set_class(current, "-current")
