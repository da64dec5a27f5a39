"""A new dossier: a name and a programme, nothing more is needed to begin."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.options import Options
from progpro_tui.tui.widgets.verb import Verb


class NewDossierScreen(BaseScreen):
    """Enter goes from the name to the programme, and from there creates the dossier."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("create", ("enter",), N_("Create the dossier")),
        Act("back", ("escape",), N_("Dossiers")),
    )

    def __init__(self) -> None:
        super().__init__()
        self._programmes = self.home.workspace.programmes.all()

    def body(self) -> ComposeResult:
        yield Static(id="label", markup=False)
        yield LineInput(id="person", max_length=200)
        yield Static(id="label-programme", markup=False)
        yield Options(len(self._programmes), id="programme")
        yield Static(id="said", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="create")

    def on_mount(self) -> None:
        options = self.query_one(Options)
        options.cursor = options.chosen = 0
        options.choosing = True
        super().on_mount()

    def draw(self) -> None:
        self.query_one(Bar).say(self.tr(N_("Dossiers › New dossier")))
        self.put("#label", self.tr(N_("The person, as “Name, First name”")))
        self.put("#label-programme", self.tr(N_("What you do together")))
        options = self.query_one(Options)
        options.show(
            [self.tr(words) for words in self._programmes.values()], options.cursor, options.chosen
        )
        self.query_one("#create", Verb).say(self.tr(N_("Create the dossier")))

    def on_input_changed(self) -> None:
        self.put("#said", "")

    def on_descendant_focus(self) -> None:
        self.redraw()

    def act_words(self, act: Act) -> str:
        if act.action == "create" and isinstance(self.focused, Input):
            return self.tr(N_("Continue"))
        return super().act_words(act)

    def on_input_submitted(self) -> None:
        if self.query_one("#person", Input).value.strip():
            self.query_one(Options).focus()
        else:
            self.action_create()

    def on_options_picked(self, event: Options.Picked) -> None:
        event.options.chosen = event.place
        self.action_create()

    def on_button_pressed(self) -> None:
        self.action_create()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_create(self) -> None:
        from progpro_tui.tui.screens.dossier import DossierScreen

        programme = list(self._programmes)[max(0, self.query_one(Options).cursor)]
        person = self.query_one("#person", Input)
        try:
            dossier = self.home.workspace.dossiers.create(person.value, programme)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            self.redraw()
            person.focus()
            return
        self.home.switch_screen(DossierScreen(dossier.id))
