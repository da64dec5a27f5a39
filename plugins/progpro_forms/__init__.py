"""Forms that branch, and portfolios: what a person says in their own words, in an order."""

from collections.abc import Sequence
from typing import Any

from progpro_forms.form import FormExercise
from progpro_forms.portfolio import Portfolio
from progpro_tui.api import Exercise, hookimpl

progpro_api = 1


@hookimpl
def progpro_exercises() -> Sequence[type[Exercise[Any]]]:
    return [FormExercise, Portfolio]
