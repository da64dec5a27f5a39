"""The hooks by name, and what is kept in the index of what each plugin offers: names alone.

A start reads no more than this, so nothing of a plugin's interface is imported here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Names: TypeAlias = Mapping[str, tuple[str, ...]]
"""By hook, the names of what a plugin offers: all that a start needs to know."""

EXERCISES = "progpro_exercises"
STEPS = "progpro_steps"
INSTRUMENTS = "progpro_instruments"
INDICES = "progpro_indices"
SECTIONS = "progpro_report_sections"
EXPORTERS = "progpro_exporters"
IMPORTERS = "progpro_importers"
OCCUPATIONS = "progpro_occupations"
PROGRAMMES = "progpro_programmes"
COMMANDS = "progpro_commands"


def step_name(step: type) -> str:
    """The name of a class of steps: the same without and with its plugin imported."""
    return f"{step.__module__}:{step.__qualname__}"
