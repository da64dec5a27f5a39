"""First start, step 3: the recovery code, and the code that gives the keyboard back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.code import CodeInput
from progpro_tui.tui.screens.recovery import RecoveryScreen
from progpro_tui.workspace.practice import check_code


class CodesScreen(RecoveryScreen):
    """What was chosen before comes with it; its Enter makes the practice."""

    STEP, VERB = N_("Setting up, 3 of 3"), N_("Create the practice")
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Create the practice")),
        Act("back", ("escape",), N_("Step before")),
    )

    def __init__(self, practice: str, phrase: str) -> None:
        super().__init__(practice)
        self._phrase = phrase

    def rest(self) -> Iterable[Widget]:
        yield Static(id="lead-code", markup=False)
        yield Horizontal(
            CodeInput(id="code", password=True, max_length=8, restrict=r"\d*"),
            Static(id="label-again", markup=False),
            CodeInput(id="again", password=True, max_length=8, restrict=r"\d*"),
            id="codes",
        )

    def draw(self) -> None:
        super().draw()
        code = N_(
            "Choose the code, 4 to 8 digits, that will give you the keyboard back\n"
            "when a person has answered on their own:"
        )
        self.put("#lead-code", self.tr(code), lines=True)
        self.put("#label-again", self.tr(N_("and once more")))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "group" and event.input.value and not self.noted():
            return
        following = {"group": "#code", "code": "#again"}.get(event.input.id or "")
        if following and event.input.value and not self.query_one(following, Input).value:
            self.query_one(following).focus()
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        code, again = (self.query_one(f"#{name}", Input) for name in ("code", "again"))
        if not self.noted():
            return
        try:
            check_code(code.value)
        except InputError as error:
            self.refuse(self.tr(error))
            code.focus()
            return
        if code.value != again.value:
            again.value = ""
            self.stay(N_("The two codes are not the same. Type the second again."), again)
            return
        self.derive(lambda: self._create(code.value), lambda _: self.home.doors.begun())

    def _create(self, code: str) -> None:
        self.home.workspace.begin(self.practice, self._phrase, code, self.code)
