"""Destroy a dossier: what that means, and two buttons, the safe one first."""

from __future__ import annotations

from typing import ClassVar

from platformdirs import user_documents_path
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from progpro_tui.core.clean import clean
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseDialog
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.keys import BUTTONS, Act
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.certificates import write_certificate
from progpro_tui.workspace.erasing import Erased, erase


class EraseDialog(BaseDialog, DerivingScreen):
    """A dialog over the dossier. Afterwards one is on home, on the row behind."""

    ACTS: ClassVar[tuple[Act, ...]] = (BUTTONS, Act("back", ("escape",), N_("Keep")))

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier

    def body(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Static(id="title", markup=False)
            yield Static(id="words", markup=False)
            with Horizontal(classes="verbs"):
                yield Verb(id="keep")
                yield Verb(id="destroy")
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#keep").focus()

    def draw(self) -> None:
        person = self.home.name_shown(self._dossier.person)
        self.put("#title", self.tr(N_("Destroy this dossier?")))
        words = N_("{person}: answers, notes and profiles will become unreadable, for you too.")
        self.put("#words", self.tr(words, person=person))
        self.query_one("#keep", Verb).say(self.tr(N_("Keep")))
        self.query_one("#destroy", Verb).say(self.tr(N_("Destroy this dossier")))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "destroy":
            self._destroy()
        else:
            self.action_back()

    def action_back(self) -> None:
        if not self.busy:  # two presses may come at once
            self.home.pop_screen()

    def _destroy(self) -> None:
        from progpro_tui.tui.screens.home import HomeScreen

        behind, home = self._behind(), self.home

        def destroyed(said: str) -> None:
            home.go_to(HomeScreen(behind))
            home.notify(clean(said), markup=False)

        # Every backup in reach gets other keys: that takes a while.
        self.derive(lambda: self._certified(erase(home.workspace, self._dossier.id)), destroyed)

    def _certified(self, erased: Erased) -> str:
        """What to tell once it is done, whether or not the certificate could be written."""
        tr = self.home.translator
        try:
            folder = user_documents_path()
            path, _ = write_certificate(self.home.workspace, erased, folder, tr)
        except ProgproError as error:
            words = N_("The dossier was destroyed, but its certificate was not written: {reason}")
            return tr(words, reason=tr(error))
        return tr(N_("The dossier was destroyed. The certificate: {path}"), path=str(path))

    def _behind(self) -> str:
        """The dossier on the row behind this one, or before it where none is."""
        ids = [dossier.id for dossier in self.home.workspace.dossiers.all()[0]]
        if self._dossier.id not in ids:
            return ""
        place = ids.index(self._dossier.id)
        return next(iter([*ids[place + 1 :], *reversed(ids[:place])]), "")
