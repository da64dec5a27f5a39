"""A passphrase of one's own, typed twice; a weak one is refused with the reason."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from progpro_tui.core.errors import InputError
from progpro_tui.core.passphrase import LONGEST, as_typed, judge
from progpro_tui.core.text import N_
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.phrase import Then
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.verb import Verb


class OwnPhraseScreen(DerivingScreen):
    """Parameters as of :class:`PhraseScreen`."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Continue")),
        Act("show", ("f4",), N_("Show")),
        Act("back", ("escape",), N_("Step before")),
    )

    def __init__(self, step: str, then: Then, practice: str) -> None:
        super().__init__()
        self._step, self._then, self._practice = step, then, practice

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        yield Static(id="advice", markup=False)
        yield Static(id="label", markup=False)
        yield LineInput(id="phrase", password=True, max_length=LONGEST)
        yield Static(id="label-again", markup=False)
        yield LineInput(id="again", password=True, max_length=LONGEST)
        yield Static(id="said", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="go-on")

    def draw(self) -> None:
        self.query_one(Bar).say("progpro", self.tr(self._step))
        self.put("#lead", self.tr(N_("A passphrase of your own.")))
        advice = N_(
            "At least seven different words that nobody would put together,\n"
            "no sentence of a song or a book, nothing of your own life.\n"
            "Accents, capitals and double spaces do not count."
        )
        self.put("#advice", self.tr(advice), lines=True)
        self.put("#label", self.tr(N_("Passphrase")))
        self.put("#label-again", self.tr(N_("Once more")))
        self.query_one("#go-on", Verb).say(self.tr(N_("Continue")))

    def act_words(self, act: Act) -> str:
        if act.action == "show" and self.is_mounted and not self._phrase.password:
            return self.tr(N_("Hide"))
        return super().act_words(act)

    @property
    def _phrase(self) -> Input:
        return self.query_one("#phrase", Input)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value and not self.busy:
            self.put("#said", "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "phrase":
            if self._passes():
                self.query_one("#again").focus()
        else:
            self.action_go_on()

    def on_button_pressed(self) -> None:
        self.action_go_on()

    def action_show(self) -> None:
        for field in self.query(Input):
            field.password = not field.password
        self.redraw()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_go_on(self) -> None:
        again = self.query_one("#again", Input)
        if not self._passes():
            return
        if as_typed(again.value) != as_typed(self._phrase.value):
            if again.value:
                words = N_("The two phrases are not the same. Type the second again.")
                self.refuse(self.tr(words))
            again.value = ""
            again.focus()
            return
        self._then(self, self._phrase.value)

    def _passes(self) -> bool:
        try:
            judge(self._phrase.value, self._practice)
        except InputError as error:
            self.refuse(self.tr(error))
            self._phrase.focus()
            return False
        return True
