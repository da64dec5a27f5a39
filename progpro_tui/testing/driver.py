"""Drives the real app without a terminal: posts a key, awaits the refresh that follows.

``Pilot.press`` waits a fixed while for every key; a run has sixty.
"""

from __future__ import annotations

import asyncio

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen

from progpro_tui.tui.app import ProgproApp
from progpro_tui.tui.base import BaseScreen


class Driver:
    """The app under test, its keys and what its screen says."""

    def __init__(self, app: ProgproApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each by its Textual name or its character."""
        for key in keys:
            self._post(key)
            await self.settle()

    async def type(self, words: str) -> None:
        """Type words as fast as one can: what they bring about is awaited once, behind the last."""
        for letter in words:
            self._post(letter)
        await self.settle()

    def _post(self, key: str) -> None:
        name = _character_to_key(key) if len(key) == 1 else key
        character = key if len(key) == 1 else {"enter": "\r", "space": " "}.get(key)
        event = events.Key(name, character)
        event.set_sender(self.app)
        self.app.post_message(event)

    async def paste(self, words: str) -> None:
        """Words that come at once, as a terminal hands over what is pasted or dictated."""
        if words:
            event = events.Paste(words)
            event.set_sender(self.app)
            self.app.post_message(event)
            await self.settle()

    async def settle(self) -> None:
        """Wait until the messages at hand are handled and the screen is painted."""
        # A key goes from the app by the screen to a widget, and what it posts goes back up.
        for _ in range(3):
            await self.pilot._wait_for_screen()
        await self.refreshed()
        while self._underway:
            await asyncio.sleep(0.001)
            await self.refreshed()

    @property
    def _underway(self) -> bool:
        screen = self.app.screen
        unpainted = screen.size.area == 0 or not screen.is_mounted
        return unpainted or (isinstance(screen, BaseScreen) and screen.busy)

    async def refreshed(self) -> None:
        """Await the next refresh of the screen; a screen that is left meanwhile has none to give."""
        for _ in range(40):
            painted = asyncio.Event()
            self.app.call_later(lambda done: self.app.screen.call_after_refresh(done.set), painted)
            try:
                await asyncio.wait_for(painted.wait(), 0.25)
            except TimeoutError:
                if self.app.return_code is not None:  # it has ended, as it should or not
                    return
                continue
            return
        raise TimeoutError("the screen is not painted any more")

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def shown(self) -> str:
        """The text on the screen, row by row."""
        height = self.app.size.height
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips[:height])

    @property
    def rows(self) -> list[str]:
        return self.shown.split("\n")
