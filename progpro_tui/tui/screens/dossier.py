"""One dossier: its questionnaires, what can be done with each, and the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from progpro_tui.core.clean import bounded
from progpro_tui.core.dossier import Dossier, Note, RunRecord
from progpro_tui.core.errors import ProgproError, StoreError
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.dates import day, short_date
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import NOTE, Act
from progpro_tui.tui.spot import Spot
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.listing import Column, Listing
from progpro_tui.workspace.notes import new_note

LONGEST_ROW = 200
"""Letters of a note in its row: more than a window shows."""


class DossierScreen(BaseScreen):
    """The runs of a dossier, a row to begin another, then the notes: of both the newest first."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("open", ("enter",), N_("Open")),
        Act("new", ("n", "ctrl+n"), N_("New")),
        Act("export", ("e",), N_("Export")),
        NOTE,
        Act("back", ("escape",), N_("Dossiers")),
        Act("archive", ("a",), N_("Archive"), shown=False),
        Act("erase", ("delete",), N_("Destroy this dossier"), shown=False),
    )

    def __init__(self, dossier_id: str) -> None:
        super().__init__()
        self._dossier_id = dossier_id
        self._dossier: Dossier | None = None
        self._runs: list[RunRecord] = []
        self._notes: list[Note] = []

    def spot(self) -> Spot:
        return Spot("dossier", self._dossier_id)

    def keyless(self) -> Iterable[tuple[str, Callable[[], object]]]:
        yield N_("Everything that is kept of this person, as files"), self._write_everything

    def _write_everything(self) -> None:
        from progpro_tui.tui.screens.person_files import PersonFilesDialog

        if self._dossier is not None:
            self.home.push_screen(PersonFilesDialog(self._dossier))

    def body(self) -> ComposeResult:
        yield Static(id="rule", markup=False)
        yield Listing([Column(1), Column(0), Column(24), Column(12)], id="runs")
        yield Static(id="hint", markup=False)
        yield Static(id="said", markup=False)

    def on_screen_resume(self) -> None:
        if not self.is_current:  # passed on the way home, after it was destroyed
            return
        noted = self._note
        try:
            self._dossier = self.home.workspace.dossiers.get(self._dossier_id)
            self._notes = [*reversed(self.home.workspace.repository.notes(self._dossier_id))]
        except ProgproError as error:
            self.home.stop_at(error, final=False)
            return
        self._runs = list(reversed(self._dossier.runs))
        self.put("#said", "")
        self.redraw()
        if noted is not None:
            self._come_back_to(noted)

    def _come_back_to(self, noted: Note) -> None:
        """The note that was lit, wherever it stands now that others came or went."""
        ids = [note.id for note in self._notes]
        if noted.id in ids:
            listing = self.query_one(Listing)
            listing.move(len(self._runs) + 1 + ids.index(noted.id) - listing.cursor)

    def draw(self) -> None:
        if self._dossier is None:
            return
        tr, today = self.home.translator, self.home.workspace.clock().date()
        person = self.home.name_shown(self._dossier.person)
        self.query_one(Bar).say(
            self.tr(N_("Dossiers › {person}"), person=person),
            self.tr(self.home.workspace.programmes.name(self._dossier.programme)),
        )
        self.put("#rule", self.tr(N_("Questionnaires")))
        rows = [
            (
                "●" if run.finished else "►",
                tr(run.title),
                tr(N_("profile ready")) if run.finished else self._progress(run),
                short_date(tr, day(run.finished or run.started), today),
            )
            for run in self._runs
        ]
        rows.append(("○", self.tr(N_("New questionnaire")), "", ""))
        rows += [
            ("–", self._beginning(note), self.tr(N_("note")), short_date(tr, day(note.written), today))
            for note in self._notes
        ]
        self.query_one(Listing).show(rows)
        self.put("#hint", self._hint(self._dossier))

    def _beginning(self, note: Note) -> str:
        """As much of a note as a row may show; hidden, nothing of it."""
        first = next(iter(note.words.splitlines()), "")
        return "•••" if self.home.masked else bounded(first, LONGEST_ROW)

    def _hint(self, dossier: Dossier) -> str:
        if dossier.archived:
            return self.tr(N_("This dossier is archived: a search still finds it."))
        return "" if self._runs else self.tr(N_("Press Enter to choose a first one."))

    def _progress(self, run: RunRecord) -> str:
        try:
            answered = self.home.workspace.runs.progress(self._dossier_id, run.id)
        except StoreError:
            return self.tr(N_("! cannot be read"))
        if not run.asked:
            return self.tr(NN_("{n} answer", "{n} answers"), n=answered)
        return self.tr(N_("{answered} of {asked}"), answered=answered, asked=run.asked)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "export" and self.is_mounted and not (self._run and self._run.finished):
            return False
        return super().check_action(action, parameters)

    @property
    def _run(self) -> RunRecord | None:
        cursor = self.query_one(Listing).cursor
        return self._runs[cursor] if cursor < len(self._runs) else None

    @property
    def _note(self) -> Note | None:
        place = self.query_one(Listing).cursor - len(self._runs) - 1
        return self._notes[place] if 0 <= place < len(self._notes) else None

    def act_words(self, act: Act) -> str:
        run = self._run if self.is_mounted else None
        if act.action == "archive" and self._dossier is not None and self._dossier.archived:
            return self.tr(N_("Back to the list"))
        if act.action == "open" and self.is_mounted and self._note is not None:
            return super().act_words(act)
        if act.action == "open" and run is None:
            return self.tr(N_("Choose"))
        if act.action == "open" and run is not None and not run.finished:
            return self.tr(N_("Resume"))
        return super().act_words(act)

    def on_listing_moved(self) -> None:
        self.redraw()

    def on_listing_chosen(self) -> None:
        self.action_open()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_open(self) -> None:
        run, note = self._run, self._note
        if note is not None:
            self._open_note(note)
        elif run is None:
            self.action_new()
        elif run.finished:
            self._show_profile(run)
        else:
            self._resume(run)

    def _open_note(self, note: Note) -> None:
        from progpro_tui.tui.screens.note import NoteDialog

        assert self._dossier is not None
        self.home.push_screen(NoteDialog(self._dossier, note))

    def _resume(self, run: RunRecord) -> None:
        try:
            sitting = self.home.workspace.runs.resume(self._dossier_id, run.id)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            return
        self.home.show_run(sitting, resumed=True)

    def _show_profile(self, run: RunRecord) -> None:
        try:
            self.home.show_profile(self._dossier_id, run)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")

    def action_new(self) -> None:
        from progpro_tui.tui.screens.instruments import InstrumentsScreen

        assert self._dossier is not None
        self.home.push_screen(InstrumentsScreen(self._dossier))

    def action_note(self) -> None:
        self._open_note(new_note(self.home.workspace))

    def action_export(self) -> None:
        from progpro_tui.tui.screens.export import ExportDialog

        run = self._run
        if self._dossier is not None and run is not None and run.finished:
            self.home.push_screen(ExportDialog(self._dossier, run))
        else:
            self.put("#said", f"! {self.tr(N_('Choose a finished questionnaire to export it.'))}")

    def action_archive(self) -> None:
        from progpro_tui.workspace.archiving import archive

        assert self._dossier is not None
        try:
            away = not self._dossier.archived
            self._dossier = archive(self.home.workspace, self._dossier_id, away)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            return
        said = N_("Archived.") if away else N_("Back in the list.")
        self.put("#said", f"● {self.tr(said)}")
        self.redraw()

    def action_erase(self) -> None:
        from progpro_tui.tui.screens.erase import EraseDialog

        if self._dossier is not None:
            self.home.push_screen(EraseDialog(self._dossier))
