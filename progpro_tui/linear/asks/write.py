"""Words of one's own, a number or a date. A long text is several lines; each is a draft."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.answers import WAY_LETTERS, Missing
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.text import N_, Words, as_said, message
from progpro_tui.core.write_step import LEAST, MOST, Write
from progpro_tui.linear.asks.ask import Ask, Read, Reply, Told
from progpro_tui.linear.commands import COLON, Tell
from progpro_tui.linear.spoken import number


class AskWrite(Ask[Write]):
    """One line; of a long text any number of lines, and an empty one ends it."""

    @property
    def writes(self) -> bool:
        return self.step.free

    @property
    def _long(self) -> bool:
        return self.step.form == "long"

    @property
    def _text(self) -> str:
        return self.kept if isinstance(self.kept, str) else ""

    def question(self) -> Iterator[Words]:
        step = self.step
        if step.about is not None:
            yield step.about
        yield step.question
        if step.help is not None:
            yield step.help
        if step.form == "date":
            yield message(N_("A year, a month or a day: 2011, 2011-06 or 2011-06-15."))
        elif step.form == "number" and (step.least, step.most) != (LEAST, MOST):
            words = N_("A whole number from {least} to {most}.")
            yield message(words, least=str(step.least), most=str(step.most))
        elif self._long:
            yield message(N_("One line or several; an empty line ends."))

    def standing(self) -> Iterator[Words]:
        if not self.writes or not self._text:
            yield from super().standing()
            return
        yield message(N_("You wrote:"))
        yield as_said(self._text)
        if self._long:
            yield message(N_("Enter keeps it; what you type is added. “:erase” begins anew."))
        else:
            yield message(N_("Enter keeps it; another line takes its place."))

    def enter(self) -> Read | None:
        """Where nothing is written: says so, and what passes the question."""
        if not self.writes or self.kept is not None:
            return super().enter()
        words = [message(N_("Nothing is written yet."))]
        if Missing.SKIPPED in self.step.takes:
            skip = self.step.way_words(Missing.SKIPPED)
            letter = COLON + WAY_LETTERS[Missing.SKIPPED]
            words.append(message(N_("{letter} says: {words}."), letter=letter, words=skip))
        return Told(tuple(words))

    def read(self, line: str, tell: Tell) -> Read:
        if self.step.form == "number":
            n = number(line)
            if n is None:
                raise AnswerRefused(N_("{found} is not a whole number."), found=line[:40])
            return Reply(n)
        line = line.strip()
        if line.startswith(COLON * 2):
            line = line.removeprefix(COLON)
        if self._long:
            return Reply(f"{self._text}\n{line}" if self._text else line, final=False)
        return Reply(line)

    def erase(self) -> Reply:
        if not self._text:
            return super().erase()
        return Reply("", final=False)
