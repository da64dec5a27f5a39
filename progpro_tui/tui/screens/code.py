"""The counsellor takes the keyboard back, by their code."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, NN_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import DIGIT_OF, Act
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.workspace.practice import CodeVerdict
from progpro_tui.workspace.runs import Sitting


class CodeInput(LineInput):
    """Digits, also those that a French keyboard types without Shift."""

    async def _on_key(self, event: events.Key) -> None:
        digit = DIGIT_OF.get(event.key)
        if digit and event.character != digit:
            event.prevent_default()
            event.stop()
            self.insert_text_at_cursor(digit)
            return
        await super()._on_key(event)


class CodeScreen(BaseScreen):
    """An opaque screen over the pause or the end."""

    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("take_back", ("enter",), N_("Take the keyboard back")),
        Act("back", ("escape",), N_("Back")),
    )

    def __init__(self, sitting: Sitting | None) -> None:
        super().__init__()
        self._sitting = sitting

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)
        yield CodeInput(id="code", password=True, max_length=8, restrict=r"\d*")
        yield Static(id="said", classes="block", markup=False)

    def draw(self) -> None:
        self.put("#words", self.tr(N_("Code of the person who accompanies you")))

    def on_input_submitted(self) -> None:
        self.action_take_back()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_take_back(self) -> None:
        field = self.query_one(CodeInput)
        if not field.value:
            return
        code, field.value = field.value, ""
        try:
            verdict = self.home.workspace.practice.try_code(code)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            return
        if verdict.right:
            self.home.take_back(self._sitting)
        else:
            self.put("#said", f"× {self._wrong(verdict)}")

    def _wrong(self, verdict: CodeVerdict) -> str:
        if verdict.wait_until is None:
            words = NN_(
                "That is not the code. {n} more try before a wait.",
                "That is not the code. {n} more tries before a wait.",
            )
            return self.tr(words, n=verdict.tries_left)
        # Nothing is said of the code: during a wait none is tried.
        seconds = int((verdict.wait_until - self.home.workspace.clock()).total_seconds()) + 1
        minutes = max(1, -(-seconds // 60))
        words = NN_(
            "Too many tries. Wait {n} minute; the questionnaire can go on.",
            "Too many tries. Wait {n} minutes; the questionnaire can go on.",
        )
        return self.tr(words, n=minutes)
