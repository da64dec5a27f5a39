"""The app on one file: a run that nothing is kept of, and the mistakes of the file in its place."""

from __future__ import annotations

import asyncio

from progpro_tui.authoring.found import quoted
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_, Message
from progpro_tui.tui.app import ProgproApp
from progpro_tui.tui.preview.mistakes import MistakesDialog
from progpro_tui.tui.preview.profile import PreviewProfile
from progpro_tui.tui.preview.run import PreviewRun
from progpro_tui.tui.preview.waiting import WaitingScreen
from progpro_tui.workspace.rehearsals import Rehearsal
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.watching import Look, Watched
from progpro_tui.workspace.workspace import Workspace

EVERY = 0.25
"""Seconds between two looks at the file."""

READ_AGAIN = N_("Read again.")


class PreviewApp(ProgproApp):
    """The preview of ``watched``. ``at`` is the question that it opens on."""

    COUNSELLORS = frozenset({"mask", "saved"})

    def __init__(
        self,
        workspace: Workspace,
        watched: Watched,
        language: str,
        settings: Settings | None = None,
        at: str = "",
    ) -> None:
        super().__init__(workspace, language, settings)
        self.handed = True  # as the person sees it
        self.watched = watched
        self._at = at
        self.refused: InputError | None = None
        """Why it was left at once, where the file asks no such question."""
        self._run: PreviewRun | None = None
        self._looking = False

    @property
    def may_copy(self) -> bool:
        """A questionnaire is its author's own, and nobody's answers."""
        return True

    @property
    def file(self) -> str:
        """The file’s name, as bars and dialogs say it."""
        return self.watched.path.name

    def land(self) -> None:
        self.push_screen(WaitingScreen())
        self.set_interval(EVERY, self._look)
        self.call_later(self._look)

    async def _look(self) -> None:
        """Look at the file, and show what has changed. A slow check delays the next one."""
        if self._looking:
            return
        self._looking = True
        try:
            # The writer is the one thread that leads plugins: a check never runs beside an answer.
            look = await asyncio.get_running_loop().run_in_executor(self.writer, self.watched.look)
            if look is not None:
                await self._show(look)
        finally:
            self._looking = False

    async def _show(self, look: Look) -> None:
        if look.instrument is not None:
            # Screens over the run go with it; a profile comes back with the new words.
            profile = self._leave_dialogs()
            if self._run is not None:
                await self._run.keep_unsaved()
            await self._take(Rehearsal(self.workspace, look.instrument, self._before))
            if profile is not None and self._run is not None:
                self._run.show_profile(profile.answers, profile.number)
        if look.mistakes:
            self._say_mistakes(look)

    @property
    def _before(self) -> Rehearsal | None:
        return self._run.rehearsal if self._run is not None else None

    def _leave_dialogs(self) -> PreviewProfile | None:
        """Close what stands over the run; the profile among it, where one was open."""
        profile = None
        while len(self.screen_stack) > 1 and not isinstance(self.screen, PreviewRun | WaitingScreen):
            if isinstance(self.screen, PreviewProfile):
                profile = self.screen
            self.pop_screen()
        return profile

    async def _take(self, rehearsal: Rehearsal) -> None:
        """Ask what was read: on the screen of the run, where there is one already."""
        if self._run is not None:
            await self._run.take(rehearsal, Message(READ_AGAIN))
            return
        known = {step.id for step in rehearsal.questions}
        if self._at and not rehearsal.go(self._at) and self._at not in known:
            self.refused = InputError(N_("No question has the id “{id}”."), id=quoted(self._at))
            self.exit(return_code=2)
            return
        self._run = PreviewRun(rehearsal, self.file)
        self.switch_screen(self._run)

    def _say_mistakes(self, look: Look) -> None:
        if isinstance(self.screen, MistakesDialog):
            self.screen.take(look)
        else:
            self.push_screen(MistakesDialog(look, self.file))
