"""The profile of answers that a test gives."""

from __future__ import annotations

from collections.abc import Mapping

from progpro_tui.core.administration import Administration
from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.steps import SEEN
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.profiles import make_profile, open_run


def profile_of(instrument: Instrument, host: PluginHost, answers: Mapping[str, Answer]) -> Profile:
    """What comes of these answers, by the id of the step; what has none is skipped.

    Raises ``AssertionError`` for an answer that belongs to no step that was asked.
    """
    administration = Administration(host.exercise(instrument.kind), open_run(host, instrument, seed=0))
    left = dict(answers)
    while (step := administration.step) is not None:
        answer = left.pop(step.id, Missing.SKIPPED) if step.asks else SEEN
        administration.answer(Given(step.id, answer))
    if left:
        raise AssertionError(f"These answers belong to no step that was asked: {', '.join(left)}")
    return make_profile(host, instrument, administration)
