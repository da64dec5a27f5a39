"""The recovery code on the screen: printed or written down, which its last group shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.passphrase import as_typed
from progpro_tui.core.text import N_
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.beginning import draw_recovery_code, print_recovery_code, recovery_path


class RecoveryScreen(DerivingScreen):
    """Subclasses give ``STEP`` and ``VERB``, what else is asked, and ``action_go_on``."""

    AUTO_FOCUS = "#group"
    STEP: ClassVar[str]
    VERB: ClassVar[str]

    def __init__(self, practice: str) -> None:
        super().__init__()
        self.practice = practice
        self.code = draw_recovery_code()

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        with Horizontal(id="recovery"):
            yield Static(id="code-shown", markup=False)
            yield Verb(id="print")
        yield Static(id="printed", markup=False)
        with Horizontal(id="check"):
            yield Static(id="ask-group", markup=False)
            yield LineInput(id="group", max_length=8)
        yield from self.rest()
        yield Static(id="said", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="go-on")

    def rest(self) -> Iterable[Widget]:
        """What is asked beside the code."""
        return ()

    def draw(self) -> None:
        self.query_one(Bar).say("progpro", self.tr(self.STEP))
        lead = N_(
            "Your recovery code opens the practice if the passphrase is lost.\n"
            "Print it or write it down; keep it far from the passphrase."
        )
        self.put("#lead", self.tr(lead), lines=True)
        self.put("#code-shown", self.code.replace(" ", "  "))
        self.query_one("#print", Verb).say(self.tr(N_("Print")))
        self.put("#ask-group", self.tr(N_("To check, its last group:")))
        self.query_one("#go-on", Verb).say(self.tr(self.VERB))

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value and not self.busy:
            self.put("#said", "")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "print":
            self._print()
        else:
            self.action_go_on()

    def _print(self) -> None:
        tr, workspace = self.home.translator, self.home.workspace
        try:
            path = print_recovery_code(workspace, self.code, self.practice, recovery_path(tr), tr)
        except ProgproError as error:
            self.refuse(self.tr(error))
            return
        words = N_("● Written: {path}\n! Print it, then delete this file: it opens your dossiers.")
        self.put("#printed", self.tr(words, path=str(path)), lines=True)

    def noted(self) -> bool:
        """Whether the last group was typed; says so where it was not."""
        group = self.query_one("#group", Input)
        if as_typed(group.value) == as_typed(self.code.split()[-1]):
            return True
        self.stay(N_("This is not the last group of the code. Look at it again."), group)
        return False

    def stay(self, words: str, field: Input) -> None:
        """Say what does not fit, and give its field the focus."""
        self.refuse(self.tr(words))
        field.focus()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_go_on(self) -> None:
        """What is done once everything fits."""
