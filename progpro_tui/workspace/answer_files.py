"""Answer files: read all of them, then score each as if it had been answered on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from progpro_tui.authoring.answers_file import answer_from
from progpro_tui.core.administration import Administration
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.host.blame import blaming
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.profiles import make_profile, open_run


def score_files(
    host: PluginHost, instrument: Instrument, files: Sequence[Path]
) -> Iterator[tuple[Path, Profile]]:
    """The profile of each file, in their order.

    Raises :class:`InputError` on the first file that is missing or malformed, or that answers what
    is not asked, before any profile.
    """
    exercise, run = host.exercise(instrument.kind), open_run(host, instrument, seed=0)
    outline = exercise.outline(run)
    led: list[tuple[Path, Administration]] = []
    for path in files:
        administration = Administration(exercise, run)
        with blaming(host.plugin_of(instrument.kind).name):
            answer_from(path, administration, outline)
        led.append((path, administration))
    for path, administration in led:
        yield path, make_profile(host, instrument, administration)
