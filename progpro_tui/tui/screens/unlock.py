"""The practice is locked: its passphrase opens it, or its recovery code in the same field."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Static

from progpro_tui.core.errors import InputError, ProgproError, WrongPassphrase
from progpro_tui.core.passphrase import LONGEST
from progpro_tui.core.text import N_
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.keys import QUIT, Act
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.workspace.demo_secrets import PASSPHRASE
from progpro_tui.workspace.dossiers import LIST_MADE_ANEW


class UnlockScreen(DerivingScreen):
    """An opaque screen: no name of anyone, no count of anything."""

    LEAD: ClassVar[str] = N_("{practice} is locked. Passphrase:")
    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("unlock", ("enter",), N_("Open")),
        Act("show", ("f4",), N_("Show")),
        Act("app.quit", QUIT.keys, N_("Quit")),
    )

    def __init__(self, practice: str) -> None:
        super().__init__()
        self._practice = practice

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)
        yield LineInput(id="phrase", classes="block", password=True, max_length=LONGEST)
        yield Static(id="said", classes="block", markup=False)
        yield Static(id="demo", classes="block", markup=False)

    def draw(self) -> None:
        vault = self.home.workspace.vault
        self.put("#words", self.tr(self.LEAD, practice=self._practice))
        if vault.demo:
            demo = N_("This is the demonstration: Enter alone opens it.\nIts passphrase: {phrase}")
            self.put("#demo", self.tr(demo, phrase=PASSPHRASE), lines=True)

    def act_words(self, act: Act) -> str:
        if act.action == "show" and self.is_mounted and not self._field.password:
            return self.tr(N_("Hide"))
        return super().act_words(act)

    @property
    def typed(self) -> str:
        """What stands in the field; of a demonstration, Enter alone stands for its passphrase."""
        return self._field.value or (PASSPHRASE if self.home.workspace.vault.demo else "")

    @property
    def _field(self) -> Input:
        return self.query_one("#phrase", Input)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value and not self.busy:
            self.put("#said", "")

    def on_input_submitted(self) -> None:
        self.action_unlock()

    def action_show(self) -> None:
        self._field.password = not self._field.password
        self._field.cursor_position = len(self._field.value)  # who looks at it mends it
        self.redraw()

    def action_unlock(self) -> None:
        typed = self.typed
        if typed.strip():
            self.derive(lambda: self._open(typed), self.home.doors.opened)

    def _open(self, typed: str) -> bool:
        """Open the practice and have its list at hand, in the thread: whether the code opened it."""
        workspace = self.home.workspace
        by_code = workspace.open(typed)
        workspace.list_dossiers(partial(self.tell, LIST_MADE_ANEW))
        return by_code

    def refuse(self, words: str, error: ProgproError | None = None) -> None:
        if isinstance(error, WrongPassphrase):
            words = self.tr(
                N_(
                    "This does not open the practice.\n"
                    "  Check the order of the words; F4 shows them.\n"
                    "  The printed recovery code is typed here too."
                )
            )
        super().refuse(words, error)
        if isinstance(error, InputError):  # whoever types it all again does not type behind it
            self._field.select_all()
