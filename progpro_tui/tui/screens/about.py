"""A questionnaire as its author presents it to whoever gives it."""

from __future__ import annotations

from progpro_tui.core.document import Block
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import N_
from progpro_tui.reports.guidance import about_blocks
from progpro_tui.reports.wording import Typesetter
from progpro_tui.tui.screens.pages import PagesScreen


class AboutScreen(PagesScreen):
    """For whom it is, how it is given, how it is read: the author's words, whole."""

    def __init__(self, instrument: Instrument) -> None:
        super().__init__()
        self._instrument = instrument

    def where(self) -> str:
        return self.tr(N_("{title} › About"), title=self.tr(self._instrument.title))

    def blocks(self) -> tuple[Block, ...]:
        return about_blocks(Typesetter(self.home.translator.language), self._instrument)
