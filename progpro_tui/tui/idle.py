"""What happens when no key comes for a long time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

SECONDS = 180
"""Without a key for so long, the beneficiary's run pauses by itself."""


class Idle:
    """Does ``act`` once the screen was left alone for so many seconds; ``watch`` begins anew."""

    def __init__(self, screen: Screen[Any], act: Callable[[], Awaitable[None]]) -> None:
        self._screen = screen
        self._act = act
        self._timer: Timer | None = None

    def watch(self, seconds: float) -> None:
        """Begin to wait for the next key."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(seconds, self._act)
