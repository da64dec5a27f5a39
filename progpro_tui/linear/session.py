"""The conversation: a step is said, a line is read, and so on to the end or to a pause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import AnswerRefused, StoreError
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_, message
from progpro_tui.linear.asking import REMINDER, WITH_COLON, help_of, saved, ways, whereabouts
from progpro_tui.linear.asks.ask import Ask, Read, Reply, Told
from progpro_tui.linear.asks.every import ask_of
from progpro_tui.linear.closing import Closing
from progpro_tui.linear.commands import Command, Meant, meant_by
from progpro_tui.linear.lines import Lines
from progpro_tui.linear.parting import Parting, Paused
from progpro_tui.linear.speaker import Speaker
from progpro_tui.workspace.runs import Sitting


class Ending(Enum):
    """How a conversation ended."""

    FINISHED = "finished"
    PAUSED = "paused"
    CUT_SHORT = "cut short"
    """The script had no more lines."""
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Ended:
    """How a conversation ended, and its profile where it came to its end."""

    how: Ending
    profile: Profile | None = None


class Session:
    """One sitting, led through by lines. Whatever ends it, every answer taken is where it was put."""

    def __init__(self, sitting: Sitting, speaker: Speaker, lines: Lines, parting: Parting) -> None:
        self._sitting = sitting
        self._speaker = speaker
        self._lines = lines
        self._parting = parting
        self._revisiting = False
        self._reminded = False

    def lead(self) -> Ended:
        """Lead to the end, or as far as the lines go."""
        try:
            return Ended(Ending.FINISHED, self._to_the_end())
        except Paused:
            how = Ending.PAUSED
        except EOFError:
            how = Ending.PAUSED if self._lines.attended else Ending.CUT_SHORT
        except KeyboardInterrupt:
            how = Ending.INTERRUPTED
        self._parting.say(self._speaker, self._sitting)
        return Ended(how)

    def _to_the_end(self) -> Profile:
        closing = Closing(self._sitting, self._speaker, self._lines, self._parting)
        while True:
            step = self._sitting.step
            if step is not None:
                self._ask(step)
            elif closing.finishes():
                return closing.finish()
            else:
                self._revisiting = closing.revisiting

    # -- one step -------------------------------------------------------------------------------

    def _ask(self, step: Step) -> None:
        """Say a step and read lines until one of them leads away from it, or asks to hear it again."""
        ask = self._said(step)
        self._sitting.show()
        while True:
            line = self._lines.read(self._prompt(ask))
            try:
                again = self._heard(ask, line)
            except AnswerRefused as refused:
                self._speaker.say(refused)
                continue
            except StoreError as error:
                if not self._lines.attended:
                    raise  # the next line of a script answers another question
                self._speaker.say(error)
                continue
            if again:
                return
            ask = self._at(step)

    def _at(self, step: Step) -> Ask[Any]:
        return ask_of(step, self._sitting.administration.given(step.id))

    def _said(self, step: Step) -> Ask[Any]:
        ask, speaker = self._at(step), self._speaker
        speaker.page.part()
        if step.asks:
            speaker.head(whereabouts(self._sitting, step))
        speaker.say_all(ask.question())
        if ask.writes and not self._reminded:
            self._reminded = True
            speaker.say(message(REMINDER), message(WITH_COLON))
        speaker.say_all(ask.standing())
        speaker.say_all(ways(ask))
        return ask

    def _prompt(self, ask: Ask[Any]) -> str:
        return self._speaker.tell(message(N_("Text:") if ask.writes else N_("Answer:")))

    def _heard(self, ask: Ask[Any], line: str) -> bool:
        """Do what a line says; whether the present step is to be said anew, or another."""
        meant = meant_by(line, ask.step, ask.writes, self._speaker.tell)
        if meant is not None:
            return self._do(ask, meant)
        read = ask.read(line, self._speaker.tell) if line.strip() else ask.enter()
        return True if read is None else self._take(ask, read)

    def _take(self, ask: Ask[Any], read: Read) -> bool:
        if isinstance(read, Told):
            self._speaker.say(*read.said)
            return False
        self._sitting.answer(
            read.answer,
            language=self._speaker.tr.language,
            plain=self._speaker.plain,
            final=read.final,
        )
        self._speaker.say(*read.said)
        if read.final:
            self._speaker.say_all(saved(ask, read.answer, self._parting.kept))
            if self._revisiting:
                self._sitting.administration.next_passed()
        return read.final

    # -- what is no answer ----------------------------------------------------------------------

    def _do(self, ask: Ask[Any], meant: Meant) -> bool:
        if isinstance(meant, Missing):
            return self._take(ask, Reply(meant))
        if meant is Command.ERASE:
            return self._take(ask, ask.erase())
        if meant is Command.HELP:
            self._speaker.page.part()
            self._speaker.say_all(help_of(ask))
        elif meant is Command.WORDING:
            self._speaker.switch_wording()
        elif meant is Command.LANGUAGE:
            self._speaker.switch_language()
        elif meant is Command.BACK:
            self._back()
        else:
            self._parting.leave(self._speaker, self._lines, self._sitting)
        return True

    def _back(self) -> None:
        self._revisiting = False
        if not self._sitting.administration.back():
            self._speaker.say(message(N_("This is where it begins: there is nothing before.")))
