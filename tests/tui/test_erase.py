"""A dossier is archived and found by a search, and destroyed only by the second button."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.dossier import DossierScreen
from progpro_tui.tui.screens.erase import EraseDialog
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.widgets.key_bar import KeyBar
from tests.tui.driver import driving, practice


def filled(folder: Path) -> None:
    workspace = practice(folder)
    for person in ("Haddad, Samir", "Petit, Rose"):
        workspace.dossiers.create(person, "bilan")
    workspace.close()


async def test_an_archived_dossier_is_found_by_a_search_and_brought_back(tmp_path: Path) -> None:
    filled(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.type("rose")
        await driver.press("enter", "a")
        assert "Archivé." in driver.shown
        await driver.press("escape", "escape")
        assert isinstance(driver.screen, HomeScreen)
        assert "Rose" not in driver.shown
        assert "1 dossier" in driver.shown
        await driver.type("rose")
        assert "archivé" in driver.shown
        await driver.press("enter")
        assert "Ce dossier est archivé" in driver.shown
        await driver.press("a", "escape", "escape")
        assert "2 dossiers" in driver.shown


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_safe_button_is_first_and_the_other_destroys(tmp_path: Path, language: str) -> None:
    filled(tmp_path)
    async with driving(tmp_path, language=language) as driver:
        await driver.type("rose")
        await driver.press("enter", "delete")
        assert isinstance(driver.screen, EraseDialog)
        assert "Petit, Rose" in driver.shown
        await driver.press("enter")
        assert isinstance(driver.screen, DossierScreen)
        await driver.press("delete", "right", "enter")
        assert isinstance(driver.screen, HomeScreen)
        assert "Rose" not in driver.shown
        assert driver.screen.spot().dossier
    assert [each.person for each in unlocked(tmp_path).dossiers.all()[0]] == ["Haddad, Samir"]
    names = sorted(path.suffix for path in (tmp_path / "documents").iterdir())
    assert names == [".json", ".pdf"]


async def test_names_that_are_hidden_stay_hidden(tmp_path: Path) -> None:
    filled(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "f4", "delete")
        assert isinstance(driver.screen, EraseDialog)
        assert "Rose" not in driver.shown
        assert "Samir" not in driver.shown


async def test_the_footer_says_what_the_button_does_that_has_the_focus(tmp_path: Path) -> None:
    filled(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "delete")
        assert driver.rows[-1].lstrip().startswith("Entrée Garder  Tab Boutons")
        await driver.press("tab")
        assert driver.rows[-1].lstrip().startswith("Entrée Détruire ce dossier  Tab Boutons")
        await driver.pilot.click(KeyBar, offset=(4, 0))
        await driver.settle()
        assert isinstance(driver.screen, HomeScreen)
        assert "Haddad" not in driver.shown
