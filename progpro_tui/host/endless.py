"""A call into a plugin that never comes back is interrupted, so that no loop of it freezes the program.

A thread looks now and then at what the main thread is doing. Where it is found in one and the same call
of a plugin again and again, a signal raises an error in the midst of it, which is the plugin's then, as
any other. Windows knows no such signal: there, a loop is ended by ending the program.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import N_

PATIENCE = 10.0
"""Seconds that one call may take."""

BEAT = 0.5
"""Seconds between two looks."""


class Watch:
    """Looks after the calls of the main thread into the files of plugins."""

    def __init__(self) -> None:
        self._plugins: dict[str, str] = {}
        """By file, the name of its plugin."""
        self._paused = 0
        self._stuck: FrameType | None = None
        """The call that is to be interrupted."""

    def over(self, name: str, files: Iterable[Path]) -> None:
        """Look after the calls into these files, which are a plugin's of this name."""
        if not hasattr(signal, "pthread_kill"):
            return
        if threading.current_thread() is not threading.main_thread():
            return  # only the main thread can say what a signal does; it takes the plugin in later
        begun = bool(self._plugins)
        self._plugins.update((os.path.realpath(file), name) for file in files)
        if not begun and self._plugins:
            signal.signal(signal.SIGUSR2, self._interrupt)
            threading.Thread(target=self._look, name="watch", daemon=True).start()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """While this lasts, a call may take as long as it likes: who asked for it sits before it."""
        self._paused += 1
        try:
            yield
        finally:
            self._paused -= 1

    def _look(self) -> None:
        main = threading.main_thread().ident
        assert main is not None
        # The frame is held: another could have the same identity as soon as it is gone.
        seen: FrameType | None = None
        since = 0.0
        while True:
            time.sleep(BEAT)
            call = None if self._paused else self._call(sys._current_frames().get(main))
            if call is None or call is not seen:
                seen, since = call, time.monotonic()
            elif time.monotonic() - since >= PATIENCE:
                self._stuck, since = call, time.monotonic()
                signal.pthread_kill(main, signal.SIGUSR2)

    def _call(self, frame: FrameType | None) -> FrameType | None:
        """The outermost frame that is a plugin's."""
        outermost = None
        while frame is not None:
            if real(frame.f_code.co_filename) in self._plugins:
                outermost = frame
            frame = frame.f_back
        return outermost

    def _interrupt(self, _signal: int, frame: FrameType | None) -> None:
        stuck, self._stuck = self._stuck, None
        while frame is not None and frame is not stuck:
            frame = frame.f_back
        if frame is None or stuck is None:
            return  # it came back in the meantime
        file = stuck.f_code.co_filename
        place = f"{Path(file).name}:{stuck.f_code.co_firstlineno}"
        raise PluginError(
            N_(
                "The plugin “{name}” did not come back for {seconds} seconds and was interrupted"
                " ({place}). The answers saved are safe."
            ),
            name=self._plugins[real(file)],
            seconds=round(PATIENCE),
            place=place,
        )


@cache
def real(file: str) -> str:
    return os.path.realpath(file)


WATCH = Watch()
"""The one of this process: there is one main thread."""
