"""Every question of the file, to open the preview at any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import safe
from progpro_tui.tui.widgets.listing import Column, Listing


class QuestionsScreen(BaseScreen):
    """One row a question: what it asks, and its id."""

    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("choose", ("enter",), N_("Go to this question")),
        Act("back", ("escape",), N_("Back")),
    )

    def __init__(self, steps: Sequence[Step], now: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._steps, self._now, self._chosen = steps, now, chosen

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        yield Listing([Column(0), Column(24)])

    def on_mount(self) -> None:
        super().on_mount()
        listing = self.query_one(Listing)
        listing.focus()
        here = [place for place, step in enumerate(self._steps) if step.id == self._now]
        if here:
            listing.move(here[0])

    def draw(self) -> None:
        tr, plain = self.home.translator, self.home.plain
        self.put("#lead", self.tr(N_("Every question that may be asked.")))
        rows = [(safe(tr(step.topic, plain=plain)).plain, safe(step.id).plain) for step in self._steps]
        self.query_one(Listing).show(rows)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        if self._steps:
            step = self._steps[self.query_one(Listing).cursor]
            self.home.pop_screen()
            self._chosen(step.id)

    def action_back(self) -> None:
        self.home.pop_screen()
