"""Before anything can be shown: the file is read, or has mistakes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act


class WaitingScreen(BaseScreen):
    """One sentence, and nothing to press but quitting."""

    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (Act("app.quit", ("escape", "ctrl+q"), N_("Quit")),)

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)

    def draw(self) -> None:
        self.put("#words", self.tr(N_("The preview opens as soon as the file can be read.")))
