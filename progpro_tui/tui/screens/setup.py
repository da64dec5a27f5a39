"""First start: the name of the practice, then the counsellor's code."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.code import CodeInput
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.demo import DEMO_ASKED
from progpro_tui.workspace.practice import check_code


class SetupScreen(BaseScreen):
    """Step 1 of 2: a name."""

    MAY_COPY = True
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Continue")),
        Act("app.quit", ("escape",), N_("Quit")),
    )

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        yield LineInput(id="name", max_length=80)
        yield Static(id="said", markup=False)
        yield Static(id="where", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="go-on")
            yield Verb(id="demo")

    def draw(self) -> None:
        self.query_one(Bar).say("progpro", self.tr(N_("Setting up, 1 of 2")))
        self.put("#lead", self.tr(N_("Welcome. Let us give your workspace a name.")))
        self.query_one("#name", Input).placeholder = self.tr(N_("Name of your practice"))
        where = N_("Everything stays on this computer. Nothing is sent.\n\nKept in   {folder}")
        self.put("#where", self.tr(where, folder=str(self.home.workspace.folder)), lines=True)
        self.query_one("#go-on", Verb).say(self.tr(N_("Continue")))
        self.query_one("#demo", Verb).say(self.tr(N_("Try it first with fictitious people")))

    def on_input_submitted(self) -> None:
        self.action_go_on()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "demo":
            self.home.exit(return_code=DEMO_ASKED)
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        name = self.query_one("#name", Input).value.strip()
        if not name:
            self.put("#said", f"× {self.tr(N_('The practice needs a name.'))}")
            self.query_one("#name").focus()
            return
        self.put("#said", "")
        self.home.push_screen(CodeSetupScreen(name))


class CodeSetupScreen(BaseScreen):
    """Step 2 of 2: the code that gives the keyboard back."""

    MAY_COPY = True
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Open the practice")),
        Act("back", ("escape",), N_("Step before")),
    )

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name_of_practice = name

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        with Horizontal(id="codes"):
            with Vertical():
                yield Static(id="label", markup=False)
                yield CodeInput(id="code", password=True, max_length=8, restrict=r"\d*")
            with Vertical():
                yield Static(id="label-again", markup=False)
                yield CodeInput(id="again", password=True, max_length=8, restrict=r"\d*")
        yield Static(id="said", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="go-on")

    def draw(self) -> None:
        self.query_one(Bar).say("progpro", self.tr(N_("Setting up, 2 of 2")))
        self.put(
            "#lead",
            self.tr(
                N_(
                    "Choose the code that will give you the keyboard back"
                    " when a person has answered on their own."
                )
            ),
        )
        self.put("#label", self.tr(N_("Code, 4 to 8 digits")))
        self.put("#label-again", self.tr(N_("Once more")))
        self.query_one("#go-on", Verb).say(self.tr(N_("Open the practice")))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "code":
            self.query_one("#again").focus()
        else:
            self.action_go_on()

    def on_button_pressed(self) -> None:
        self.action_go_on()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_go_on(self) -> None:
        from progpro_tui.tui.screens.home import HomeScreen

        code, again = (self.query_one(f"#{field}", Input) for field in ("code", "again"))
        try:
            check_code(code.value)
            if code.value != again.value:
                self._refuse(self.tr(N_("The two codes are not the same. Type the second again.")))
                again.value = ""
                again.focus()
                return
            self.home.recovery_code = self.home.workspace.practice.create(
                self._name_of_practice, code.value, self.home.first_passphrase
            )
        except ProgproError as error:
            self._refuse(self.tr(error))
            code.focus()
            return
        self.home.go_to(HomeScreen())

    def _refuse(self, words: str) -> None:
        self.put("#said", f"× {words}")
