"""A button that names its outcome: ``[ Export as PDF ]``."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Button

from progpro_tui.tui.safe import safe


class Verb(Button):
    """One row, in brackets; focused, it is reversed. Arrows lead to the others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "app.focus_previous", show=False),
        Binding("down,right", "app.focus_next", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__("", id=id, compact=True)
        # While its effect lasts a button drops presses: a quick second Enter would be lost.
        self.active_effect_duration = 0
        self.words = ""

    def say(self, words: str) -> None:
        self.words = words
        self.label = safe(f"[ {words} ]")
        self.refresh(layout=True)
