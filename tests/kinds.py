"""Every kind of exercise with its worked example file: what the guide quotes, and tests answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.respondents import Respondent, Who
from progpro_tui.authoring.simulate.simulate import respond
from progpro_tui.core.answers import Answer
from progpro_tui.core.exercise import Exercise
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.run import Run
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.testing import instrument_from
from progpro_tui.workspace.profiles import open_run

GOLDEN = Path(__file__).parent / "golden"
NAMES = tuple(sorted(path.stem for path in GOLDEN.glob("*.yaml")))
"""What the files are called: the kind, or what they show of it."""


@cache
def host() -> PluginHost:
    return PluginHost()


@cache
def golden(name: str) -> Instrument:
    """The instrument of a worked example file; ``progpro check`` finds no mistake in it."""
    return instrument_from(GOLDEN / f"{name}.yaml", host())


def exercise_of(instrument: Instrument) -> Exercise[Any]:
    return host().exercise(instrument.kind)


def run_of(instrument: Instrument, seed: int = 1) -> Run[Any]:
    return open_run(host(), instrument, seed)


def profile_of(instrument: Instrument, answers: Mapping[str, Answer]) -> Profile:
    """What an exercise makes of these final answers."""
    run = Run(instrument, run_of(instrument).settings, 1, answers)
    return exercise_of(instrument).profile(run)


def complete(instrument: Instrument, number: int) -> Profile:
    """The profile of someone who answered everything at random, and left nothing out."""
    who: Respondent = Random(Who(instrument, seed=7, number=number, gaps=0.0))
    return respond(exercise_of(instrument), run_of(instrument), who).profile()
