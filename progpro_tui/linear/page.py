"""Lines on a stream, one below the other: none is ever changed, no cursor is ever moved."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TextIO

from progpro_tui.core.clean import bounded, clean

COLUMNS = 78
"""No line is longer: it fits a terminal of 80 columns without being cut in two."""
LONGEST = 50_000
"""Letters of what is said at once: nobody listens to more."""


@dataclass(frozen=True)
class Line:
    """Words to say, and what stands before them: nothing, or the mark of a list."""

    words: str
    mark: str = ""


class Page:
    """What was said stands. Every line is on its way to the reader before the next is made."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._parted = True

    def say(self, words: str, mark: str = "") -> None:
        """Words as short lines, those of a list with a ``mark`` before the first of them.

        Lines break at spaces only: what a no-break space holds together stays together.
        """
        for paragraph in clean(bounded(words, LONGEST), lines=True).split("\n"):
            lines = textwrap.wrap(
                paragraph,
                COLUMNS,
                initial_indent=mark,
                subsequent_indent=" " * len(mark),
                break_on_hyphens=False,
            )
            for line in lines:
                self._write(line)

    def say_exactly(self, words: str) -> None:
        """One line, however long, to be copied whole."""
        self._write(clean(words))

    def part(self) -> None:
        """One empty line before what comes next; never two."""
        if not self._parted:
            self._write("")

    def _write(self, line: str) -> None:
        self._parted = not line
        self._out.write(f"{line}\n")
        self._out.flush()
