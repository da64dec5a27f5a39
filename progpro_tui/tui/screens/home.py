"""Home: the list of dossiers, and a search that keeps the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import StoreError
from progpro_tui.core.text import N_, NN_, Message
from progpro_tui.i18n.dates import day, short_date, weekday_date
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.spot import Spot
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.listing import Column, Listing, Rows
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.dossiers import matching

HEADS = (N_("Person"), N_("Programme"), N_("Questionnaire"), N_("Seen on"))


class HomeScreen(BaseScreen):
    """Every dossier of the practice, seen last first."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("open", ("enter",), N_("Open")),
        Act("new", ("ctrl+n",), N_("New")),
        Act("app.mask", ("f4",), N_("Hide")),
        Act("app.lock", ("f9",), N_("Lock")),
        Act("plugins", ("f8",), N_("Plugins")),
        Act("clear", ("escape",), N_("Clear the search"), shown=False),
        Act("move(-1)", ("up",), N_("Row above"), shown=False),
        Act("move(1)", ("down",), N_("Row below"), shown=False),
        Act("move(-10)", ("pageup",), N_("Ten rows up"), shown=False),
        Act("move(10)", ("pagedown",), N_("Ten rows down"), shown=False),
    )

    def __init__(self, at: str = "") -> None:
        """``at`` is the dossier that the cursor stands on at first."""
        super().__init__()
        self._at = at
        self._dossiers: list[Dossier] = []
        self._archived: list[Dossier] = []
        """Those that only a search finds."""
        self._found: list[Dossier] = []
        self._broken: list[StoreError] = []
        self._set_aside: list[Message] = []
        self._looked = False

    def body(self) -> ComposeResult:
        yield LineInput(id="search")
        yield Static(id="count", markup=False)
        yield Static(id="heads", markup=False)
        listing = Listing([Column(1), Column(0), Column(10), Column(24), Column(12)], id="dossiers")
        listing.always_lit, listing.can_focus = True, False
        yield listing
        yield Static(id="empty", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="create")
        yield Static(id="notice", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self.look_for_set_aside)

    def on_screen_resume(self) -> None:
        self._dossiers, self._broken = self.home.workspace.dossiers.all()
        self._archived = self.home.workspace.dossiers.archived()
        self.redraw()
        if self._looked:  # what was decided on plugins may have changed it
            self.look_for_set_aside()

    @work(thread=True, exit_on_error=False)  # home may be left, and the app with it, meanwhile
    def look_for_set_aside(self) -> None:
        """Name broken plugins and instruments, after home has been painted."""
        self._looked = True
        self._set_aside = self.home.workspace.set_aside()
        if self.is_mounted:
            self.home.call_from_thread(self.redraw)

    def spot(self) -> Spot:
        listing = self.query_one(Listing)
        return Spot("home", self._found[listing.cursor].id if self._found else "")

    def keyless(self) -> Iterable[tuple[str, Callable[[], object]]]:
        doors = self.home.doors
        if self.home.workspace.vault.frozen is None:
            yield N_("Backup on another disk"), self._back_up
            yield N_("Another passphrase"), doors.renew_passphrase
            yield N_("Another recovery code"), doors.renew_recovery_code

    def _back_up(self) -> None:
        from progpro_tui.tui.screens.backup import BackupDialog

        self.home.push_screen(BackupDialog())

    # -- words ----------------------------------------------------------------------------------

    def draw(self) -> None:
        tr = self.home.translator
        today = self.home.workspace.clock().date()
        when = f"{weekday_date(tr, today)}   {tr.language.upper()}"
        self.query_one(Bar).say(self.home.practice_name, when)
        self.query_one("#search", Input).placeholder = self.tr(N_("Look for a name…"))
        self.set_class(not self._dossiers, "-empty")
        self.put(
            "#empty",
            self.tr(
                N_("No dossier yet.\n\nA dossier gathers one person’s questionnaires and profiles.")
            ),
            lines=True,
        )
        self.query_one("#create", Verb).say(self.tr(N_("Create a first dossier")))
        self.put("#notice", self._notice())
        self.call_after_refresh(self._heads)
        self._list()

    def _heads(self) -> None:
        """After the list has its width: none while it was hidden. Home may be left meanwhile."""
        if not self.query(Listing):
            return
        listing = self.query_one(Listing)
        heads = ["", *map(self.tr, HEADS)]
        self.put("#heads", " " + listing.line(heads, max(10, listing.size.width - 1)))

    def _list(self) -> None:
        sought = self.query_one("#search", Input).value
        every = [*self._dossiers, *self._archived]
        self._found = matching(every, sought) if sought.strip() else self._dossiers
        none = self.tr(N_("Nobody has this in their name. Esc shows everyone."))
        count = self.tr(NN_("{n} dossier", "{n} dossiers"), n=len(self._found))
        self.put("#count", count if self._found else none)
        today = self.home.workspace.clock().date()
        rows = Rows(self._found, lambda dossier: self._cells(dossier, today))
        self.query_one(Listing).show(rows, self._first_row())

    def _cells(self, dossier: Dossier, today: date) -> tuple[str, ...]:
        tr = self.home.translator
        return (
            _glyph(dossier),
            self.home.name_shown(dossier.person),
            tr(self.home.workspace.programmes.short(dossier.programme)),
            _latest(dossier, tr),
            short_date(tr, day(dossier.seen), today),
        )

    def _first_row(self) -> int | None:
        """The row to begin on, once; afterwards the cursor stays where it is."""
        at, self._at = self._at, ""
        return next((row for row, found in enumerate(self._found) if found.id == at), None)

    def _notice(self) -> str:
        frozen = self.home.workspace.vault.frozen
        problems = [self.tr(error) for error in (*([frozen] if frozen else []), *self._broken)]
        problems += [self.tr(words) for words in self._set_aside]
        if not problems:
            return ""
        if len(problems) == 1:
            return f"! {problems[0]}"
        more = NN_("{first} And {n} more: F1.", "{first} And {n} more: F1.")
        return f"! {self.tr(more, first=problems[0], n=len(problems) - 1)}"

    # -- keys -----------------------------------------------------------------------------------

    def act_words(self, act: Act) -> str:
        if act.action == "open" and not self._dossiers:
            return self.tr(N_("Create"))
        return super().act_words(act)

    def action_move(self, by: int) -> None:
        self.query_one(Listing).move(by)

    def on_input_changed(self) -> None:
        self._list()

    def on_input_submitted(self) -> None:
        self.action_open()

    def on_listing_chosen(self) -> None:
        self.action_open()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.action_new()

    def action_clear(self) -> None:
        self.query_one("#search", Input).value = ""

    def action_open(self) -> None:
        from progpro_tui.tui.screens.dossier import DossierScreen

        if self._found:
            dossier = self._found[self.query_one(Listing).cursor]
            self.home.push_screen(DossierScreen(dossier.id))
        elif not self._dossiers:
            self.action_new()

    def action_new(self) -> None:
        from progpro_tui.tui.screens.new_dossier import NewDossierScreen

        self.home.push_screen(NewDossierScreen())

    def action_plugins(self) -> None:
        from progpro_tui.tui.screens.plugins import PluginsScreen

        self.home.push_screen(PluginsScreen())


def _glyph(dossier: Dossier) -> str:
    if dossier.archived:
        return "–"
    if not dossier.runs:
        return "○"
    return "●" if all(run.finished for run in dossier.runs) else "►"


def _latest(dossier: Dossier, tr: Translator) -> str:
    """The questionnaire met last, and how far it is."""
    if dossier.archived:
        return tr(N_("archived"))
    if not dossier.runs:
        return tr(N_("none yet"))
    run = dossier.runs[-1]
    return tr(run.title) if run.finished else tr(N_("{title}, under way"), title=run.title)
