"""What a plugin may bring besides exercises and indices: small values, one sort a hook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from progpro_tui.core.document import Block, Voice
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import Step
from progpro_tui.core.text import Text, Words


@dataclass(frozen=True)
class StepKind:
    """A step of a plugin's own, and the widget that shows it in the app.

    ``widget`` is ``"package.module:name"``, imported when the first such step is shown: a subclass of
    ``StepView``, or what returns one. Everywhere else ``Step.fallback`` stands in.
    """

    step: type[Step]
    widget: str


@dataclass(frozen=True)
class ReportSection:
    """Pages that a plugin adds to a report: blocks for one reader, made of a profile.

    ``build`` gets the profile, the instrument and the language; where it returns nothing, nothing is
    added.
    """

    id: str
    reader: Voice
    build: Callable[[Profile, Instrument, str], Sequence[Block]]


@dataclass(frozen=True)
class Exporter:
    """A profile written as a file of another form. ``suffix`` is its ending, such as ``.csv``.

    ``export`` gets the profile, the instrument and the language.
    """

    id: str
    name: Words
    suffix: str
    export: Callable[[Profile, Instrument, str], bytes]


@dataclass(frozen=True)
class Importer:
    """A questionnaire of another form read as an instrument file. ``suffixes`` are its endings.

    ``read`` gets the content and returns the text of an instrument file, which is then checked like
    any other. It raises :class:`ProgproError` where the content is not what it reads.
    """

    id: str
    name: Words
    suffixes: tuple[str, ...]
    read: Callable[[bytes], str]


@dataclass(frozen=True)
class Occupation:
    """An occupation that a profile can be talked about with.

    ``scales`` says how much of each scale belongs to it, from 0 to 1, such as the letters of Holland;
    ``source`` where that was taken from.
    """

    id: str
    name: Text
    scales: Mapping[str, float]
    source: str


@dataclass(frozen=True)
class Programme:
    """What a counsellor and a person do together, as a new dossier offers it.

    ``short`` is for narrow places; none where the name is short enough.
    """

    id: str
    name: Text
    short: Text | None = None


@dataclass(frozen=True)
class CommandContext:
    """What a command of a plugin may use. ``say`` prints words on a line of their own.

    ``instrument`` takes an id or a path. ``practice`` is the practice's folder.
    """

    language: str
    practice: str
    say: Callable[[Words | str], None]
    instrument: Callable[[str], Instrument]


@dataclass(frozen=True)
class Command:
    """A command of the command line: ``progpro NAME ARGUMENTS…``.

    ``run`` returns the exit code; none is 0.
    """

    name: str
    help: Words
    run: Callable[[CommandContext, Sequence[str]], int | None]
