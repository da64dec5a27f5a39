"""Things placed on a wheel or a line: domains of work, events of a working life."""

from collections.abc import Sequence
from typing import Any

from progpro_place.timeline import Timeline
from progpro_place.wheel import Wheel
from progpro_tui.api import Exercise, hookimpl

progpro_api = 1


@hookimpl
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:
    return [Wheel, Timeline]
