"""What leaves the screen otherwise than by eyes: nothing of a dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console
from rich.segment import Segment
from textual.app import App
from textual.strip import Strip

from progpro_tui.tui.patches import send_words_alone
from progpro_tui.tui.screens.commands import CommandsScreen
from progpro_tui.tui.screens.instruments import InstrumentsScreen
from progpro_tui.tui.screens.plugins import PluginsScreen
from tests.tui.driver import Driver, driving, practice
from tests.tui.small_choices import form
from tests.tui.stage import begun, on_stage


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reached the clipboard of the system."""
    copied: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _, text: copied.append(text))
    return copied


def pictures(driver: Driver, folder: Path) -> list[Path]:
    driver.app.action_screenshot("picture.svg", str(folder))
    driver.app.deliver_screenshot("picture.svg", str(folder))
    driver.app.save_screenshot("picture.svg", str(folder))
    return list(folder.rglob("*.svg"))


@pytest.mark.parametrize("handed", [False, True])
async def test_a_run_gives_nothing_to_the_clipboard_and_no_picture(
    tmp_path: Path, clipboard: list[str], handed: bool
) -> None:
    async with on_stage(tmp_path, begun(tmp_path, form(), "story"), handed=handed) as driver:
        await driver.type("secret")
        await driver.press("shift+home", "ctrl+c", "end", "ctrl+v")
        assert "secretsecret" in driver.shown, "within the field it can be moved"
        assert not driver.screen.allow_select
        assert clipboard == []
        assert pictures(driver, tmp_path) == []


async def test_what_covers_a_dossier_is_as_discreet(tmp_path: Path, clipboard: list[str]) -> None:
    sitting = begun(tmp_path, form(), "story")
    async with driving(tmp_path, language="en") as driver:
        for screen in ("home", "f1", "ctrl+p"):
            await driver.press(*(() if screen == "home" else ("escape", screen)))
            assert not driver.app.may_copy, screen
        await driver.press("escape", "enter")
        driver.app.push_screen(InstrumentsScreen(driver.app.workspace.dossiers.get(sitting.dossier_id)))
        await driver.settle()
        driver.app.copy_to_clipboard("Amina")
        assert clipboard == []
        assert driver.app.clipboard == "Amina"


async def test_where_nobody_is_it_can_be_copied(tmp_path: Path, clipboard: list[str]) -> None:
    async with driving(tmp_path) as driver:
        assert driver.screen.allow_select, "the first start shows a folder"
        driver.app.copy_to_clipboard("path")
        assert clipboard == ["path"]


async def test_no_command_takes_a_picture_or_copies(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language="en", size=(100, 60)) as driver:
        for screen in ("home", "f8"):
            await driver.press(*(() if screen == "home" else (screen,)))
            await driver.press("ctrl+p")
            assert isinstance(driver.screen, CommandsScreen)
            for word in ("screenshot", "copy", "clipboard", "picture"):
                assert word not in driver.shown.casefold()
            await driver.press("escape")
        assert isinstance(driver.screen, PluginsScreen)


def test_the_net_below_lets_no_sequence_through() -> None:
    """A plugin's widget may draw what it likes: the terminal gets words."""
    send_words_alone()
    console = Console(color_system="truecolor", force_terminal=True)
    drawn = "a\x1b[2Jb\x9bc\u202ed\ud800e\x07"
    assert Strip([Segment(drawn)]).render(console) == "a[2Jbcde"
    assert Strip([Segment("l’été")]).render(console) == "l’été"
