"""A bare rating screen: a question, five answers, a count. It saves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Footer, Static

MARKS = ("Not at all", "Rather not", "In between", "Rather yes", "Very much")


class RatingScreen(App[None]):
    """A digit marks the answer and shows the next question."""

    CSS = "#question { height: 4; } Static { height: 1; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("left", "back", "Back"), ("escape", "pause", "Pause")]  # noqa: RUF012 - Textual declares it

    def __init__(self, questions: Sequence[str]) -> None:
        super().__init__()
        self._questions = questions
        self._place = 0
        self._answers: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static(id="count", markup=False)
        yield Static(id="question", markup=False)
        for place, mark in enumerate(MARKS, 1):
            yield Static(f"( ) {place}  {mark}", markup=False, classes="answer")
        yield Footer()

    def on_mount(self) -> None:
        self._show()

    def on_key(self, event: events.Key) -> None:
        if event.key in "12345" and self._place < len(self._questions) - 1:
            self._answers.append(event.key)
            self._place += 1
            self._show()

    def _show(self) -> None:
        self.query_one("#question", Static).update(self._questions[self._place])
        self.query_one("#count", Static).update(f"{self._place + 1} of {len(self._questions)}")
