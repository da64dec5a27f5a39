"""Which class asks which step."""

from __future__ import annotations

from typing import Any

from progpro_tui.core.answers import Answer, Given, Missing
from progpro_tui.core.card_steps import Arrange, Choose, Rank, Sort
from progpro_tui.core.leading import still_taken
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Show, Step
from progpro_tui.core.write_step import Write
from progpro_tui.linear.asks.arrange import AskArrange
from progpro_tui.linear.asks.ask import Ask
from progpro_tui.linear.asks.points import AskGrid, AskPlace, AskRate, AskShow
from progpro_tui.linear.asks.things import AskChoose, AskRank, AskSeveral, AskSort
from progpro_tui.linear.asks.write import AskWrite


def ask_of(step: Step, given: Given | None) -> Ask[Any]:
    """How a step is asked. Raises ``TypeError`` for a step of no known kind."""
    step = step.fallback()
    kept = kept_of(step, given)
    match step:
        case Show():
            return AskShow(step, kept)
        case Rate():
            return AskRate(step, kept)
        case Grid():
            return AskGrid(step, kept)
        case Place():
            return AskPlace(step, kept)
        case Choose(several=True):
            return AskSeveral(step, step.at_first or None if kept is None else kept)
        case Choose():
            return AskChoose(step, kept)
        case Rank():
            return AskRank(step, kept)
        case Sort():
            return AskSort(step, kept)
        case Arrange():
            return AskArrange(step, kept)
        case Write():
            return AskWrite(step, kept)
    raise TypeError(f"nothing asks {type(step).__name__} in lines")


def kept_of(step: Step, given: Given | None) -> Answer | None:
    """What was answered before, or begun, where the step still takes it."""
    given = still_taken(step, given)
    if given is None or (isinstance(given.answer, Missing) and not given.final):
        return None
    return None if given.answer == "" else given.answer  # a text that was erased
