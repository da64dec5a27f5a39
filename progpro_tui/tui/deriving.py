"""Screens that derive a key: it takes a second, in a thread of its own, and nothing freezes."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.message import Message
from textual.widgets import Button, Input

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen

if TYPE_CHECKING:
    from progpro_tui.tui.app import ProgproApp

T = TypeVar("T")

EVERY = 0.1
"""Seconds between two words on how far an act is."""


class DerivingScreen(BaseScreen):
    """A screen with a ``#said`` line, under which its act waits for a key.

    The act goes on where the screen is left meanwhile: it may use ``home`` and ``tr`` all the same.
    """

    _told = 0.0
    _owner: ProgproApp | None = None

    @property
    def home(self) -> ProgproApp:
        return self._owner or super().home

    def derive(self, act: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do ``act`` in a thread, then ``done`` with what it gives; where it fails, say why."""
        if self.busy:
            return
        self.busy = self.under_way = True
        self._owner = self.home
        self.put("#said", f"► {self.tr(N_('One moment…'))}")
        self.set_class(False, "-refused")
        self._derive(act, done)

    def tell(self, words: str, done: int, total: int) -> None:
        """Say how far an act is, from its thread, and not at every step. ``words`` has slots for ``n``
        and ``total``.
        """
        now = time.monotonic()
        if done < total and now >= self._told + EVERY:
            self._told = now
            said = f"► {self.tr(words, n=done, total=total)}"
            self.back_home(lambda: self._say(said))

    def _say(self, said: str) -> None:
        if self.is_attached:
            self.put("#said", said)

    def back_home(self, then: Callable[[], None]) -> None:
        """Do something in the app's own thread, as long as there is one; no act waits for it."""
        with suppress(RuntimeError):  # the app has ended
            self.home.call_later(then)

    @work(thread=True)
    def _derive(self, act: Callable[[], T], done: Callable[[T], None]) -> None:
        try:
            found = act()
        except ProgproError as raised:
            error = raised
            self.back_home(lambda: self._end(lambda: self.refuse(self.tr(error), error)))
        else:
            self.back_home(lambda: self._end(lambda: done(found)))

    def _end(self, then: Callable[[], None]) -> None:
        self.busy = self.under_way = False
        if self.is_attached:
            self.put("#said", "")
            then()

    def refuse(self, words: str, error: ProgproError | None = None) -> None:
        """Say under the fields why it does not go on."""
        self.set_class(True, "-refused")
        self.put("#said", f"× {words}", lines=True)

    def check_message_enabled(self, message: Message) -> bool:
        # Nor a button: what was begun ends here, where it is told how.
        pressed = isinstance(message, Button.Pressed | Input.Submitted)
        return not (self.busy and pressed) and super().check_message_enabled(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # A key is under way: what is pressed now was meant for the screen as it stood.
        return False if self.busy else super().check_action(action, parameters)
