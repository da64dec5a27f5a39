"""What a start leaves out: it is done when it is needed, and not a second time."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet

from tests.tui.driver import driving, practice


async def test_style_sheets_are_parsed_again_for_other_colours_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    reparse = Stylesheet.reparse

    def spied(sheet: Stylesheet) -> None:
        parsed.append("again")
        reparse(sheet)

    monkeypatch.setattr(Stylesheet, "reparse", spied)
    async with driving(practice(tmp_path).folder) as driver:
        assert parsed == []
        dark = driver.app.screen.styles.background
        driver.app.wear("papier")
        await driver.settle()
        assert parsed == ["again"]
        assert driver.app.screen.styles.background != dark
        driver.app.wear("papier")
        await driver.settle()
        assert parsed == ["again"]


async def test_garbage_is_looked_for_once_the_first_screen_stands(tmp_path: Path) -> None:
    workspace = practice(tmp_path)
    gc.disable()
    try:
        async with driving(workspace.folder):
            assert gc.isenabled()
    finally:
        gc.enable()
