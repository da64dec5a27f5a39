"""The check of everything that an exercise promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.records import from_data
from progpro_tui.testing.amend import check_branches, check_walks
from progpro_tui.testing.answers import check_answers
from progpro_tui.testing.outline import check_outline
from progpro_tui.testing.profiles import check_profiles
from progpro_tui.testing.replay import check_replay
from progpro_tui.testing.same import check_elsewhere, check_same
from progpro_tui.testing.subject import Subject
from progpro_tui.testing.words import check_words


def check_exercise(
    exercise: Exercise[Any],
    instrument: Instrument,
    *,
    respondents: int = 12,
    walks: int = 8,
    moves: int = 40,
    seed: int = 0,
    unreachable: Sequence[str] = (),
    elsewhere: bool = True,
) -> None:
    """Raise ``AssertionError``, with a sentence that names the step, where a promise is broken.

    The exercise must be deterministic, in another process too (``elsewhere``); lead by stored answers
    to the same path and profile; end after any amendments in the profile of the final live answers;
    speak every language and wording of the instrument; ask what its outline holds and hold what it
    asks; refuse what is no answer, and let every question be left out.

    It is tried with ``respondents`` who answer at random and some who are anything but, and in
    ``walks`` of up to ``moves`` moves. ``unreachable`` are patterns of steps of the outline that no
    respondent need come to: say beside each why.
    """
    subject = _subject(exercise, instrument, respondents, seed)
    led = [subject.led(who) for who in subject.people()]
    check_answers(subject, led)
    check_words(subject, led)
    check_outline(subject, led, unreachable)
    check_profiles(subject, led)
    check_same(subject, led)
    if elsewhere:
        check_elsewhere(subject)
    check_replay(subject, led)
    check_walks(subject, walks, moves)
    check_branches(subject, led)


def _subject(exercise: Exercise[Any], instrument: Instrument, respondents: int, seed: int) -> Subject:
    if exercise.kind != instrument.kind:
        kinds = f"“{exercise.kind}” is checked with an instrument of the kind “{instrument.kind}”"
        raise AssertionError(f"The exercise {kinds}.")
    settings: Any = from_data(instrument.settings, exercise.Settings)
    subject = Subject(exercise, Run(instrument, settings, seed=0), respondents, seed)
    with subject.trying("when it looks for faults in the file"):
        faults = list(exercise.faults(subject.run))
    for fault in faults:
        where = ".".join(map(str, fault.path))
        subject.fail(
            f"it finds a fault in this instrument, at {where}: {Translator('en')(fault.message)}"
        )
    return subject
