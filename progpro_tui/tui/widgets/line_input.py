"""The one row to write in, of which every other one is made: what is pasted is cleaned first."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from progpro_tui.core.clean import clean
from progpro_tui.tui.steps.typed import pasted

MOST_PASTED = 100_000
"""Letters of a paste that are looked at; no field holds as many."""


class LineInput(Input):
    """Textual's own row takes a paste with the controls in it, and shows them to the terminal."""

    def fill(self, words: str) -> None:
        """Put words in the row, in the place of what stands there."""
        self.value = clean(words)
        self.cursor_position = len(self.value)

    def overflowed(self) -> None:
        """More was pasted than the row holds; what fits is there."""

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._insert(event.text)

    def action_paste(self) -> None:
        """Paste what was copied within the program."""
        self._insert(self.app.clipboard)

    def _insert(self, text: str) -> None:
        start, end = sorted(self.selection)
        words = pasted(text[:MOST_PASTED], lines=False)
        room = len(words)
        if self.max_length:
            room = self.max_length - (len(self.value) - (end - start))
        self.replace(words[:room], start, end)
        if len(words) > room:
            self.overflowed()
