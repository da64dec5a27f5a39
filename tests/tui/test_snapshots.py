"""A few screens as they stand, row by row: nothing jumps, nothing is cut without being noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.driver import driving, practice
from tests.tui.test_journey import begin


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)], ids=lambda size: str(size[0]))
async def test_the_beneficiarys_question(
    tmp_path: Path, snapshot: SnapshotAssertion, size: tuple[int, int], language: str
) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language=language) as driver:
        await begin(driver)
        await driver.press("f5", "enter", "4")
    async with driving(tmp_path, language=language, size=size) as driver:
        await driver.press("5", "down", "down")
        assert driver.shown == snapshot


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_calm_screens(tmp_path: Path, snapshot: SnapshotAssertion, language: str) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language=language) as driver:
        await begin(driver)
        await driver.press("f5")
        assert driver.shown == snapshot(name="hand-over")
        await driver.press("enter", "4", "escape")
        assert driver.shown == snapshot(name="pause")
        await driver.press("f5", *"1234", "enter")
        assert driver.shown == snapshot(name="code")
        await driver.press("escape", "enter", "f1")
        assert driver.shown == snapshot(name="help")
