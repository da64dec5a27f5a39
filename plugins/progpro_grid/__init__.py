"""Grids: every row asked in the same few columns, cell after cell."""

from collections.abc import Sequence
from typing import Any

from progpro_grid.grid import SkillsGrid
from progpro_tui.api import Exercise, hookimpl

progpro_api = 1


@hookimpl
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:
    return [SkillsGrid]
