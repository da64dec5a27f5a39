"""Pages to read: the person's view of a profile, and the counsellor's in full."""

from __future__ import annotations

from typing import ClassVar

from progpro_tui.core.document import Block, Voice
from progpro_tui.core.dossier import RunRecord
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.reports.pages import Subject, profile_document
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.pages import SCROLLS, PagesScreen


class ReaderScreen(PagesScreen):
    """The pages of one voice, as they are printed, on the screen."""

    ACTS: ClassVar[tuple[Act, ...]] = (Act("back", ("escape",), N_("Profile")), *SCROLLS)

    def __init__(self, run: RunRecord, profile: Profile, instrument: Instrument, voice: Voice) -> None:
        super().__init__()
        self._run, self._voice = run, voice
        self._profile, self._instrument = profile, instrument

    def where(self) -> str:
        views = {"person": N_("{title} › Their view"), "counsellor": N_("{title} › Detail")}
        return self.tr(views[self._voice], title=self.tr(self._run.title))

    def blocks(self) -> tuple[Block, ...]:
        subject = Subject("", "", "", self._run.finished)
        document = profile_document(
            self._profile,
            self._instrument,
            subject,
            self.home.translator.language,
            (self._voice,),
        )
        return tuple(block for part in document.parts for block in part.blocks)
