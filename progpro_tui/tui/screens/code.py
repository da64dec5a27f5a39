"""The counsellor takes the keyboard back by their code, or when codes are spent by the passphrase."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.passphrase import LONGEST
from progpro_tui.core.text import N_, NN_
from progpro_tui.tui.deriving import DerivingScreen
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


class CodeScreen(DerivingScreen):
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
        self._spent = False
        """Whether no code is taken any more."""

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)
        yield CodeInput(id="code", password=True, max_length=8, restrict=r"\d*")
        yield LineInput(id="phrase", password=True, max_length=LONGEST)
        yield Static(id="said", classes="block", markup=False)

    def on_mount(self) -> None:
        try:
            spent = self.home.workspace.practice.codes_spent
        except ProgproError:  # said when a code is tried
            spent = False
        self._ask_for(spent)
        super().on_mount()

    def _ask_for(self, phrase: bool) -> None:
        """Show the field of the passphrase, or that of the code."""
        self._spent = phrase
        self.query_one("#code").display, self.query_one("#phrase").display = not phrase, phrase
        self._field.focus()

    @property
    def _field(self) -> LineInput:
        return self.query_one("#phrase" if self._spent else "#code", LineInput)

    def draw(self) -> None:
        if self._spent:
            words = N_(
                "Too many wrong codes: only the passphrase of the practice gives the keyboard back.\n"
                "The questionnaire can go on."
            )
        else:
            words = N_("Code of the person who accompanies you")
        self.put("#words", self.tr(words), lines=True)

    def on_input_submitted(self) -> None:
        self.action_take_back()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_take_back(self) -> None:
        field = self._field
        if not field.value or self.busy:
            return
        typed, field.value = field.value, ""
        practice = self.home.workspace.practice
        if self._spent:
            self.derive(lambda: practice.try_passphrase(typed), self._tried)
            return
        try:
            verdict = practice.try_code(typed)
        except ProgproError as error:
            self.refuse(self.tr(error))
            return
        if verdict.right:
            self.home.take_back(self._sitting)
        elif verdict.spent:
            self._ask_for(phrase=True)
            self.put("#said", "")
            self.redraw()
        else:
            self.refuse(self._wrong(verdict))

    def _tried(self, right: bool) -> None:
        if right:
            self.home.take_back(self._sitting)
        else:
            self.refuse(self.tr(N_("That is not the passphrase. Check the order of the words.")))

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
