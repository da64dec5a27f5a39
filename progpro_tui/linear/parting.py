"""Leaving before the end: what is safe, and how to go on another day."""

from __future__ import annotations

from progpro_tui.core.text import N_, NN_, message
from progpro_tui.linear.commands import Command, named
from progpro_tui.linear.lines import Lines
from progpro_tui.linear.speaker import Speaker
from progpro_tui.workspace.runs import Sitting


class Paused(Exception):
    """The person leaves for now."""


class Parting:
    """Words of farewell. ``resume`` is the command that goes on; empty where nothing is kept."""

    def __init__(self, resume: str) -> None:
        self._resume = resume

    @property
    def kept(self) -> bool:
        """Whether answers are kept beyond this program."""
        return bool(self._resume)

    def leave(self, speaker: Speaker, lines: Lines, sitting: Sitting) -> None:
        """Raise :class:`Paused`; where that loses answers, only after asking once more."""
        if self.kept or not sitting.answered:
            raise Paused
        speaker.say(
            message(
                NN_(
                    "Leaving loses your answer: it is kept nowhere. Type q once more to leave.",
                    "Leaving loses your {n} answers: they are kept nowhere. Type q once more to leave.",
                ),
                n=sitting.answered,
            )
        )
        if named(lines.read(speaker.tell(message(N_("Answer:"))))) is Command.PAUSE:
            raise Paused

    def say(self, speaker: Speaker, sitting: Sitting) -> None:
        """What is safe, and how to go on."""
        speaker.page.part()
        if not self.kept:
            speaker.say(message(N_("You are leaving before the end. Nothing was kept.")))
            return
        if sitting.answered:
            words = NN_(
                "You are on a break. Your answer is saved.",
                "You are on a break. Your {n} answers are saved.",
            )
            speaker.say(message(words, n=sitting.answered))
        else:
            speaker.say(message(N_("You are on a break.")))
        speaker.say(message(N_("To go on, type:")))
        speaker.page.say_exactly(self._resume)
