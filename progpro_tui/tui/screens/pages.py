"""Pages to read from top to bottom, on a screen of their own."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from progpro_tui.core.document import Block
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.pages import Room, shown

SCROLLS = (
    Act("scroll(-1)", ("up",), N_("Up"), shown=False),
    Act("scroll(1)", ("down",), N_("Down"), shown=False),
    Act("scroll(-15)", ("pageup",), N_("Page up"), shown=False),
    Act("scroll(15)", ("pagedown", "space"), N_("Page down"), shown=False),
)


class PagesScreen(BaseScreen):
    """Blocks as they are printed, on the screen. Subclasses say where one is, and which."""

    ACTS: ClassVar[tuple[Act, ...]] = (Act("back", ("escape",), N_("Back")), *SCROLLS)

    def body(self) -> ComposeResult:
        with VerticalScroll(id="pages", can_focus=False):
            yield Static(id="text", markup=False)

    def draw(self) -> None:
        self.query_one(Bar).say(self.where())
        room = Room(self.home.translator)
        self.put("#text", Content("\n\n").join(shown(self.blocks(), room)))

    @abstractmethod
    def where(self) -> str:
        """The words of the bar."""

    @abstractmethod
    def blocks(self) -> tuple[Block, ...]:
        """What is to be read."""

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_scroll(self, by: int) -> None:
        self.query_one("#pages").scroll_relative(y=by, animate=False)
