"""Where answers come from, one line at a time: a person at a terminal, or a script."""

from __future__ import annotations

import os
from collections import deque
from typing import Protocol, TextIO

from progpro_tui.core.clean import clean, purged

LONGEST_LINE = 20_000
"""Letters of a line; what is longer is cut, and the step says that it is too long."""


class Lines(Protocol):
    """A source of lines. It raises ``EOFError`` at its end, ``KeyboardInterrupt`` at Ctrl C."""

    attended: bool
    """Whether a person answers, who can be asked again."""

    def read(self, prompt: str) -> str: ...


class ScriptLines:
    """The lines of a stream. Nobody reads a prompt there."""

    attended = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._first = True

    def read(self, prompt: str) -> str:
        line = self._stream.readline(LONGEST_LINE)
        if not line:
            raise EOFError
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self._stream.readline(LONGEST_LINE)
        # PowerShell begins a pipe with the mark of UTF-8.
        line = line.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}") if self._first else line
        self._first = False
        return _taken(line.rstrip("\r\n"))


class ConsoleLines:
    """A person where no line can be edited: a dumb terminal, a Windows window without a console."""

    attended = True

    def read(self, prompt: str) -> str:
        return _taken(input(f"{clean(prompt)} "))


class PersonLines:
    """A person at a terminal, by questionary: the line can be edited, and nothing else is drawn."""

    attended = True

    def __init__(self) -> None:
        self._pasted: deque[str] = deque()
        self._console: ConsoleLines | None = None

    def read(self, prompt: str) -> str:
        if not self._pasted:
            self._pasted.extend(self._asked(prompt).splitlines() or [""])
        return _taken(self._pasted.popleft())

    def _asked(self, prompt: str) -> str:
        if self._console is not None:
            return self._console.read(prompt)
        # A quarter of a second to import: a script does not wait for it.
        import questionary
        from prompt_toolkit.output import ColorDepth

        # Answers of the terminal about its cursor would be read out as if they were typed.
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
        plain = questionary.Style([(name, "nobold") for name in ("qmark", "question", "answer")])
        try:
            question = questionary.text(
                clean(prompt), qmark="", style=plain, color_depth=ColorDepth.DEPTH_1_BIT
            )
            return str(question.unsafe_ask())
        except Exception as error:
            # Its class can be imported on Windows alone (questionary issue 162).
            if type(error).__name__ != "NoConsoleScreenBufferError":
                raise
            self._console = ConsoleLines()
            return self._console.read(prompt)


def _taken(line: str) -> str:
    """A line without controls, invisible letters and bytes that are no letters."""
    return purged(line.replace("\t", " "))


def lines_of(stream: TextIO, terminal: bool) -> Lines:
    """The lines of whoever answers here."""
    if not terminal:
        return ScriptLines(stream)
    return ConsoleLines() if os.environ.get("TERM") in ("dumb", "unknown") else PersonLines()
