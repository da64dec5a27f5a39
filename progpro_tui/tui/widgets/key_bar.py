"""The footer: the keys of this screen, each with its words, each to be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widget import Widget

from progpro_tui.tui.safe import assembled, safe

SPARE = ("app.other_language", "note", "plugins", "app.mask", "hand_over", "wording", "screen.back")
"""What a narrow footer leaves to the help first: what leads on stays, and the pause."""


@dataclass(frozen=True)
class Hint:
    """One entry: the key's name and what it does, in the language of the moment."""

    key: str
    words: str
    action: str

    @property
    def width(self) -> int:
        return safe(f"{self.key} {self.words}").cell_length


class KeyBar(Widget):
    """One row of hints; what does not fit is left out, the last one (help) never."""

    GAP = 2

    def __init__(self) -> None:
        super().__init__()
        self._hints: Sequence[Hint] = ()

    def say(self, hints: Sequence[Hint]) -> None:
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    @property
    def fitting(self) -> list[Hint]:
        """The hints that the width holds."""
        fitting = list(self._hints)
        most = 8 if self.size.width >= 120 else 5
        while len(fitting) > 1 and (len(fitting) > most or self._width(fitting) > self.size.width):
            spare = [h for action in SPARE for h in fitting if h.action == action]
            fitting.remove((spare or fitting[-2:-1])[0])
        return fitting

    def _width(self, hints: list[Hint]) -> int:
        return sum(hint.width for hint in hints) + self.GAP * (len(hints) - 1)

    def render(self) -> Content:
        parts: list[Content] = []
        for hint in self.fitting:
            key = safe(hint.key, "bold $accent")
            parts.append(assembled(key, " ", hint.words))
        return Content(" " * self.GAP).join(parts)

    async def on_click(self, event: events.Click) -> None:
        start = 2
        for hint in self.fitting:
            if start <= event.x < start + hint.width:
                await self.screen.run_action(hint.action)
                return
            start += hint.width + self.GAP
