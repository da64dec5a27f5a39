"""Answer files: read all of them, then score each as if it had been answered on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from progpro_tui.authoring.answers_file import read_answers
from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import SEEN, Show
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.profiles import make_profile, open_run


def score_files(
    host: PluginHost, instrument: Instrument, files: Sequence[Path]
) -> Iterator[tuple[Path, Profile]]:
    """The profile of each file, in their order.

    Raises :class:`InputError` on the first file that is missing or malformed, before any profile.
    """
    exercise, run = host.exercise(instrument.kind), open_run(host, instrument, seed=0)
    steps = exercise.outline(run)
    read = [(path, read_answers(path, steps)) for path in files]
    for path, answers in read:
        kept = [Given(step.id, _answer(step.id, answers, isinstance(step, Show))) for step in steps]
        yield path, make_profile(host, instrument, Administration(exercise, run, kept))


def _answer(step: str, answers: dict[str, Answer], shows: bool) -> Answer:
    return SEEN if shows else answers.get(step, Missing.SKIPPED)
