"""Pause: an opaque screen. In the beneficiary's mode it leads on, or to the code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from progpro_tui.core.text import N_, NN_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.runs import Sitting

GO_ON = Act("go_on", ("enter",), N_("Resume"))
GIVE_BACK = Act("give_back", ("f5",), N_("Give back"))
ANSWERS = Act("answers", ("v",), N_("See my answers"))
LEAVE = Act("leave", ("d",), N_("Dossier"))


class PauseScreen(BaseScreen):
    """How many answers are safe, and the two ways from here."""

    OPAQUE = True
    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (GO_ON, ANSWERS, GIVE_BACK, LEAVE)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting

    def acts(self) -> Iterable[Act]:
        hidden = {LEAVE if self.home.handed else GIVE_BACK}
        if not self._sitting.answered:
            hidden.add(ANSWERS)
        return (act for act in super().acts() if act not in hidden)

    def body(self) -> ComposeResult:
        yield Static(id="words", classes="block", markup=False)
        with Horizontal(classes="verbs block"):
            yield Verb(id="go-on")
            yield Verb(id="answers")
            yield Verb(id="other")

    def draw(self) -> None:
        words = NN_(
            "You are on a break. Your answer is saved.",
            "You are on a break. Your {n} answers are saved.",
        )
        answered = self._sitting.kept
        if answered:
            self.put("#words", self.tr(words, n=answered))
        else:
            self.put("#words", self.tr(N_("You are on a break.")))
        self.query_one("#go-on", Verb).say(self.tr(N_("Resume")))
        answers = self.query_one("#answers", Verb)
        answers.display = bool(answered)
        answers.say(self.tr(N_("See my answers")))
        other = N_("Give the keyboard back") if self.home.handed else N_("Back to the dossier")
        self.query_one("#other", Verb).say(self.tr(other))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "go-on":
            self.action_go_on()
        elif event.button.id == "answers":
            self.action_answers()
        elif self.home.handed:
            self.action_give_back()
        else:
            self.action_leave()

    def action_go_on(self) -> None:
        self.home.pop_screen()

    def action_answers(self) -> None:
        from progpro_tui.tui.screens.answers import AnswersScreen

        if self._sitting.answered:
            self.home.push_screen(AnswersScreen(self._sitting))

    def action_give_back(self) -> None:
        from progpro_tui.tui.screens.code import CodeScreen

        if self.home.handed:
            self.home.push_screen(CodeScreen(self._sitting))

    def action_leave(self) -> None:
        if not self.home.handed:
            self.home.leave_run(self._sitting.dossier_id)
