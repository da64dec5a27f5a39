"""The profile as the counsellor sees it: what came out, what it does not say, what to ask."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from progpro_tui.core.clean import clean
from progpro_tui.core.document import Block
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.dates import day, day_month
from progpro_tui.reports.counsellor_pages import found
from progpro_tui.reports.guidance import level_rows
from progpro_tui.reports.limits import limits
from progpro_tui.reports.sorts import for_others
from progpro_tui.reports.wording import Typesetter
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.blocks import scores
from progpro_tui.tui.keys import NOTE, Act
from progpro_tui.tui.safe import assembled
from progpro_tui.tui.spot import Spot
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.pages import Room, shown
from progpro_tui.workspace.notes import new_note

MARGINS = 8
"""Columns around the profile: both margins, the scrollbar, and a free one before it."""


class ProfileScreen(BaseScreen):
    """One finished run."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("export", ("e",), N_("Export")),
        Act("their_view", ("v",), N_("Their view")),
        Act("detail", ("d",), N_("Detail")),
        NOTE,
        Act("back", ("escape",), N_("Dossier")),
        Act("scroll(-1)", ("up",), N_("Up"), shown=False),
        Act("scroll(1)", ("down",), N_("Down"), shown=False),
        Act("scroll(-15)", ("pageup",), N_("Page up"), shown=False),
        Act("scroll(15)", ("pagedown", "space"), N_("Page down"), shown=False),
    )

    def __init__(
        self, dossier: Dossier, run: RunRecord, profile: Profile, instrument: Instrument
    ) -> None:
        super().__init__()
        self._dossier, self._run = dossier, run
        self._profile, self._instrument = profile, instrument
        self._open = for_others(profile)
        """What stands on this screen: of a private profile not its content."""

    def spot(self) -> Spot:
        return Spot("run", self._dossier.id, self._run.id)

    def body(self) -> ComposeResult:
        with VerticalScroll(id="profile", can_focus=False):
            yield Static(id="headline", markup=False)
            yield Static(id="found", markup=False)
            with Horizontal(id="charts"):
                with Vertical(id="scores"):
                    yield Static(id="bars", markup=False)
                    yield Static(id="facts", markup=False)
                yield Static(id="hexagon", markup=False)
            yield Static(id="limits", markup=False)
            yield Static(id="ask", markup=False)
            yield Static(id="levels", markup=False)

    def draw(self) -> None:
        tr, profile = self.home.translator, self._open
        person = self.home.name_shown(self._dossier.person)
        where = N_("{person} › {title} › Profile")
        self.query_one(Bar).say(self.tr(where, person=person, title=self._run.title), self._when())
        self.set_class(bool(profile.polygons), "-polygon")
        size = (58, 26) if self._wide and self.app.size.height >= 36 else (31, 13)
        self._say("headline", scores.headline(tr, profile))
        self._say("found", self._found())
        self._say("bars", scores.bars(tr, profile, self._wide))
        self._say("hexagon", scores.polygon(profile, *size))
        self._say("facts", self._facts())
        self.query_one("#charts").display = bool(profile.scores or profile.lines or profile.remarks)
        self._say("levels", self._levels())
        self._say("limits", self._limits())
        questions = [index.question for index in profile.indices if index.question]
        questions += self._instrument.guidance.debrief
        ask = self.tr(N_("To ask   {question}"), question=questions[0]) if questions else ""
        self._say("ask", Content(clean(ask)))

    def _say(self, name: str, content: Content) -> None:
        """What has nothing to say takes no room."""
        self.put(f"#{name}", content)
        self.query_one(f"#{name}").display = bool(content.plain)

    def _when(self) -> str:
        made = self._profile.provenance
        when = day_month(self.home.translator, day(self._run.finished))
        if made is None:
            return when
        return self.tr(NN_("{when}, in {n} min", "{when}, in {n} min"), when=when, n=made.minutes)

    @property
    def _wide(self) -> bool:
        # Asked of the size: the classes of the breakpoints come after the first drawing.
        return self.app.size.width >= 120

    def _found(self) -> Content:
        """What a profile holds besides scores, or that it is private: then its person shows it."""
        tr = Typesetter(self.home.translator.language)
        width, height = self.app.size
        tall = height >= 32
        room = Room(tr, width - MARGINS, reach=5 if tall else 2, most=12 if tall else 2, lines=tall)
        blocks: tuple[Block, ...] = found(tr, self._open, self._instrument)
        return Content("\n\n").join(shown(blocks, room))

    def _facts(self) -> Content:
        tr = self.home.translator
        lines = [*scores.notes(tr, self._open), *map(tr, self._open.remarks)]
        return Content(clean("\n".join(lines), lines=True))

    def _levels(self) -> Content:
        tr = self.home.translator
        rows = level_rows(tr, self._open)
        title = self.tr(N_("What each level says"))
        said = [assembled((clean(name), "bold"), f"   {clean(words)}") for name, words in rows]
        return Content("\n").join([Content.styled(f"── {title} ──", "bold"), *said] if said else [])

    def _limits(self) -> Content:
        title = self.tr(N_("What this profile does not say"))
        said = limits(self.home.translator, self._open, self._instrument)
        return assembled((f"── {title} ──\n", "bold"), clean("\n".join(said), lines=True))

    # -- keys -----------------------------------------------------------------------------------

    def act_words(self, act: Act) -> str:
        """A private profile is shown by its person: its content is in their view alone."""
        if act.name == "their_view" and self._profile.private:
            return self.tr(N_("Show"))
        return super().act_words(act)

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_scroll(self, by: int) -> None:
        self.query_one("#profile").scroll_relative(y=by, animate=False)

    def action_export(self) -> None:
        from progpro_tui.tui.screens.export import ExportDialog

        self.home.push_screen(ExportDialog(self._dossier, self._run))

    def action_note(self) -> None:
        from progpro_tui.tui.screens.note import NoteDialog

        note = new_note(self.home.workspace, self._run.id)
        self.home.push_screen(NoteDialog(self._dossier, note))

    def action_their_view(self) -> None:
        from progpro_tui.tui.screens.reader import ReaderScreen

        self.home.push_screen(ReaderScreen(self._run, self._profile, self._instrument, "person"))

    def action_detail(self) -> None:
        from progpro_tui.tui.screens.reader import ReaderScreen

        self.home.push_screen(ReaderScreen(self._run, self._profile, self._instrument, "counsellor"))
