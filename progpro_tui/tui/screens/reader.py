"""Pages to read: the person's view of a profile, and the counsellor's in full."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from progpro_tui.core.document import Voice
from progpro_tui.core.dossier import RunRecord
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_
from progpro_tui.reports.pages import Subject, profile_document
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.pages import Room, shown


class ReaderScreen(BaseScreen):
    """The pages of one voice, as they are printed, on the screen."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("back", ("escape",), N_("Profile")),
        Act("scroll(-1)", ("up",), N_("Up"), shown=False),
        Act("scroll(1)", ("down",), N_("Down"), shown=False),
        Act("scroll(-15)", ("pageup",), N_("Page up"), shown=False),
        Act("scroll(15)", ("pagedown", "space"), N_("Page down"), shown=False),
    )

    def __init__(self, run: RunRecord, profile: Profile, instrument: Instrument, voice: Voice) -> None:
        super().__init__()
        self._run, self._voice = run, voice
        self._profile, self._instrument = profile, instrument

    def body(self) -> ComposeResult:
        with VerticalScroll(id="pages", can_focus=False):
            yield Static(id="text", markup=False)

    def draw(self) -> None:
        title = self.tr(self._run.title)
        views = {"person": N_("{title} › Their view"), "counsellor": N_("{title} › Detail")}
        self.query_one(Bar).say(self.tr(views[self._voice], title=title))
        subject = Subject("", "", "", self._run.finished)
        document = profile_document(
            self._profile,
            self._instrument,
            subject,
            self.home.translator.language,
            (self._voice,),
        )
        blocks = [block for part in document.parts for block in part.blocks]
        room = Room(self.home.translator)
        self.put("#text", Content("\n\n").join(shown(tuple(blocks), room)))

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_scroll(self, by: int) -> None:
        self.query_one("#pages").scroll_relative(y=by, animate=False)
