"""Keys into a running app, and the moment at which its screen says something.

Textual's headless driver makes no output at all. This one takes the very text that a terminal would
get, so that "painted" means written.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.keys import _character_to_key

PATIENCE = 10.0
REST = 0.02
"""Seconds between a painting and the next key, at least: longer than a frame, as with any person."""


class PaperDriver(HeadlessDriver):
    """Takes what goes to the terminal, and tells when it holds ``awaited``."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.awaited = ""
        self.at = 0.0
        self.painted = asyncio.Event()

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        if self.awaited and self.awaited in data:
            self.at = time.perf_counter()
            self.awaited = ""
            self.painted.set()


class Hand:
    """Presses keys in an app, one after the other."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        assert isinstance(app._driver, PaperDriver)
        self._paper = app._driver
        self._pressed = 0

    async def press(self, key: str, awaited: str) -> float:
        """Press a key; seconds until what it brings is written."""
        # The clock of the screen ticks sixty times a second: keys come at any moment of a tick.
        await asyncio.sleep(REST + (self._pressed * 0.0071) % 0.0167)
        self._pressed += 1
        self._paper.painted.clear()
        self._paper.awaited = awaited
        event = events.Key(_character_to_key(key) if len(key) == 1 else key, key)
        event.set_sender(self.app)
        start = time.perf_counter()
        self.app.post_message(event)
        await asyncio.wait_for(self._paper.painted.wait(), PATIENCE)
        return self._paper.at - start


@asynccontextmanager
async def on_paper(app: App[Any]) -> AsyncIterator[Hand]:
    """Run an app at 80 by 24, without a terminal but with everything that one would get."""
    app.driver_class = PaperDriver
    async with app.run_test(headless=False, size=(80, 24)) as pilot:
        await pilot.pause()
        yield Hand(app)
