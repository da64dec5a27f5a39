"""Turns answers into the keys that a person would press in the app, one step after the other.

Cursors are followed: an arrow is pressed until the one on the screen stands where it is wanted, as a
person does who looks at the screen.
"""

from __future__ import annotations

from collections.abc import Callable

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.card_steps import EQUAL, Arrange, Choose, Rank, Sort
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Show, Step
from progpro_tui.core.write_step import Write
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.tui.steps.arrange_view import ArrangeView
from progpro_tui.tui.steps.cells import Cells
from progpro_tui.tui.steps.place_view import PlaceView
from progpro_tui.tui.steps.rank_view import RankView
from progpro_tui.tui.steps.ticks_view import TicksView
from tests.tui.driver import Driver

DIGITS = "1234567890"
LETTERS = {Missing.SKIPPED: "p", Missing.NOT_APPLICABLE: "n", Missing.DECLINED: "r"}
TYPED = 4
"""Letters that are typed one by one; the rest of a text comes at once, as from dictation."""

MOST_KEYS = 80
"""No cursor is further away than this."""


async def press_answer(driver: Driver, step: Step, answer: Answer) -> None:
    """Press the keys that answer this step, which stands on the screen."""
    assert isinstance(driver.screen, RunScreen)
    if isinstance(answer, Missing):
        await _leave_out(driver, step, answer)
        return
    match step:
        case Show():
            await driver.press("enter")
        case Rate() | Grid():
            await driver.press(str(answer))
        case Sort():
            await driver.press(DIGITS[[pile.id for pile in step.piles].index(str(answer))])
        case Choose(several=True):
            await _tick(driver, step, answer)
        case Choose():
            await driver.press(DIGITS[[option.id for option in step.options].index(str(answer))])
        case Rank():
            await _pick(driver, step, str(answer))
        case Arrange():
            await _arrange(driver, answer)
        case Place():
            await _place(driver, answer)
        case Write():
            words = str(answer)
            await driver.type(words[:TYPED])
            await driver.paste(words[TYPED:])
            await driver.press("ctrl+s" if step.form == "long" else "enter")


async def _leave_out(driver: Driver, step: Step, way: Missing) -> None:
    if not isinstance(step, Write):
        await driver.press(LETTERS[way])
        return
    for _ in range(MOST_KEYS):
        focus = driver.app.focused
        if focus is not None and focus.id == way.name:
            await driver.press("enter")
            return
        await driver.press("tab")
    raise AssertionError(f"{way} has no button on {step.id}")


async def _to(driver: Driver, where: Callable[[], int], wanted: int, less: str, more: str) -> None:
    """Press an arrow until the cursor is where it is wanted."""
    for _ in range(MOST_KEYS):
        if where() == wanted:
            return
        await driver.press(more if where() < wanted else less)
    raise AssertionError(f"the cursor stays at {where()}, {wanted} is wanted")


async def _tick(driver: Driver, step: Choose, answer: Answer) -> None:
    assert isinstance(answer, tuple)
    view = driver.screen.query_one(TicksView)
    cells = view.query_one(Cells)
    for place, option in enumerate(step.options):
        if (option.id in view._chosen) is not (option.id in answer):
            await _to(driver, lambda: cells.cursor, place, "up", "down")
            await driver.press("space")
    await driver.press("enter")


async def _pick(driver: Driver, step: Rank, answer: str) -> None:
    cells = driver.screen.query_one(RankView).query_one("#answers", Cells)
    place = [option.id for option in step.options].index(answer.removeprefix(EQUAL))
    await _to(driver, lambda: cells.cursor, place, "up", "down")
    await driver.press("equals_sign" if answer.startswith(EQUAL) else "enter")


async def _arrange(driver: Driver, answer: Answer) -> None:
    assert isinstance(answer, tuple)
    board = driver.screen.query_one(ArrangeView)._arrangement
    assert board is not None

    async def go(place: int) -> None:
        await _to(
            driver, lambda: board.spot(board.cursor).column, board.spot(place).column, "left", "right"
        )
        await _to(driver, lambda: board.spot(board.cursor).row, board.spot(place).row, "up", "down")

    for place, card in enumerate(answer):
        if board.cards[place] != card:
            await go(place)
            await driver.press("enter")
            await go(board.cards.index(card))
            await driver.press("enter")
    await driver.press("ctrl+s")


async def _place(driver: Driver, answer: Answer) -> None:
    assert isinstance(answer, int)
    view = driver.screen.query_one(PlaceView)
    await driver.press("end" if answer > 0 else "home")
    less, more = ("left", "right") if view.place.least == 0 else ("down", "up")
    await _to(driver, lambda: view.value if view.value is not None else 99, answer, less, more)
    await driver.press("enter")
