"""The page of plugins: each with what became of it; approved, disabled and enabled there."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.tui.screens.plugins import PluginsScreen
from progpro_tui.workspace.workspace import Workspace
from tests.host.plugins import good
from tests.tui.driver import Driver, driving, practice


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A practice with one plugin of its own that works, and one that does not."""
    practice(tmp_path)
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "fine.py").write_text(good("fine"))
    (plugins / "wrong.py").write_text("raise RuntimeError('on holiday')")
    return tmp_path


async def opened(driver: Driver) -> None:
    await driver.app.workers.wait_for_complete()
    await driver.press("f8")
    assert isinstance(driver.app.screen, PluginsScreen)


async def decided(driver: Driver) -> None:
    await driver.app.workers.wait_for_complete()
    await driver.settle()


async def test_it_names_each_and_home_says_that_one_waits(folder: Path) -> None:
    async with driving(folder, size=(140, 40)) as driver:
        await driver.app.workers.wait_for_complete()
        await driver.settle()
        assert "L’extension « fine » attend votre accord" in driver.shown.replace("\u00a0", " ")
        await opened(driver)
        for name in ("cards", "rating", "fine", "wrong"):
            assert name in driver.shown
        assert driver.shown.count("attend votre accord") == 2


async def test_approving_asks_once_more_and_the_focus_is_on_no(folder: Path) -> None:
    async with driving(folder, size=(140, 40)) as driver:
        await opened(driver)
        await driver.press("end", "up", "enter")
        assert "modifier des fichiers" in driver.shown
        await driver.press("enter")  # the verb that has the focus: leave it out
        assert Workspace(folder).plugins.get("fine").state == "waiting"
        await driver.press("enter", "right", "enter")
        await decided(driver)
        assert "fine\u00a0: chargée" in driver.shown
        assert Workspace(folder).plugins.get("fine").state == "ready"
        assert driver.app.workspace.host.index("fine.last").id == "fine.last"


async def test_one_that_fails_is_set_aside_with_its_reason_and_tried_again(folder: Path) -> None:
    async with driving(folder, size=(140, 40)) as driver:
        await opened(driver)
        await driver.press("end", "enter", "right", "enter")
        await decided(driver)
        assert "on holiday" in driver.shown
        (folder / "plugins" / "wrong.py").write_text(good("wrong"))
        await driver.press("enter")
        await decided(driver)
        assert "modifiée" in driver.shown, "mended is changed: it asks again"


async def test_disabling_and_enabling(folder: Path) -> None:
    async with driving(folder, size=(80, 24)) as driver:
        await opened(driver)
        names = [plugin.name for plugin in driver.app.workspace.plugins.all()]
        await driver.press(*["down"] * names.index("holland"), "enter")
        await decided(driver)
        assert "holland.code" not in driver.app.workspace.host.index_ids
        await driver.press("enter")
        await decided(driver)
        assert "holland.code" in driver.app.workspace.host.index_ids

