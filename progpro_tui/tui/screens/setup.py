"""First start, step 1: the name of the practice, and the folder it is kept in."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import clipped
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.beginning import fit_folder
from progpro_tui.workspace.demo_secrets import DEMO_ASKED


class SetupScreen(BaseScreen):
    """Step 1 of 3. Nothing is written before the last step is done."""

    MAY_COPY = True
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Continue")),
        Act("app.quit", ("escape",), N_("Quit")),
    )

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        yield LineInput(id="name", max_length=80)
        yield Static(id="said", markup=False)
        yield Static(id="safe", markup=False)
        with Horizontal(id="place"):
            yield Static(id="where", markup=False)
            yield Verb(id="change")
        yield LineInput(id="folder")
        with Horizontal(classes="verbs"):
            yield Verb(id="go-on")
            yield Verb(id="demo")

    def on_mount(self) -> None:
        self.query_one("#folder").display = False
        super().on_mount()

    def draw(self) -> None:
        self.query_one(Bar).say("progpro", self.tr(N_("Setting up, 1 of 3")))
        self.put("#lead", self.tr(N_("Welcome. Let us give your workspace a name.")))
        self.query_one("#name", Input).placeholder = self.tr(N_("Name of your practice"))
        self.put("#safe", self.tr(N_("Everything stays on this computer, encrypted. Nothing is sent.")))
        where = self.tr(N_("Kept in   {folder}"), folder=_short(self.home.workspace.folder))
        self.query_one("#change", Verb).say(self.tr(N_("Change")))
        taken = len(self.tr(N_("Change"))) + 7
        self.put("#where", clipped(where, max(20, self.size.width - 6 - taken)))
        self.query_one("#go-on", Verb).say(self.tr(N_("Continue")))
        self.query_one("#demo", Verb).say(self.tr(N_("Try it first with fictitious people")))

    def on_input_submitted(self) -> None:
        self.action_go_on()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value:
            self.put("#said", "")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "demo":
            self.home.exit(return_code=DEMO_ASKED)
        elif event.button.id == "change":
            self._change()
        else:
            self.action_go_on()

    def _change(self) -> None:
        """A field for the folder, in the place of its name."""
        folder = self.query_one("#folder", Input)
        folder.display, self.query_one("#place").display = True, False
        folder.value = str(self.home.workspace.folder)
        folder.focus()

    def action_go_on(self) -> None:
        from progpro_tui.tui.screens.phrase import PhraseScreen
        from progpro_tui.tui.screens.setup_codes import CodesScreen

        typed = self.query_one("#folder", Input)
        folder = Path(typed.value.strip()) if typed.display else self.home.workspace.folder
        try:
            folder = fit_folder(folder)
        except ProgproError as error:
            self._refuse(self.tr(error), "folder" if typed.display else "change")
            return
        self.home.doors.move_to(folder)
        if self.home.workspace.practice.exists:  # one that was begun before: it is opened
            self.home.land()
            return
        name = self.query_one("#name", Input).value.strip()
        if not name:
            self._refuse(self.tr(N_("The practice needs a name.")), "name")
            return
        self.put("#said", "")

        def then(_: DerivingScreen, phrase: str) -> None:
            self.home.push_screen(CodesScreen(name, phrase))

        self.home.push_screen(PhraseScreen(N_("Setting up, 2 of 3"), then, name))

    def _refuse(self, words: str, field: str) -> None:
        self.put("#said", f"× {words}", lines=True)
        self.query_one(f"#{field}").focus()


def _short(folder: Path) -> str:
    """A folder as people write it: their own home as ``~``."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
