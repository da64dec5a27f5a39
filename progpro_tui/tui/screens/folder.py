"""Something is written into a folder that is asked for: it takes a while, and says where it stands."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from progpro_tui.core.clean import clean
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseDialog
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.keys import BUTTONS, Act
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.paths import whole_path


class FolderDialog(BaseDialog, DerivingScreen):
    """Subclasses give ``NOTE`` and ``VERB``, ``title_words``, ``proposed`` and ``make``."""

    NOTE: ClassVar[str]
    VERB: ClassVar[str]
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("write", ("enter",), N_("Write")),
        BUTTONS,
        Act("back", ("escape",), N_("Close")),
    )

    def act_words(self, act: Act) -> str:
        return self.tr(self.VERB) if act.name == "write" else super().act_words(act)

    def body(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Static(id="title", markup=False)
            yield Static(id="note", markup=False)
            yield Static(id="label", markup=False)
            yield LineInput(id="path")
            with Horizontal(classes="verbs"):
                yield Verb(id="write")
                yield Verb(id="cancel")
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self._proposed = self.proposed()
        self.query_one("#path", LineInput).fill(self._proposed)
        super().on_mount()
        self.query_one("#path").focus()

    def draw(self) -> None:
        self.put("#title", self.title_words())
        self.put("#note", self.tr(self.NOTE), lines=True)
        self.put("#label", self.tr(N_("In the folder")))
        self.query_one("#write", Verb).say(self.tr(self.VERB))
        self.query_one("#cancel", Verb).say(self.tr(N_("Close")))

    def on_input_submitted(self) -> None:
        self.action_write()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "write":
            self.action_write()
        else:
            self.action_back()

    def action_back(self) -> None:
        if not self.busy:  # two presses may come at once
            self.home.pop_screen()

    def action_write(self) -> None:
        typed = self.query_one("#path", LineInput).value.strip()
        if not typed:
            self.refuse(self.tr(N_("Say first into which folder.")))
        else:
            # A folder whose name cannot be shown whole is meant all the same.
            folder = Path(self._proposed if typed == clean(self._proposed) else typed)
            self.derive(lambda: self.make(whole_path(folder)), self._made)

    def _made(self, said: str) -> None:
        self.put("#said", said, lines=True)
        self.query_one("#cancel").focus()

    # -- what subclasses give -------------------------------------------------------------------

    @abstractmethod
    def title_words(self) -> str:
        """What will be written, in the language of the moment."""

    @abstractmethod
    def proposed(self) -> str:
        """A folder, or nothing."""

    @abstractmethod
    def make(self, folder: Path) -> str:
        """Write it, in a thread of its own; what to say then. Raises :class:`ProgproError`."""
