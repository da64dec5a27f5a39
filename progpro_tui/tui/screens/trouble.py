"""Work cannot go on: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.verb import Verb


class TroubleScreen(BaseScreen):
    """One error, in the place of what could not be shown."""

    OPAQUE = True
    MAY_COPY = True
    ACTS: ClassVar[tuple[Act, ...]] = (Act("leave", ("enter", "escape"), N_("Leave")),)

    def __init__(self, error: ProgproError, final: bool) -> None:
        super().__init__()
        self._error, self._final = error, final

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)
        with Horizontal(classes="verbs block"):
            yield Verb(id="leave")

    def draw(self) -> None:
        self.put("#words", f"× {self.tr(self._error)}", lines=True)
        self.query_one("#leave", Verb).say(self._leave_words())

    def _leave_words(self) -> str:
        return self.tr(N_("Quit") if self._final else N_("Back to the dossiers"))

    def act_words(self, act: Act) -> str:
        return self._leave_words() if act.action == "leave" else super().act_words(act)

    def on_button_pressed(self) -> None:
        self.action_leave()

    def action_leave(self) -> None:
        from progpro_tui.tui.screens.home import HomeScreen

        if self._final:
            self.home.exit(return_code=2)
        else:
            self.home.go_to(HomeScreen())
