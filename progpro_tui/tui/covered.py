"""A run in which the counsellor notes what was said."""

from __future__ import annotations

from progpro_tui.core.errors import ProgproError
from progpro_tui.tui.base import BaseScreen
from progpro_tui.workspace.notes import new_note
from progpro_tui.workspace.runs import Sitting


class NotingScreen(BaseScreen):
    """A screen over which a note of its sitting is written."""

    sitting: Sitting

    async def action_note(self) -> None:
        from progpro_tui.tui.screens.note import NoteDialog

        await self.keep_unsaved()
        workspace, sitting = self.home.workspace, self.sitting
        try:
            dossier = workspace.dossiers.get(sitting.dossier_id)
        except ProgproError as error:
            self.home.stop_at(error, final=False)
            return
        self.home.push_screen(NoteDialog(dossier, new_note(workspace, sitting.record.id)))
