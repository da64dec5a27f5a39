"""How the app ends when nobody quits it: by a signal, with its terminal, by a mistake of ours."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual.app import App

from progpro_tui.core.clean import clean
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.mistakes import note, notes_path

SIGNALS = {"SIGHUP": 129, "SIGINT": 130, "SIGTERM": 143}
"""The exit code of each, as a shell expects it: 128 and the number of the signal."""
TERMINAL_GONE = SIGNALS["SIGHUP"]
PATIENCE = 5.0
"""Seconds for an orderly end: a terminal that is gone may never take the last words."""
AGAIN = (0.7, 10.0)
"""Seconds from which on, and up to which, whoever has been warned leaves all the same."""
UNSAVED = N_("What you typed last is not saved. Press again to leave all the same.")
UNFINISHED = N_("This is not finished yet. Press again to leave all the same.")

OWN_MISTAKE = N_(
    "progpro met a mistake of its own, noted as {code}. Every answer that was given is saved: start it"
    " again. If it comes back, give this code to whoever looks after progpro. {file} says where in the"
    " program it happened, and nothing of anyone."
)


class EndingApp(App[None]):
    """Without it a signal kills at once, and a mistake prints what the variables hold."""

    translator: Translator
    _leaving = False
    _warned_at = float("-inf")

    def listen_for_the_end(self) -> None:
        """From now on signals end the app in order, and no task prints its error."""
        loop = asyncio.get_running_loop()
        for name, code in SIGNALS.items():
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError):  # Windows has no such handlers
                    loop.add_signal_handler(number, self.leave_soon, code)
        loop.set_exception_handler(_noted)
        threading.Thread(target=self._await_the_end_of_the_terminal, daemon=True).start()

    def _await_the_end_of_the_terminal(self) -> None:
        """A window that is closed is told by a signal to the program that it began alone: to the shell,
        or to ``make``. Textual would ask it for keys for ever.
        """
        stdin = sys.__stdin__
        if stdin is None or not hasattr(select, "poll") or not stdin.isatty():
            return
        terminal = select.poll()
        terminal.register(stdin.fileno(), 0)  # of nothing that is asked for, its end is told
        if any(told & select.POLLHUP for _, told in terminal.poll()):
            self.leave_soon(TERMINAL_GONE)

    def leave_soon(self, code: int) -> None:
        """Keep what stands unsaved, give the terminal back, and end with this exit code."""
        if self._leaving:
            return
        self._leaving = True
        watch = threading.Timer(PATIENCE, os._exit, (code,))
        watch.daemon = True
        watch.start()
        self.call_later(self._leave, code)

    async def _leave(self, code: int) -> None:
        try:
            await self.keep_unsaved()
        finally:
            self.exit(return_code=code)

    async def action_quit(self) -> None:
        if await self.may_leave():
            self.exit()

    async def may_leave(self) -> bool:
        """Whether nothing is under way and everything is saved; or it was said that it is not, and one
        leaves all the same.
        """
        kept, under_way = await self.keep_unsaved(), self.under_way
        if kept and not under_way:
            return True
        now = time.monotonic()
        since, self._warned_at = now - self._warned_at, now
        if since < AGAIN[0]:  # a key that is held, or pressed twice
            return False
        if since <= AGAIN[1]:
            return True
        words = UNFINISHED if under_way else UNSAVED
        self.notify(clean(self.translator(words)), severity="warning", markup=False)
        return False

    @property
    def under_way(self) -> bool:
        """Whether something goes on that had better be awaited."""
        return False

    async def keep_unsaved(self) -> bool:
        """Save what is on the screen and nowhere else; whether that succeeded."""
        return True

    def panic(self, *renderables: RenderableType) -> None:
        """Textual's keyboard thread calls it where it cannot read any more: the terminal is gone."""
        self.leave_soon(TERMINAL_GONE)

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own would let some errors print themselves.
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._fatal_error()

    def _fatal_error(self) -> None:
        """A code and where it is explained; never the values at hand, which are secret."""
        if self._exit_renderables or self._exception is None:
            return
        words = self.translator(OWN_MISTAKE, code=note(self._exception), file=str(notes_path()))
        super().panic(Text(clean(words)))


def _noted(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, BaseException):
        note(error)
