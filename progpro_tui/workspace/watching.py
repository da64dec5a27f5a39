"""An instrument file that somebody is writing: looked at again and again, checked when it changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from progpro_tui.authoring.check import check
from progpro_tui.authoring.files import lines_in, read_bounded
from progpro_tui.core.errors import InputError, Mistake, Place
from progpro_tui.core.instrument import Instrument
from progpro_tui.host.plugin_host import PluginHost


@dataclass(frozen=True)
class Look:
    """What a file says now: its mistakes, with the lines that they stand in, and the instrument.

    An instrument may stand beside mistakes: those of its examples.
    """

    instrument: Instrument | None
    mistakes: tuple[Mistake, ...]
    lines: tuple[str, ...] = ()

    def line(self, mistake: Mistake) -> str | None:
        """The line of the file that a mistake stands in; none where there is no such line."""
        number = mistake.place.line
        return self.lines[number - 1] if 0 < number <= len(self.lines) else None


class Watched:
    """A file, and what it held when it was looked at last."""

    def __init__(self, path: Path, host: PluginHost) -> None:
        self.path = path
        self._host = host
        self._seen: bytes | str | None = None
        self._doubted = False

    def look(self) -> Look | None:
        """What the file says, where it has changed since the last look; else nothing.

        Editors save by taking the file away, or by emptying it first: a file that is gone or empty
        is believed at the second look.
        """
        content: bytes | str
        try:
            content = read_bounded(self.path)
        except InputError as error:
            content = str(error)
        doubtful = isinstance(content, str) or not content.strip()
        first, doubted = self._seen is None, self._doubted
        self._doubted = doubtful
        if content == self._seen or (doubtful and not first and not doubted):
            return None
        self._seen = content
        return self._checked(content)

    def _checked(self, content: bytes | str) -> Look:
        lines = lines_in(content) if isinstance(content, bytes) else ()
        try:
            report = check(self.path, self._host)
        except InputError as error:
            return Look(None, (Mistake(Place(str(self.path)), error.message),))
        return Look(report.instrument, report.mistakes, lines)
