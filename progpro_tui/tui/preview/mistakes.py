"""The mistakes of a file over the last questions that could be asked of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from progpro_tui.core.errors import Mistake
from progpro_tui.core.pointing import pointed
from progpro_tui.core.text import N_, NN_
from progpro_tui.tui.base import BaseDialog
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import assembled, safe
from progpro_tui.workspace.watching import Look

WIDEST, NARROWEST, FRAME = 110, 54, 8
"""Columns of the dialog, and those that its frame and its scrollbar take."""

SPARE = 4
"""Columns of the screen on both sides of it."""


class MistakesDialog(BaseDialog):
    """Every mistake: its place, the line with a mark below the column, and the sentence.

    The questions stay behind it as they last were. It goes away by itself when the file is mended;
    where the questions can be asked all the same, Esc closes it.
    """

    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("close", ("escape",), N_("See the questions")),
        Act("scroll(-3)", ("up",), N_("Up")),
        Act("scroll(3)", ("down",), N_("Down")),
        Act("scroll(-15)", ("pageup",), N_("Page up"), shown=False),
        Act("scroll(15)", ("pagedown", "space"), N_("Page down"), shown=False),
        Act("app.quit", ("ctrl+q",), N_("Quit")),
    )

    def __init__(self, look: Look, file: str) -> None:
        super().__init__()
        self._look, self._file = look, file

    def take(self, look: Look) -> None:
        """Show other mistakes: the file has changed, and is not mended."""
        self._look = look
        self.query_one("#mistakes").scroll_home(animate=False)
        self.redraw()

    def body(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Static(id="title", markup=False)
            with VerticalScroll(id="mistakes", can_focus=False):
                yield Static(id="list", markup=False)
            yield Static(id="advice", markup=False)

    def draw(self) -> None:
        width, height = self.app.size
        dialog = self.query_one("#dialog")
        dialog.styles.width = columns = max(NARROWEST, min(WIDEST, width - SPARE))
        self.query_one("#mistakes").styles.max_height = height - 10
        words = NN_("{n} mistake in {file}", "{n} mistakes in {file}")
        self.put("#title", self.tr(words, n=len(self._look.mistakes), file=self._file))
        room = columns - FRAME
        self.put("#list", Content("\n\n").join(self._said(m, room) for m in self._look.mistakes))
        advice = N_("Mend the file and save it: this goes away by itself.")
        self.put("#advice", self.tr(advice))

    def _said(self, mistake: Mistake, room: int) -> Content:
        parts: list[Content] = []
        line = self._look.line(mistake)
        if line is not None:
            place = mistake.place
            where = self.tr(N_("line {line}, column {column}"), line=place.line, column=place.column)
            parts += [safe(where, "bold"), *marked(line, place.line, place.column, room)]
        parts.append(safe(f"× {self.tr(mistake.what)}"))
        return Content("\n").join(parts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "close" and self._look.instrument is None:
            return False
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        self.home.pop_screen()

    def action_scroll(self, by: int) -> None:
        self.query_one("#mistakes").scroll_relative(y=by, animate=False)


def marked(line: str, number: int, column: int, room: int) -> list[Content]:
    """A line of a file within ``room`` cells, and a mark below the column, which counts from 1."""
    found = pointed(line, number, column, room, lambda words: safe(words).cell_length)
    return [
        assembled((found.margin, "dim"), found.shown),
        assembled((found.blank, "dim"), found.mark[:-1], (found.mark[-1], "bold $error")),
    ]
