"""What steps that lay many things out need from their screen: all the room there is, the footer."""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.steps.room import MARGINS, is_roomy
from progpro_tui.tui.steps.step_view import SCREEN_LEAST, StepView
from progpro_tui.tui.widgets.key_bar import KeyBar

PERSON, COUNSELLOR = 5, 4
"""Rows around a step: its head (or the bar), the line of progress, what was saved, the footer."""

ABOVE_WHEN_ROOMY = 2
"""Rows left free above the beneficiary's head on a wide and tall screen."""


class BroadView(StepView):
    """A step that takes all the room there is: at 80×24 the last answers give way to it.

    ``WEARS`` are classes that the screen wears meanwhile, for its styles.
    """

    BROAD = True
    LEAST = SCREEN_LEAST
    WEARS: ClassVar[tuple[str, ...]] = ("-full",)

    _dressed: Screen[object] | None = None

    def on_mount(self) -> None:
        self._dressed = self.screen.add_class(*self.WEARS)

    def on_unmount(self) -> None:
        if self._dressed is not None:
            self._dressed.remove_class(*self.WEARS)


def room_of(view: StepView) -> Size:
    """The columns and rows that a broad view may fill, nothing held back."""
    width, height = view.app.size
    around = COUNSELLOR
    if view.screen.has_class("-person"):
        around = PERSON + (ABOVE_WHEN_ROOMY if is_roomy(view) else 0)
    return Size(max(1, min(view.WIDEST, width - MARGINS)), max(1, height - around))


def say_keys(view: StepView) -> None:
    """Bring the footer up to date after what the keys do has changed, and nothing else."""
    screen = view.screen
    if isinstance(screen, BaseScreen):
        screen.query_one(KeyBar).say(screen.hints())


def set_height(widget: Widget, rows: int) -> None:
    """Give a widget so many rows; nothing is laid out anew where it has them already."""
    height = widget.styles.height
    if height is None or height.value != rows:
        widget.styles.height = rows
