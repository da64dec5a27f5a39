"""The end of a run: what was passed, then thanks. No result appears here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, NN_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.runs import Sitting

GO_ON = Act("go_on", ("enter",), N_("Finish"))
BACK = Act("back", ("left", "backspace"), N_("Back"))
GIVE_BACK = Act("give_back", ("f5",), N_("Give back"))
PAUSE = Act("pause", ("escape",), N_("Pause"))


class DoneScreen(BaseScreen):
    """First « finish, or go back to what was passed? », then « It is finished. Thank you. »"""

    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (GO_ON, BACK, GIVE_BACK, PAUSE)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._finished = bool(sitting.record.finished)

    def acts(self) -> Iterable[Act]:
        if not self._finished:
            hidden = {GIVE_BACK}
        elif self.home.handed:
            hidden = {GO_ON, BACK, PAUSE}
        else:
            hidden = {GIVE_BACK, BACK, PAUSE}
        return (act for act in super().acts() if act not in hidden)

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)
        with Horizontal(classes="verbs block"):
            yield Verb(id="go-on")
            yield Verb(id="other")
        yield Static(id="said", classes="block", markup=False)

    def draw(self) -> None:
        passed = len(self._sitting.administration.passed)
        go_on, other = self.query_one("#go-on", Verb), self.query_one("#other", Verb)
        other.display = not self._finished
        if self._finished:
            self.put("#words", self.tr(N_("It is finished. Thank you.")))
            back, see = N_("Give the keyboard back"), N_("See the profile")
            go_on.say(self.tr(back if self.home.handed else see))
            return
        if passed:
            words = NN_(
                "{n} question was passed: go back to it, or finish?",
                "{n} questions were passed: go back to them, or finish?",
            )
            self.put("#words", self.tr(words, n=passed))
            other.say(self.tr(N_("Go back to what was passed")))
        else:
            self.put("#words", self.tr(N_("Every question has its answer. Finish?")))
            other.say(self.tr(N_("See the last answer again")))
        go_on.say(self.tr(N_("Finish")))

    def act_words(self, act: Act) -> str:
        if act is GO_ON and self._finished:
            return self.tr(N_("See the profile"))
        return super().act_words(act)

    # -- keys -----------------------------------------------------------------------------------

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "go-on":
            self.action_go_on()
        else:
            self._revisit()

    def action_go_on(self) -> None:
        if not self._finished:
            self._finish()
        elif self.home.handed:
            self.action_give_back()
        else:
            self._see_profile()

    def _finish(self) -> None:
        try:
            self._sitting.finish()
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            return
        self._finished = True
        self.redraw()
        self.query_one("#go-on").focus()

    def _see_profile(self) -> None:
        sitting = self._sitting
        try:
            self.home.leave_run(sitting.dossier_id)
            self.home.show_profile(sitting.dossier_id, sitting.record)
        except ProgproError as error:
            self.home.stop_at(error, final=False)

    def _revisit(self) -> None:
        passed = self._sitting.administration.passed
        if passed:
            self._sitting.administration.go_to(passed[0].id)
            self._return(self._sitting.administration.next_passed)
        else:
            self.action_back()

    def action_back(self) -> None:
        if not self._finished and self._sitting.administration.back():
            self._return()

    def _return(self, then: Callable[[], None] | None = None) -> None:
        from progpro_tui.tui.screens.run import RunScreen

        self.home.switch_screen(RunScreen(self._sitting, then=then))

    def action_pause(self) -> None:
        from progpro_tui.tui.screens.pause import PauseScreen

        if not self._finished:
            self.home.push_screen(PauseScreen(self._sitting))

    def action_give_back(self) -> None:
        from progpro_tui.tui.screens.code import CodeScreen

        if self.home.handed and self._finished:
            self.home.push_screen(CodeScreen(self._sitting))
