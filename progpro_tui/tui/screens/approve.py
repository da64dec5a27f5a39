"""Asked once more before a plugin of others is loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from progpro_tui.core.text import N_
from progpro_tui.host.plugin import Plugin, State
from progpro_tui.tui.base import BaseDialog
from progpro_tui.tui.keys import BUTTONS, Act
from progpro_tui.tui.widgets.verb import Verb


class ApproveDialog(BaseDialog):
    """Names the plugin and what it may do. The focus is on leaving it out."""

    AUTO_FOCUS = "#leave"
    MAY_COPY = True
    ACTS: ClassVar[tuple[Act, ...]] = (BUTTONS, Act("back", ("escape",), N_("Leave it out")))

    def __init__(self, plugin: Plugin, approved: Callable[[Plugin], None]) -> None:
        super().__init__()
        self._plugin = plugin
        self._approved = approved

    def body(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Static(id="title", markup=False)
            yield Static(id="words", markup=False)
            with Horizontal(classes="verbs"):
                yield Verb(id="leave")
                yield Verb(id="approve")

    def draw(self) -> None:
        plugin = self._plugin
        name = f"{plugin.name} {plugin.version}".strip()
        self.put("#title", self.tr(N_("Approve the plugin “{name}”?"), name=name))
        lines = [self.tr(N_("Comes from {source}."), source=plugin.candidate.source)]
        if plugin.state is State.CHANGED:
            lines.append(self.tr(N_("It is no longer what you approved before.")))
        lines.append(
            self.tr(
                N_(
                    "From then on it runs with your rights: it can read every dossier, change files "
                    "and use the network. You will be asked again when its version or its files "
                    "change."
                )
            )
        )
        self.put("#words", "\n\n".join(lines), lines=True)
        self.query_one("#leave", Verb).say(self.tr(N_("Leave it out")))
        self.query_one("#approve", Verb).say(self.tr(N_("Approve it")))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.action_back()
        if event.button.id == "approve":
            self._approved(self._plugin)

    def action_back(self) -> None:
        self.home.pop_screen()
