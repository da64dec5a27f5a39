"""The answers of a run so far, to go back to any of them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.run_words import answer_words
from progpro_tui.tui.safe import safe
from progpro_tui.tui.widgets.listing import Column, Listing
from progpro_tui.workspace.runs import Sitting


class AnswersScreen(BaseScreen):
    """One row an answer, the newest first. Whoever changes one goes on where the run stood."""

    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("choose", ("enter",), N_("Change this answer")),
        Act("back", ("escape",), N_("Pause")),
    )

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._steps: list[Step] = []

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        yield Listing([Column(0), Column(28)])

    def on_mount(self) -> None:
        administration = self._sitting.administration
        asked = (step for step in administration.path[: administration.frontier] if step.asks)
        self._steps = list(reversed(list(asked)))
        super().on_mount()
        self.query_one(Listing).focus()

    def draw(self) -> None:
        tr, plain = self.home.translator, self.home.plain
        self.put("#lead", self.tr(N_("Your answers so far, the newest first.")))
        rows = []
        for step in self._steps:
            given = self._sitting.administration.given(step.id)
            if given is not None:
                words = tr(answer_words(step, given.answer, self.home.handed), plain=plain)
                rows.append((safe(tr(step.topic, plain=plain)).plain, safe(words).plain))
        self.query_one(Listing).show(rows)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        from progpro_tui.tui.screens.run import RunScreen

        if self._steps:
            administration = self._sitting.administration
            administration.go_to(self._steps[self.query_one(Listing).cursor].id)
            self.home.go_to(RunScreen(self._sitting, then=administration.resume))

    def action_back(self) -> None:
        self.home.pop_screen()
