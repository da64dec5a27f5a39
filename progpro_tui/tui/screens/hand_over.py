"""The counsellor's last screen before the beneficiary has the keyboard."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.reports.guidance import GIVEN
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.demo_secrets import CODE
from progpro_tui.workspace.folders import demo_folder
from progpro_tui.workspace.runs import Sitting

BLOCK, FEW, MANY, TALL_FROM = 64, 4, 12, 36
"""Columns of the block, rows of what the author says of giving it: on a low screen, on a tall one."""


class HandOverScreen(BaseScreen):
    """Says what the screen will show and what it will not, then hands over."""

    OPAQUE = True
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("hand_over", ("enter", "f5"), N_("Hand over")),
        Act("read_about", ("f8",), N_("About")),
        Act("stay", ("escape",), N_("Stay")),
    )

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def body(self) -> ComposeResult:
        yield Static(id="title", classes="block", markup=False)
        yield Static(id="words", classes="block", markup=False)
        yield Static(id="given", classes="block", markup=False)
        with Horizontal(classes="verbs block"):
            yield Verb(id="hand-over")
            yield Verb(id="stay")
        yield Static(id="said", classes="block", markup=False)

    def draw(self) -> None:
        person = self.home.name_shown(self._sitting.person)
        self.put("#title", self.tr(N_("Hand the keyboard to: {person}"), person=person))
        self.put(
            "#words",
            self.tr(
                N_(
                    "The screen will show “{title}”, question {number}, and nothing else:\n"
                    "no name, no note, no result, no other dossier.\n\n"
                    "To take it back, your code will be needed."
                ),
                title=self._sitting.record.title,
                number=self._sitting.number,
            ),
            lines=True,
        )
        self.put("#given", self._given(), lines=True)
        if self.home.workspace.folder == demo_folder():
            self.put("#said", self.tr(N_("In the demonstration the code is {code}."), code=CODE))
        self.query_one("#hand-over", Verb).say(self.tr(N_("Hand the keyboard over")))
        self.query_one("#stay", Verb).say(self.tr(N_("Stay with me")))

    def _given(self) -> str:
        """The author's word on giving it, as far as the rows allow; F8 shows it whole."""
        words = self.tr(self._sitting.instrument.guidance.counsellor_instructions)
        most = FEW if self.app.size.height < TALL_FROM else MANY
        rows = wrapped(words, min(BLOCK, self.size.width - 6), most) if words else []
        return "\n".join([self.tr(GIVEN), *rows]) if rows else ""

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "hand-over":
            self.action_hand_over()
        else:
            self.action_stay()

    def action_read_about(self) -> None:
        from progpro_tui.tui.screens.about import AboutScreen

        self.home.push_screen(AboutScreen(self._sitting.instrument))

    def action_stay(self) -> None:
        self.home.pop_screen()

    def action_hand_over(self) -> None:
        try:
            self.home.hand_over(self._sitting)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
