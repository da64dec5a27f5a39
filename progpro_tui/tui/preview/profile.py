"""The profile of a rehearsal: of the author's own answers, or of somebody who is simulated."""

from __future__ import annotations

from typing import ClassVar

from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import N_
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.workspace.rehearsals import Answers, Rehearsal

TURNS: tuple[Answers, ...] = ("random", "most", "least")
"""Whose profile follows whose, at each press of the key."""

WHOSE: dict[Answers, str] = {
    "own": N_("your answers"),
    "random": N_("answers at random"),
    "most": N_("the most everywhere"),
    "least": N_("the least everywhere"),
}


class PreviewProfile(ProfileScreen):
    """A profile that nothing is kept of. ``number`` tells the simulated people apart."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("others", ("f8",), N_("Other answers")),
        Act("their_view", ("v",), N_("Their view")),
        Act("detail", ("d",), N_("Detail")),
        Act("back", ("escape",), N_("Questions")),
        Act("scroll(-1)", ("up",), N_("Up"), shown=False),
        Act("scroll(1)", ("down",), N_("Down"), shown=False),
        Act("scroll(-15)", ("pageup",), N_("Page up"), shown=False),
        Act("scroll(15)", ("pagedown", "space"), N_("Page down"), shown=False),
    )

    def __init__(self, rehearsal: Rehearsal, file: str, answers: Answers, number: int) -> None:
        made = rehearsal.profile(answers, number)
        instrument: Instrument = rehearsal.instrument
        super().__init__(made.dossier, made.record, made.profile, instrument)
        self._rehearsal, self._file = rehearsal, file
        self.answers, self.number = answers, number

    def draw(self) -> None:
        super().draw()
        words = N_("Preview › {file} › Profile")
        self.query_one(Bar).say(self.tr(words, file=self._file), self.tr(WHOSE[self.answers]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "export":
            return False
        return super().check_action(action, parameters)

    def action_others(self) -> None:
        turn = TURNS.index(self.answers) + 1 if self.answers in TURNS else 0
        number = self.number + turn // len(TURNS)
        answers = TURNS[turn % len(TURNS)]
        self.home.switch_screen(PreviewProfile(self._rehearsal, self._file, answers, number))
