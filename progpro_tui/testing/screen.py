"""A run in the real app, without a terminal: how a step of a plugin's own is answered by keys."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from progpro_tui.core.answers import Answer
from progpro_tui.core.instrument import Instrument
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.testing.driver import Driver
from progpro_tui.testing.practice import new_practice
from progpro_tui.tui.app import ProgproApp
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.sittings import trial


class Screen(Driver):
    """The run on the screen: ``press`` keys, read what is ``shown`` and the ``answers`` so far."""

    def __init__(self, app: ProgproApp, pilot: Pilot[None], sitting: Sitting) -> None:
        super().__init__(app, pilot)
        self._sitting = sitting

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Every final answer given so far, by the id of its step."""
        return self._sitting.administration.answers

    @property
    def step(self) -> str:
        """The id of the step on the screen; empty at the end."""
        return self._sitting.step.id if self._sitting.step is not None else ""


@asynccontextmanager
async def on_screen(
    instrument: Instrument,
    host: PluginHost,
    *,
    language: str = "fr",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Screen]:
    """An instrument in the app, in a practice that is gone afterwards. Use with ``async with``."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = new_practice(Path(folder), host=host)
        sitting = trial(workspace, instrument, seed=0).sitting
        app = ProgproApp(workspace, language, Settings(language))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            app.show_run(sitting)
            screen = Screen(app, pilot, sitting)
            await screen.settle()
            yield screen
