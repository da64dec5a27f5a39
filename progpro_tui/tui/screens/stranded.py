"""The run of whoever has the keyboard cannot be shown: only the counsellor's code leads on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.code import CodeScreen


class StrandedScreen(BaseScreen):
    """No name, no reason: what happened is for the counsellor, behind the code."""

    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (Act("give_back", ("enter", "f5"), N_("Give back")),)

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)

    def draw(self) -> None:
        words = N_("This questionnaire cannot go on here. Call the person who accompanies you.")
        self.put("#words", self.tr(words))

    def action_give_back(self) -> None:
        self.home.push_screen(CodeScreen(None))
