"""Everything that can be said of a file before anyone is asked its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from progpro_tui.authoring.examples import check_examples
from progpro_tui.authoring.loader import Reading, read
from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.structure import structure
from progpro_tui.authoring.unwritten import is_unwritten, unwritten
from progpro_tui.authoring.wording.advise import advise
from progpro_tui.authoring.wording.reading import Grade, ease_of
from progpro_tui.authoring.wording.texts import wordings_of
from progpro_tui.core.errors import InstrumentError, Mistake, Place
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import Message
from progpro_tui.host.plugin_host import PluginHost

Key: TypeAlias = Literal["none", "untried", "found", "lost"]
"""Whether simulated respondents get the scores that are theirs; with fewer than two scales, none."""


@dataclass(frozen=True)
class CheckReport:
    """What a check found. An instrument may stand beside mistakes: those of its examples.

    ``remarks`` are warnings and advice, ``grades`` how hard the plain wording reads in each language;
    there are none of an instrument that cannot be read. ``reading`` is for further
    checks, ``key`` says what became of its key.
    """

    path: Path
    instrument: Instrument | None
    size: Message | None = None
    mistakes: tuple[Mistake, ...] = ()
    remarks: tuple[Remark, ...] = ()
    grades: Mapping[str, Grade] = field(default_factory=dict)
    reading: Reading | None = field(default=None, repr=False)
    key: Key = "none"

    @property
    def passed(self) -> bool:
        """Whether nothing is left that must be mended."""
        return not self.mistakes

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What is probably wrong."""
        return tuple(remark for remark in self.remarks if remark.severity == "warning")

    @property
    def advice(self) -> tuple[Remark, ...]:
        """What the author may want to say otherwise."""
        return tuple(remark for remark in self.remarks if remark.severity == "advice")


def check(path: Path, host: PluginHost) -> CheckReport:
    """Read a file, score its golden examples, look at its structure and its wording.

    Raises :class:`InputError` where the file is missing or unreadable; mistakes are reported.
    """
    try:
        reading = read(path, host)
    except InstrumentError as error:
        return CheckReport(path, None, None, error.mistakes)
    # Nobody has to better the words of a text that is to be replaced.
    texts = tuple(
        text
        for text in wordings_of(reading.tree, reading.instrument.languages)
        if not is_unwritten(text.words)
    )
    return CheckReport(
        path,
        reading.instrument,
        reading.size,
        tuple(check_examples(reading, host)),
        in_order((*unwritten(reading.tree), *structure(reading), *advise(texts))),
        ease_of(texts),
        reading,
        "untried" if len(reading.instrument.scales) > 1 else "none",
    )


def in_order(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """In the order of the file."""
    return tuple(sorted(remarks, key=lambda remark: _spot(remark.place)))


def _spot(place: Place) -> tuple[int, int]:
    return place.line, place.column
