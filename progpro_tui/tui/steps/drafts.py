"""When what somebody types is kept: shortly after the last key, and at least so often meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

PAUSE_SECONDS, MOST_SECONDS = 0.8, 2.0
"""After the last key; and between two drafts of somebody who types on."""


class Drafts:
    """Two timers of one widget: the first to come keeps the draft, and stops both."""

    def __init__(self, of: Widget, keep: Callable[[], None]) -> None:
        self._of = of
        self._keep = keep
        self._pause: Timer | None = None
        self._most: Timer | None = None

    def typed(self) -> None:
        """Something was typed that is not kept yet."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self._of.set_timer(PAUSE_SECONDS, self._due)
        if self._most is None:
            self._most = self._of.set_timer(MOST_SECONDS, self._due)

    def stop(self) -> None:
        """Nothing is to be kept any more."""
        for timer in (self._pause, self._most):
            if timer is not None:
                timer.stop()
        self._pause = self._most = None

    def _due(self) -> None:
        self.stop()
        self._keep()
