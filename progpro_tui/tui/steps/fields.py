"""Fields to write in: one row, or several. Both hold so many letters, and clean what is pasted."""

from __future__ import annotations

from typing import TypeAlias

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from progpro_tui.core.clean import clean
from progpro_tui.tui.steps.typed import pasted
from progpro_tui.tui.widgets.line_input import MOST_PASTED, LineInput


class Full(Message):
    """More was typed or pasted than the field holds."""


class LineField(LineInput):
    """One row. The cursor comes to its end: what stands there is not typed over by accident."""

    def __init__(self, longest: int) -> None:
        super().__init__(id="box", max_length=longest, select_on_focus=False)
        self.longest = longest

    @property
    def words(self) -> str:
        return self.value

    def load(self, words: str) -> None:
        """Put words in the field, in the place of what stands there."""
        self.fill(words)

    def restricted(self) -> None:
        # Instead of ringing the bell: a sentence says it.
        self.post_message(Full())

    def overflowed(self) -> None:
        self.post_message(Full())


class LongField(TextArea):
    """Several rows. Tab leads on, Esc is left to the screen."""

    def __init__(self, longest: int) -> None:
        super().__init__(id="box", highlight_cursor_line=False)
        self.longest = longest
        self.match_cursor_bracket = False

    @property
    def words(self) -> str:
        return self.text

    @property
    def _room(self) -> int:
        """How many more letters fit, those that are selected being replaced."""
        return self.longest - (len(self.text) - len(self.selected_text))

    def load(self, words: str) -> None:
        """Put words in the field, in the place of what stands there."""
        self.load_text(clean(words, lines=True))
        self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        if (event.is_printable or event.key == "enter") and self._room < 1:
            event.stop()
            event.prevent_default()
            self.post_message(Full())

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._insert(event.text)

    def action_paste(self) -> None:
        """Paste what was copied within the program."""
        self._insert(self.app.clipboard)

    def _insert(self, text: str) -> None:
        room = self._room
        words = pasted(text[:MOST_PASTED], lines=True)
        pasting = self.replace(words[:room], *self.selection, maintain_selection_offset=False)
        self.move_cursor(pasting.end_location)
        if len(words) > room:
            self.post_message(Full())


Field: TypeAlias = LineField | LongField
