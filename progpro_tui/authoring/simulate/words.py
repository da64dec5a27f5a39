"""What a simulated respondent writes: a few words, a number, a date."""

from __future__ import annotations

import random

from progpro_tui.core.answers import Value
from progpro_tui.core.text import N_
from progpro_tui.core.write_step import Write
from progpro_tui.i18n.translator import Translator

SHORT = (
    N_("Helping a neighbour move house"),
    N_("Two seasons in a vegetable garden"),
    N_("Keeping the accounts of a club"),
    N_("Repairing bicycles with friends"),
    N_("Explaining a new tool to the team"),
)
LONG = (
    N_("It went better than I had thought, above all once we were several."),
    N_("I would do it again, with a little more time to prepare."),
    N_("What I liked was seeing the result at the end of the day."),
)
FAR = 100
"""How far above its least a number goes that has a great many to choose from."""


def written(step: Write, chance: random.Random, language: str) -> Value:
    """An acceptable answer to a step to write in, drawn by ``chance``."""
    if step.form == "number":
        if step.most - step.least <= 10 * FAR:
            return chance.randint(step.least, step.most)
        least = min(max(0, step.least), step.most)
        return chance.randint(least, min(step.most, least + FAR))
    if step.form == "date":
        year, month = chance.randint(1990, 2025), chance.randint(1, 12)
        return chance.choice([f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-15"])
    return Translator(language)(chance.choice(SHORT if step.form == "short" else LONG))
