"""Keying by hand: a line of the form, the keys that answer it, and on to the next at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from progpro_tui.cli.raw_keys import BACK, ENTER, ERASE_LINE, Keys
from progpro_tui.cli.wrapping import wrapped
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.blanks import Blank
from progpro_tui.core.clean import clean
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.keying import Keying
from progpro_tui.core.shown import shown
from progpro_tui.core.text import N_, NN_, Words, message
from progpro_tui.i18n.translator import NBSP, Translator
from progpro_tui.linear.spoken import FRENCH_ROW

Keep = Callable[[Mapping[str, Answer]], None]
"""Makes what was keyed so far durable."""

MOST_IN_LEGEND = 12
UNDER_PROMPT = 7
"""The column in which the words of a line begin, behind its number."""

ROOM = 6
"""Columns that stay free behind a prompt for what is typed: an answer of one key needs no more."""


class Desk:
    """One person who keys one form. ``keep`` is called after every line."""

    def __init__(self, keying: Keying, keys: Keys, tr: Translator, keep: Keep) -> None:
        self._keying = keying
        self._keys = keys
        self._tr = tr
        self._keep = keep
        self._legend = ""
        self.keyed: dict[str, Answer] = dict(keying.answers)
        """What stands in every blank, by its key: a second keying is compared with it."""

    def say(self, words: Words | str) -> None:
        click.echo(wrapped(self._tr(words)))

    def key(self, first: Mapping[str, Answer] | None = None) -> None:
        """Key the form to its end, and review it; ``first`` is an earlier keying to compare with.

        Raises ``EOFError`` at Ctrl D, ``KeyboardInterrupt`` at Ctrl C.
        """
        while True:
            while (blank := self._keying.blank) is not None:
                self._line(blank, first)
            if self._reviewed():
                return

    # -- one line -------------------------------------------------------------------------------

    def _line(self, blank: Blank, first: Mapping[str, Answer] | None) -> None:
        self._say_legend(blank)
        self._prompt(blank)
        answer = self._read(blank)
        if answer is None:
            click.echo()
            if not self._keying.back():
                self.say(N_("This is the first line."))
            return
        click.echo(clean(f"   {self._in_words(blank, answer)}"))
        if first is not None and blank.key in first and first[blank.key] != answer:
            answer = self._third_time(blank, first[blank.key], answer)
        try:
            self._keying.take(answer)
        except AnswerRefused as refused:
            self.say(refused.message)
            return
        self.keyed[blank.key] = answer
        self._keep(self._keying.answers)

    def _third_time(self, blank: Blank, one: Answer, other: Answer) -> Answer:
        """Two keyings differ: whoever keys looks at the form once more."""
        words = N_("The first time: {one}. Now: {other}. Look at the form, and key it once more.")
        self.say(message(words, one=self._in_words(blank, one), other=self._in_words(blank, other)))
        while True:
            self._prompt(blank)
            answer = self._read(blank)
            if answer is not None:
                click.echo(clean(f"   {self._in_words(blank, answer)}"))
                return answer
            click.echo()

    def _prompt(self, blank: Blank) -> None:
        words = self._keying.words or blank.words
        asked = self._tr(N_("{question}:"), question=shown(self._tr(words)))
        prompt = f"{blank.number or '–':>5}  {asked}"
        standing = self._keying.standing
        if standing is not None:
            kept = self._tr(N_("[Enter: {answer}]"), answer=self._in_words(blank, standing))
            prompt += f" {kept}"
        click.echo(wrapped(prompt, UNDER_PROMPT, ROOM) + " ", nl=False)

    def _read(self, blank: Blank) -> Answer | None:
        """What is typed in the blank, or none where it is left for the one before."""
        typed = ""
        while True:
            key = self._keys.read()
            if key == BACK and not typed:
                return None
            if key == BACK:
                typed = typed[:-1]
                click.echo("\b \b", nl=False)
            elif key == ERASE_LINE:
                click.echo("\b \b" * len(typed), nl=False)
                typed = ""
            elif key == ENTER or key.isprintable():
                typed += "" if key == ENTER else self._meant(blank, key)
                if key != ENTER:
                    click.echo(clean(typed[-1]), nl=False)
                if key != ENTER and not blank.is_whole(typed) and self._may_grow(blank, typed):
                    continue
                answer = self._answer(blank, typed)
                if answer is not None:
                    return answer
                typed = ""

    def _answer(self, blank: Blank, typed: str) -> Answer | None:
        if not typed and self._keying.standing is not None:
            return self._keying.standing
        try:
            return self._keying.read(typed)
        except AnswerRefused as refused:
            click.echo()
            self.say(refused.message)
            self._prompt(blank)
            return None

    def _may_grow(self, blank: Blank, typed: str) -> bool:
        """Whether what was typed so far can still become an answer."""
        if blank.shape != "code":
            return True
        return any(code.startswith(typed.casefold()) for code in blank.codes)

    def _meant(self, blank: Blank, key: str) -> str:
        """A key of the row of digits of a French keyboard, without Shift, is its digit."""
        meant = any(code.startswith(key.casefold()) for code in blank.codes)
        if blank.shape != "code" or meant:
            return key
        return FRENCH_ROW.get(key, key)

    # -- what is said ---------------------------------------------------------------------------

    def _say_legend(self, blank: Blank) -> None:
        """What can be keyed, where that is not as in the line before."""
        letters = self._letters(blank)
        if blank.shape in ("text", "date", "number") or len(blank.codes) > MOST_IN_LEGEND:
            legend = self._tr(blank.expected())
        else:
            parts = [
                f"{code}{NBSP}{self._in_words(blank, answer)}"
                for code, answer in blank.codes.items()
                if not isinstance(answer, Missing)
            ]
            between = f"{NBSP}; " if self._tr.language == "fr" else "; "
            legend = between.join([*parts, *letters])
        if legend != self._legend:
            click.echo(wrapped(f"{'':{UNDER_PROMPT}}{legend}", UNDER_PROMPT))
            self._legend = legend

    def _letters(self, blank: Blank) -> list[str]:
        """The ways not to answer, each by the first of its codes."""
        first: dict[Missing, str] = {}
        for code, answer in blank.codes.items():
            if isinstance(answer, Missing):
                first.setdefault(answer, code)
        return [f"{code}{NBSP}{self._tr(blank.step.way_words(way))}" for way, code in first.items()]

    def _in_words(self, blank: Blank, answer: Answer) -> str:
        if isinstance(answer, int) and "#" in blank.key:
            return str(answer)  # a place or a column, written beside a card
        return self._tr(blank.step.in_words(answer))

    # -- the end --------------------------------------------------------------------------------

    def _reviewed(self) -> bool:
        """Say what was keyed; whether it is to be saved, or a line was gone back to."""
        n = len(self._keying.answers)
        passed = self._tr(NN_("{n} left empty", "{n} left empty"), n=self._keying.passed)
        self.say(message(NN_("{n} answer, {passed}.", "{n} answers, {passed}."), n=n, passed=passed))
        while True:
            asked = self._tr(N_("Enter saves; the number of a line goes back to it:"))
            click.echo(wrapped(asked, room=ROOM) + " ", nl=False)
            typed = self._typed_number()
            click.echo()
            if typed is None:
                self._keying.back()
                return False
            if not typed:
                return True
            try:
                self._keying.go_to(typed)
            except AnswerRefused as refused:
                self.say(refused.message)
                continue
            blank = self._keying.blank
            if blank is not None:
                self._line(blank, None)
                self._keying.forward()
            return False

    def _typed_number(self) -> str | None:
        """What is typed up to Enter; none at Backspace with nothing typed."""
        typed = ""
        while (key := self._keys.read()) != ENTER:
            if key == BACK:
                if not typed:
                    return None
                typed = typed[:-1]
                click.echo("\b \b", nl=False)
            elif key.isalnum():
                typed += FRENCH_ROW.get(key, key)
                click.echo(clean(typed[-1]), nl=False)
        return typed
