"""Everything that can be said of a file before anyone is asked its questions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from progpro_tui.authoring.examples import check_examples
from progpro_tui.authoring.loader import read
from progpro_tui.core.errors import InstrumentError, Mistake
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import Message
from progpro_tui.host.plugin_host import PluginHost


@dataclass(frozen=True)
class CheckReport:
    """What a check found. An instrument may stand beside mistakes: those of its examples."""

    path: Path
    instrument: Instrument | None
    size: Message | None = None
    mistakes: tuple[Mistake, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing is left to mend."""
        return not self.mistakes


def check(path: Path, host: PluginHost) -> CheckReport:
    """Read a file and score its golden examples.

    Raises :class:`InputError` where the file is missing or unreadable; mistakes are reported.
    """
    try:
        reading = read(path, host)
    except InstrumentError as error:
        return CheckReport(path, None, None, error.mistakes)
    return CheckReport(path, reading.instrument, reading.size, tuple(check_examples(reading, host)))
