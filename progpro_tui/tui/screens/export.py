"""Export: for whom, and where to; the path stays on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from progpro_tui.core.clean import clean
from progpro_tui.core.document import Voice
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseDialog
from progpro_tui.tui.keys import BUTTONS, Act
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.options import Options
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.exports import export_profile, proposed_path
from progpro_tui.workspace.paths import path_taken

VOICES: tuple[tuple[tuple[Voice, ...], str], ...] = (
    (("person",), N_("Pages for the person: plain words, no figures")),
    (("counsellor",), N_("Pages for the counsellor: scores and provenance")),
    (("person", "counsellor"), N_("Both")),
)


class ExportDialog(BaseDialog):
    """A dialog over the profile."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("export", ("ctrl+s",), N_("Export")),
        BUTTONS,
        Act("back", ("escape",), N_("Profile")),
    )

    def __init__(self, dossier: Dossier, run: RunRecord) -> None:
        super().__init__()
        self._dossier, self._run = dossier, run
        self._proposed = Path()
        self._agreed: Path | None = None
        """The file whose replacing was announced."""

    def body(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Static(id="title", markup=False)
            yield Options(len(VOICES), id="voices")
            yield Static(id="label", markup=False)
            yield LineInput(id="path")
            with Horizontal(classes="verbs"):
                yield Verb(id="export")
                yield Verb(id="cancel")
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        options = self.query_one(Options)
        options.cursor = options.chosen = 0
        self._proposed = proposed_path(self._run, self.home.translator)
        self.query_one("#path", LineInput).fill(str(self._proposed))
        super().on_mount()
        options.focus()

    def draw(self) -> None:
        person = self.home.name_shown(self._dossier.person)
        title = N_("Export “{title}”: {person}")
        self.put("#title", self.tr(title, title=self._run.title, person=person))
        options = self.query_one(Options)
        options.show([self.tr(words) for _, words in VOICES], options.cursor, options.chosen)
        self.put("#label", self.tr(N_("To the file")))
        self.query_one("#export", Verb).say(self.tr(N_("Export as PDF")))
        self.query_one("#cancel", Verb).say(self.tr(N_("Close")))

    def on_options_picked(self, event: Options.Picked) -> None:
        event.options.chosen = event.place
        self.redraw()
        self.query_one("#export").focus()

    def on_input_submitted(self) -> None:
        self.action_export()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "export":
            self.action_export()
        else:
            self.action_back()

    def action_back(self) -> None:
        self.home.pop_screen()

    @property
    def _path(self) -> Path:
        """What the field says; a folder whose name cannot be shown whole is meant all the same."""
        typed = self.query_one("#path", LineInput).value.strip()
        return self._proposed if typed == clean(str(self._proposed)) else Path(typed)

    def action_export(self) -> None:
        voices, _ = VOICES[max(0, self.query_one(Options).chosen)]
        path = self._path
        if path != self._agreed and path_taken(path):
            self._agreed = path
            again = N_("This file exists already. Press once more to replace it.")
            self.put("#said", f"! {self.tr(again)}")
            return
        try:
            written = export_profile(
                self.home.workspace,
                self._dossier,
                self._run,
                voices,
                path,
                self.home.translator,
            )
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            return
        self.put("#said", f"● {self.tr(N_('Written: {path}'), path=str(written.path))}")
