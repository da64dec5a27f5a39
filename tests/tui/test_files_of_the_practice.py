"""From the commands: everything that is kept of a person, and a backup on another disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from progpro_tui.tui.screens.backup import BackupDialog
from progpro_tui.tui.screens.dossier import DossierScreen
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.person_files import PersonFilesDialog
from progpro_tui.tui.widgets.line_input import LineInput
from tests.tui.driver import Driver, driving, practice


async def search_for(driver: Driver, command: str) -> None:
    await driver.press("ctrl+p")
    await driver.type(command)
    await driver.press("enter")


def fill(driver: Driver, folder: Path) -> None:
    driver.screen.query_one("#path", LineInput).fill(str(folder))


async def test_everything_of_a_person_is_written_for_them(tmp_path: Path) -> None:
    dossier = practice(tmp_path / "practice").dossiers.create("Delorme, Amina", "bilan")
    async with driving(tmp_path / "practice") as driver:
        await driver.press("enter")
        assert isinstance(driver.screen, DossierScreen)
        await search_for(driver, "tout ce qui est conservé")
        assert isinstance(driver.screen, PersonFilesDialog)
        assert dossier.person in driver.shown
        fill(driver, tmp_path / "out")
        await driver.press("enter")
        assert "● Écrit" in driver.shown
        (data,), (pdf,) = (tmp_path / "out").glob("*.json"), (tmp_path / "out").glob("*.pdf")
        assert json.loads(data.read_text("utf-8"))["dossier"]["person"] == dossier.person
        assert pdf.read_bytes().startswith(b"%PDF")
        await driver.press("escape")
        assert isinstance(driver.screen, DossierScreen)


async def test_a_backup_on_another_disk_is_proposed_there_again(tmp_path: Path) -> None:
    practice(tmp_path / "practice").dossiers.create("Delorme, Amina", "bilan")
    disk = tmp_path / "disk"
    async with driving(tmp_path / "practice") as driver:
        await search_for(driver, "sauvegarde")
        assert isinstance(driver.screen, BackupDialog)
        await driver.press("enter")
        assert "●" not in driver.shown  # nothing is proposed the first time, and nothing written
        assert "× Indiquez d’abord dans quel répertoire." in driver.shown
        fill(driver, disk)
        await driver.press("enter")
        assert "relu" in driver.shown
        assert len(list(disk.glob("progpro-*/*/manifest"))) == 1
        await driver.press("escape")
        assert isinstance(driver.screen, HomeScreen)
        await search_for(driver, "sauvegarde")
        assert driver.screen.query_one("#path", LineInput).value == str(disk)


@pytest.mark.parametrize("folder", ["file/folder", "~nobody-is-called-so/there"])
@pytest.mark.parametrize("command", ["sauvegarde", "tout ce qui est conservé"])
async def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, command: str, folder: str
) -> None:
    practice(tmp_path / "practice").dossiers.create("Delorme, Amina", "bilan")
    (tmp_path / "file").write_text("in the way")
    async with driving(tmp_path / "practice") as driver:
        if command != "sauvegarde":
            await driver.press("enter")
        await search_for(driver, command)
        fill(driver, Path(folder) if folder.startswith("~") else tmp_path / folder)
        await driver.press("enter")
        assert "×" in driver.shown


async def test_a_backup_within_the_practice_is_refused(tmp_path: Path) -> None:
    practice(tmp_path / "practice")
    async with driving(tmp_path / "practice") as driver:
        await search_for(driver, "sauvegarde")
        fill(driver, tmp_path / "practice" / "backups")
        await driver.press("enter")
        assert "× " in driver.shown
        assert not (tmp_path / "practice" / "backups").exists()
