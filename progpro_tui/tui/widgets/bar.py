"""The bar on top of the counsellor's screens: where one is, and of whom; what is saved."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from progpro_tui.tui.safe import assembled, clipped

GAP = " " * 3
"""Between the parts of what is at hand."""


class Bar(Widget):
    """One row: ``left`` where one is, ``right`` what is at hand, behind what must not be overlooked."""

    def __init__(self) -> None:
        super().__init__()
        self._left = self._right = self._warning = ""

    def say(self, left: str, right: str = "") -> None:
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def warn(self, words: str) -> None:
        """Say on every screen that something is not as usual; nothing where it is."""
        if words != self._warning:
            self._warning = words
            self.refresh()

    def _at_hand(self, width: int) -> str:
        """What fits of it, part by part: a warning takes the room of what matters least."""
        parts = [*filter(None, (self._warning, *self._right.split(GAP)))]
        while len(parts) > 1 and cell_len(GAP.join(parts)) > width:
            parts.pop()
        return GAP.join(parts)

    def render(self) -> Content:
        width = self.size.width
        right = clipped(self._at_hand(width // 2), width // 2)
        left = clipped(self._left, width - len(right) - 2)
        gap = max(2, width - Content(left).cell_length - Content(right).cell_length)
        return assembled((left, "bold"), " " * gap, right)
