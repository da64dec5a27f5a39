"""The step of its own that the guide's plugin brings: by keys in the app, as its page writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.examples import Folder
from tests.docs.pages import GUIDE
from tests.tui.stage import begun, kept, on_stage


async def test_the_dial_of_the_guide_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROGPRO_PRACTICE", str(tmp_path))
    Folder(tmp_path, "fr").follow(GUIDE / "fr" / "premiere-extension.md")
    sitting = begun(tmp_path, "energie.yaml", "a1")
    async with on_stage(tmp_path, sitting) as driver:
        assert "← ●●●○○○ →  3" in driver.shown
        assert "Revenir" in driver.shown.splitlines()[-1]
        await driver.press("right", "right", "enter")
        assert "Animer un débat" in driver.shown
    assert kept(sitting)["a1"].answer == 5
