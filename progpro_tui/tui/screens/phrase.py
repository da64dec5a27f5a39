"""A passphrase is given: seven words drawn, and three of them typed to show that they are noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from progpro_tui.core.text import N_
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import padded
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.passphrases import ASKED, Drawn, draw

GAP = 3

Then: TypeAlias = Callable[[DerivingScreen, str], object]
"""What comes once a phrase is noted: told on the screen that it was chosen on."""


class PhraseScreen(DerivingScreen):
    """``step`` is what the bar says, ``then`` what comes once the phrase is noted.

    ``practice`` is the name of the practice, which no phrase may live on.
    """

    LEAD: ClassVar[str] = N_("Your passphrase: seven words, drawn at random for you.")
    KEEP: ClassVar[str] = N_(
        "Write it on paper, now, and put it away from the office.\n"
        "! Without it and without the recovery code nobody can open your\n"
        "  dossiers again: neither you, nor we."
    )
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Continue")),
        Act("back", ("escape",), N_("Step before")),
    )

    def __init__(self, step: str, then: Then, practice: str) -> None:
        super().__init__()
        self._step, self._then, self.practice = step, then, practice
        self._drawn: Drawn | None = None

    def body(self) -> ComposeResult:
        yield Static(id="lead", markup=False)
        yield Static(id="numbers", markup=False)
        yield Static(id="drawn", markup=False)
        yield Static(id="keep", markup=False)
        yield Static(id="ask", markup=False)
        with Horizontal(id="asked"):
            for place in range(ASKED):
                yield Static(id=f"number-{place}", classes="number", markup=False)
                yield LineInput(id=f"word-{place}", max_length=24)
                yield Static(id=f"mark-{place}", classes="mark", markup=False)
        yield Static(id="said", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="go-on")
            yield Verb(id="draw")
            yield Verb(id="own")

    @property
    def drawn(self) -> Drawn:
        """The phrase that is proposed, in the language that the screen was opened in."""
        if self._drawn is None:
            self._drawn = draw(self.home.translator.language)
        return self._drawn

    def draw(self) -> None:
        drawn = self.drawn
        self.query_one(Bar).say("progpro", self.tr(self._step))
        self.put("#lead", self.tr(self.LEAD))
        gap = " " * GAP
        numbers = (padded(str(place), len(word)) for place, word in enumerate(drawn.words, 1))
        self.put("#numbers", gap.join(numbers))
        self.put("#drawn", gap.join(drawn.words))
        self.put("#keep", self.tr(self.KEEP), lines=True)
        one, two, three = (str(place + 1) for place in drawn.asked)
        ask = N_("To check, type words {one}, {two} and {three} (accents do not count):")
        self.put("#ask", self.tr(ask, one=one, two=two, three=three))
        for place, asked in enumerate(drawn.asked):
            self.put(f"#number-{place}", str(asked + 1))
        self._mark()
        self.query_one("#go-on", Verb).say(self.tr(N_("Continue")))
        self.query_one("#draw", Verb).say(self.tr(N_("Draw seven others")))
        self.query_one("#own", Verb).say(self.tr(N_("A phrase of my own")))

    def _mark(self) -> None:
        for place in range(ASKED):
            self.put(f"#mark-{place}", "●" if self._fits(place) else "○")

    def _fits(self, place: int) -> bool:
        return self.drawn.fits(self.drawn.asked[place], self._field(place).value)

    def _field(self, place: int) -> Input:
        return self.query_one(f"#word-{place}", Input)

    def on_input_changed(self) -> None:
        if not self.busy:
            self.put("#said", "")
        self._mark()

    def on_input_submitted(self) -> None:
        self.action_go_on()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "draw":
            self._draw_again()
        elif event.button.id == "own":
            self._own()
        else:
            self.action_go_on()

    def _draw_again(self) -> None:
        self._drawn = None
        for place in range(ASKED):
            self._field(place).value = ""
        self.redraw()
        self._field(0).focus()

    def _own(self) -> None:
        from progpro_tui.tui.screens.own_phrase import OwnPhraseScreen

        self.home.push_screen(OwnPhraseScreen(self._step, self._then, self.practice))

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_go_on(self) -> None:
        """On to the next step, or to the first word that is not there yet."""
        missing = next((place for place in range(ASKED) if not self._fits(place)), None)
        if missing is None:
            self._then(self, self.drawn.phrase)
            return
        field = self._field(missing)
        if field.value.strip():
            words = N_("This is not word {n} of the phrase. Look at it again.")
            self.refuse(self.tr(words, n=self.drawn.asked[missing] + 1))
        field.focus()
