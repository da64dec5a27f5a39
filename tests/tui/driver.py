"""The app on a practice of a test, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from progpro_tui.storage.keys.keyring import FILE
from progpro_tui.testing.driver import Driver
from progpro_tui.testing.practice import CHEAP, new_practice, unlocked
from progpro_tui.tui.app import ProgproApp
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import Workspace

__all__ = ["CODE", "Driver", "driving", "practice"]

CODE = "75310864"
"""Eight digits, so that random keys do not find it."""


@asynccontextmanager
async def driving(
    folder: Path,
    *,
    language: str = "fr",
    size: tuple[int, int] = (80, 24),
    theme: str = "",
) -> AsyncIterator[Driver]:
    """Run the app on a practice folder."""
    exists = (folder / FILE).exists()
    workspace = unlocked(folder) if exists else Workspace(folder, kdf=CHEAP)
    app = ProgproApp(workspace, language, Settings(language, theme))
    try:
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await pilot.pause()
            await driver.settle()
            yield driver
    finally:
        app.workspace.lock.release()


def practice(folder: Path) -> Workspace:
    """A practice with nobody in it."""
    return new_practice(folder, code=CODE)
