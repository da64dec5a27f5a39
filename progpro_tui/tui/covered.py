"""What is laid over a run: a note of the counsellor, the pause, the handing over."""

from __future__ import annotations

import asyncio

from progpro_tui.core.errors import ProgproError
from progpro_tui.tui.base import BaseScreen
from progpro_tui.workspace.notes import new_note
from progpro_tui.workspace.runs import Sitting


class CoveredScreen(BaseScreen):
    """A sitting that other screens cover for a while: what stands there is saved before."""

    sitting: Sitting

    def __init__(self) -> None:
        super().__init__()
        self.saving = asyncio.Lock()
        """Held from an answer until it is known what follows it."""

    async def settle(self) -> bool:
        """Save what stands here; whether this is still the screen that one sees, afterwards."""
        async with self.saving:
            await self.keep_unsaved()
        return self.is_active

    async def action_note(self) -> None:
        """Write a note over this screen; over the run's end, where the last answer was on its way."""
        from progpro_tui.tui.screens.note import NoteDialog

        here = await self.settle()
        if self.home.handed or not (here or self.sitting.step is None):
            return
        workspace, sitting = self.home.workspace, self.sitting
        try:
            dossier = workspace.dossiers.get(sitting.dossier_id)
        except ProgproError as error:
            self.home.stop_at(error, final=False)
            return
        self.home.push_screen(NoteDialog(dossier, new_note(workspace, sitting.record.id)))

    async def action_pause(self) -> None:
        from progpro_tui.tui.screens.pause import PauseScreen

        if await self.settle():
            self.home.push_screen(PauseScreen(self.sitting))

    async def action_hand_over(self) -> None:
        from progpro_tui.tui.screens.hand_over import HandOverScreen

        if not self.home.handed and await self.settle():
            self.home.push_screen(HandOverScreen(self.sitting))
