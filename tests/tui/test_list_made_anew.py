"""A list whose index is lost: it is made anew while one is told how far that is, in app and shell."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from progpro_tui.cli import progress
from progpro_tui.testing.practice import CHEAP, PASSPHRASE
from progpro_tui.tui import deriving
from progpro_tui.tui.app import ProgproApp
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.unlock import UnlockScreen
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import run
from tests.tui.driver import Driver, practice

COUNT = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A practice of some dossiers, without an index."""
    workspace = practice(tmp_path / "practice")
    for number in range(COUNT):
        workspace.dossiers.create(f"Personne {number}", "bilan")
    workspace.close()
    for path in (workspace.folder / "index").iterdir():
        path.unlink()
    return workspace.folder


async def test_the_app_says_how_far_it_is_while_it_unlocks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deriving, "EVERY", 0.0)
    said: list[str] = []
    put = UnlockScreen.put

    def spied(screen: UnlockScreen, where: str, words: str, **options: Any) -> None:
        said.append(words)
        put(screen, where, words, **options)

    monkeypatch.setattr(UnlockScreen, "put", spied)
    app = ProgproApp(Workspace(folder, kdf=CHEAP), "fr", Settings("fr"))
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        await driver.paste(PASSPHRASE)
        await driver.press("enter")
        assert isinstance(driver.screen, HomeScreen)
        assert "4 dossiers" in driver.shown
    app.workspace.close()
    told = [f"► La liste des dossiers est refaite\u00a0: {n} sur {COUNT}" for n in range(1, COUNT)]
    assert [words for words in said if "refaite" in words] == told


def test_a_command_says_it_on_standard_error(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.0)
    write, told = sys.stderr.write, []

    class Terminal:
        """Standard error that a person reads."""

        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

        def write(self, words: str) -> int:
            told.append(words)
            return write(words)

        def flush(self) -> None: ...

    monkeypatch.setattr(sys, "stderr", Terminal())
    listed = run(capsys, "--lang", "en", "--practice", folder, "dossiers")
    assert len(listed.out.splitlines()) == COUNT
    assert "\rThe list of dossiers is made anew: 1 of 4" in told
    assert told[-1] == "\r" + " " * len("The list of dossiers is made anew: 3 of 4") + "\r"
    told.clear()
    assert run(capsys, "--lang", "en", "--practice", folder, "dossiers").out == listed.out
    assert told == []
