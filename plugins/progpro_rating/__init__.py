"""Rating scales: one item after the other, each on a scale of labelled points."""

from collections.abc import Sequence

from progpro_rating.rating import Rating
from progpro_rating.style import LongString, Speed
from progpro_tui.api import Index, hookimpl

progpro_api = 1


@hookimpl
def progpro_exercises() -> Sequence[type[Rating]]:
    return [Rating]


@hookimpl
def progpro_indices() -> Sequence[Index]:
    return [LongString(), Speed()]
