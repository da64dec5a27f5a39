"""The answers given so far, from a pause: any of them can be changed, and the run goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.tui.screens.answers import AnswersScreen
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.screens.run import RunScreen
from tests.tui.driver import driving, practice
from tests.tui.test_journey import begin
from tests.tui.test_run import answers


@pytest.mark.parametrize("handed", [False, True])
async def test_an_earlier_answer_is_changed_and_the_run_goes_on(tmp_path: Path, handed: bool) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        if handed:
            await driver.press("f5", "enter")
        await driver.press("1", "2", "3", "p", "escape", "v")
        assert isinstance(driver.screen, AnswersScreen)
        shown = driver.rows
        assert sum("Plutôt non" in row or "passer" in row or "passé" in row for row in shown) >= 2
        await driver.press("down", "down", "enter")
        assert isinstance(driver.screen, RunScreen)
        assert "2 sur 60" in driver.shown
        await driver.press("5")
        assert "5 sur 60" in driver.shown
        assert driver.app.handed is handed
    assert list(answers(tmp_path).values())[:3] == [1, 5, 3]


async def test_nothing_to_see_before_the_first_answer(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("escape", "v")
        assert isinstance(driver.screen, PauseScreen)
        assert "Revoir" not in driver.shown


async def test_out_of_the_answers_one_is_back_at_the_pause(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("4", "escape", "v", "escape")
        assert isinstance(driver.screen, PauseScreen)
        await driver.press("enter")
        assert "2 sur 60" in driver.shown
