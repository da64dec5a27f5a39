"""What this plugin brings: a kind of questionnaire, a step of its own, an example."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from progpro_template.exercise import Template
from progpro_template.step import Turn
from progpro_tui.api import Exercise, StepKind, hookimpl

# The version of progpro's interface that this was written for.
progpro_api = 1


@hookimpl
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:
    return [Template]


@hookimpl
def progpro_steps() -> Sequence[StepKind]:
    # The widget is named by a text, and imported when it is to be shown.
    return [StepKind(Turn, "progpro_template.widget:TurnView")]


@hookimpl
def progpro_instruments() -> Sequence[Path]:
    return [Path(__file__).with_name("example.yaml")]
