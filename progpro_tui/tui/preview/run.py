"""The run of a preview: as the person sees it, and with keys to look through it all."""

from __future__ import annotations

from typing import ClassVar

from progpro_tui.core.answers import Given
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.leading import OPENING
from progpro_tui.core.steps import SHOW, Show, Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.tui import run_words
from progpro_tui.tui.keys import Act
from progpro_tui.tui.preview.profile import PreviewProfile
from progpro_tui.tui.preview.questions import QuestionsScreen
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.tui.steps.step_view import Answered
from progpro_tui.tui.steps.ways import LEAVE_OUT
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.key_bar import Hint
from progpro_tui.workspace.rehearsals import Answers, Rehearsal

WIDE = 120
"""Columns from which the footer holds every key."""


class PreviewRun(RunScreen):
    """A rehearsal, with a bar that says that it is one."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("proceed", ("enter",), N_("Begin")),
        Act("next", ("pagedown",), N_("Forward"), first=True),
        Act("previous", ("pageup",), N_("Back"), shown=False, first=True),
        Act("questions", ("f4",), N_("Questions")),
        Act("sample", ("f8",), N_("Profile")),
        Act("wording", ("f2",), N_("Plain words")),
        Act("app.quit", ("escape", "ctrl+q"), N_("Quit")),
        Act("back", ("left", "backspace"), N_("Back"), shown=False),
        Act("forward", ("right",), N_("Next"), shown=False),
        *LEAVE_OUT,
    )

    def __init__(self, rehearsal: Rehearsal, file: str) -> None:
        super().__init__(rehearsal.sitting)
        self.rehearsal = rehearsal
        self._file = file
        self.add_class("-preview")

    async def take(self, rehearsal: Rehearsal, said: Words) -> None:
        """Go on with another reading of the file, where this one stood."""
        self.rehearsal = rehearsal
        self._said = ("● ", said)
        await self._come()

    async def _come(self, back: bool = False) -> None:
        """Show the step where the rehearsal stands, drawn anew: its words may be others."""
        self.sitting = self.rehearsal.sitting
        self.view = None
        await self._next_step(back)

    saved = staticmethod(run_words.noted_words)

    # -- words ------------------------------------------------------------------------------------

    def draw(self) -> None:
        super().draw()
        self.query_one(Bar).say(self.tr(N_("Preview › {file}"), file=self._file), self._where())

    def _where(self) -> str:
        step = self.sitting.step
        if isinstance(step, Show):
            name = step.id.removeprefix(SHOW)
            return self.tr(N_("Instructions")) if step.id == OPENING else name
        return step.id if step is not None else ""

    def _given(self, step: Step) -> Given | None:
        # What was made up to go past a question is not shown as an answer to it.
        return None if step.id in self.rehearsal.invented else super()._given(step)

    # -- steps ------------------------------------------------------------------------------------

    def afresh(self, said: Words) -> RunScreen:
        return PreviewRun(self.rehearsal, self._file)

    async def _next_step(self, back: bool = False) -> None:
        """After the last step: the profile, over the last one."""
        if self.sitting.step is None and self.sitting.administration.back():
            self.show_profile("own")
        await super()._next_step(back)

    async def _save(self, event: Answered) -> bool:
        saved = await super()._save(event)
        if saved:
            self.rehearsal.invented.discard(event.step.id)
        return saved

    def show_profile(self, answers: Answers, number: int = 0) -> None:
        """Open the profile of somebody’s answers."""
        try:
            profile = PreviewProfile(self.rehearsal, self._file, answers, number)
        except ProgproError as error:
            self._said = ("× ", error)
            self.redraw()
            return
        self.home.push_screen(profile)

    # -- keys -------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"hand_over", "note", "pause"}:
            return False
        if action == "previous":
            action = "back"
        return super().check_action(action, parameters)

    def hints(self) -> list[Hint]:
        """A narrow footer shows what is looked for most; the help says the rest."""
        hints = super().hints()
        begins = any(hint.action == "proceed" for hint in hints)
        spare = ("next",) if begins else ()
        if self.app.size.width < WIDE:
            spare = (*spare, "app.other_language", "questions")
        return [hint for hint in hints if hint.action not in spare]

    async def action_next(self) -> None:
        if self.busy:
            return
        self._said = None
        await self.keep_unsaved()
        try:
            self.rehearsal.next()
        except ProgproError as error:
            self._said = ("× ", error)
        await self._come()

    async def action_previous(self) -> None:
        if self.busy:
            return
        await self.keep_unsaved()
        if self.sitting.administration.back():
            self._said = None
            await self._come(back=True)

    def action_sample(self) -> None:
        self.show_profile("random")

    def action_questions(self) -> None:
        now = self.sitting.step.id if self.sitting.step is not None else ""
        self.home.push_screen(QuestionsScreen(self.rehearsal.questions, now, self._go))

    def _go(self, step_id: str) -> None:
        found = self.rehearsal.go(step_id)
        words = N_("No answers were found that lead to “{id}”.")
        self._said = None if found else ("! ", message(words, id=step_id))
        self.call_next(self._come)
