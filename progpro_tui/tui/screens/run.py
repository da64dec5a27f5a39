"""The run: one step at a time. Calm for the beneficiary, with a bar for the counsellor."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from progpro_tui.core.answers import MISSING_WORDS, Answer, Missing
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.steps import SEEN, Rate, Show, Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.key_bar import Hint
from progpro_tui.tui.widgets.rate_view import WAYS, RateView
from progpro_tui.tui.widgets.show_view import ShowView
from progpro_tui.tui.widgets.step_view import Answered, StepView
from progpro_tui.workspace.runs import Sitting

LEFT_OUT = tuple(
    (way, (key, "s") if way is Missing.SKIPPED else (key,), words) for key, way, words in WAYS
)
"""The keys of the three ways not to answer; `s` skips too, as in *skip*."""

IDLE_SECONDS = 180
"""Without a key for so long, the beneficiary's run pauses by itself."""

CHANGED = N_("The plugin of this questionnaire has changed since: the profile may depend on it.")

NOT_SAVED = N_("Not saved. Call the person who accompanies you.")
"""What the beneficiary reads where the store fails: mending it is not theirs."""


class RunScreen(BaseScreen):
    """The present step of a sitting, how far it is, and what was saved last."""

    LEAST = (60, 20)
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("proceed", ("enter",), N_("Begin")),
        Act("back", ("left", "backspace"), N_("Back")),
        Act("forward", ("right",), N_("Next")),
        Act("hand_over", ("f5",), N_("Hand over")),
        Act("wording", ("f2",), N_("Plain words")),
        Act("pause", ("escape",), N_("Pause")),
        *(Act(f"leave_out('{way.value}')", keys, words, shown=False) for way, keys, words in LEFT_OUT),
    )

    def __init__(self, sitting: Sitting, resumed: bool = False, revisiting: bool = False) -> None:
        super().__init__()
        self._sitting = sitting
        self._said: tuple[str, Words | ProgproError] | None = None
        self._resumed = resumed
        self._revisiting = revisiting
        """Whether one goes from one passed question to the next."""
        self._view: StepView | None = None
        self._idle: Timer | None = None
        self.busy = True
        """Whether keys are dropped: from an answer until the step after it is painted."""

    def body(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield Static(id="title", markup=False)
            yield Static(id="count", markup=False)
        yield Static(id="progress", markup=False)
        yield Vertical(id="step")
        yield Static(id="said", markup=False)
        yield Static(id="latest", markup=False)

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        self._sitting.show()  # a pause is not the time of a question
        self._watch()

    def on_mount(self) -> None:
        self.set_class(self.home.handed, "-person")
        if self._resumed:
            self._said = self._welcome_back()
        self.redraw()
        self.call_next(self._next_step)
        self._watch()

    def _watch(self) -> None:
        """Begin to wait for the next key anew."""
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.set_timer(IDLE_SECONDS, self._pause_when_idle)

    def _pause_when_idle(self) -> None:
        """Nobody answers: what stands on the screen is not for whoever passes by."""
        if self.home.handed and self.is_current:
            self.action_pause()

    def _welcome_back(self) -> tuple[str, Words]:
        if not self.home.handed and self._sitting.plugin_changed:
            # The profile could come out otherwise: the counsellor decides whether to go on.
            return "! ", message(CHANGED)
        return "", message(N_("You were at question {n}."), n=self._sitting.number)

    # -- words ----------------------------------------------------------------------------------

    def draw(self) -> None:
        sitting = self._sitting
        asking = sitting.step is not None and sitting.step.asks
        count = self.tr(N_("{n} of {total}"), n=sitting.number, total=sitting.total)
        title = self.tr(sitting.record.title)
        self.put("#title", title if asking else "")
        self.put("#count", count if asking else "")
        self.put("#progress", self._line() if asking else "")
        glyph, said = self._said or ("", "")
        # One row of fixed height, but for what must be read whole.
        self.query_one("#said").set_class(glyph in {"× ", "! "}, "-problem")
        self.put("#said", f"{glyph}{self.tr(said)}")
        if not self.home.handed:
            person = self.home.name_shown(sitting.person)
            saved = "" if glyph == "× " else f"  ● {self.tr(N_('saved'))}"
            self.query_one(Bar).say(f"{person} › {title}", f"{count}{saved}" if asking else "")
            self.put("#latest", self._latest() if asking else "", lines=True)
        if self._view is not None and sitting.step is not None:
            given = sitting.administration.given(sitting.step.id)
            self._view.show(sitting.step, given, self.home.translator, self.home.plain)

    def _line(self) -> str:
        width = min(64, self.size.width - 6) if self.home.handed else self.size.width - 6
        done = round(width * self._sitting.answered / max(1, self._sitting.total))
        return "═" * done + "─" * (width - done)

    def _latest(self) -> str:
        """The last answers, newest first: where the counsellor looks when the person hesitates."""
        administration = self._sitting.administration
        steps = [s for s in administration.path[: administration.position] if isinstance(s, Rate)]
        lines = [f"── {self.tr(N_('Last answers'))} " + "─" * 48] if steps else []
        for step in reversed(steps[-(4 if self.app.size.height < 32 else 12) :]):
            given = administration.given(step.id)
            if given is not None:
                words = self.tr(step.item, plain=self.home.plain)
                answer = self.tr(self._answer_words(step, given.answer), plain=self.home.plain)
                lines.append(f"{answer}  ·  {words}")
        return "\n".join(lines)

    def _answer_words(self, step: Step, answer: Answer) -> Words:
        if isinstance(answer, Missing):
            # The person reads what they chose; the counsellor, what it means.
            words = {missing: label for _, missing, label in WAYS}
            return message((words if self.home.handed else MISSING_WORDS)[answer])
        assert isinstance(step, Rate)
        return next(r.label for r in step.responses if r.value == answer)

    def act_words(self, act: Act) -> str:
        if act.action == "wording" and self.home.plain:
            return self.tr(N_("Usual words"))
        return super().act_words(act)

    # -- steps ----------------------------------------------------------------------------------

    async def _next_step(self) -> None:
        """Bring the present step on the screen; after the last one, the end."""
        step = self._sitting.step
        if step is None:
            from progpro_tui.tui.screens.done import DoneScreen

            self.home.switch_screen(DoneScreen(self._sitting))
            return
        if self._view is None or not _fits(self._view, step):
            holder = self.query_one("#step", Vertical)
            await holder.remove_children()
            self._view = _view_of(step)
            await holder.mount(self._view)
            if not self.is_attached:  # left meanwhile: nothing to show any more
                return
        self.redraw()
        self._view.take_focus()
        self._sitting.show()
        self.call_after_refresh(self._ready)

    def _ready(self) -> None:
        self.busy = False

    async def on_answered(self, event: Answered) -> None:
        """Save the answer, then go on. Keys typed before the next step is painted are dropped."""
        event.stop()
        self._watch()
        if self.busy or event.step is not self._sitting.step:
            return
        self.busy = True
        number = self._sitting.number
        save = partial(
            self._sitting.answer,
            event.answer,
            language=self.home.translator.language,
            plain=self.home.plain,
            by="person" if self.home.handed else "counsellor",
            final=event.final,
        )
        try:
            await asyncio.get_running_loop().run_in_executor(self.home.writer, save)
        except ProgproError as error:
            self._said = ("× ", message(NOT_SAVED) if self.home.handed else error)
            self.redraw()
            self._ready()
            return
        self._said = self._saved(event.step, event.answer, number)
        if self._revisiting:
            self._sitting.administration.next_passed()
        await self._next_step()

    def _saved(self, step: Step, answer: Answer, number: int) -> tuple[str, Words] | None:
        if isinstance(step, Show):
            return None
        words = self._answer_words(step, answer)
        return "● ", message(N_("Answer {n} saved: {answer}"), n=number, answer=words)

    # -- keys -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "hand_over" and self.home.handed:
            return False
        if action == "proceed" and not isinstance(self._sitting.step, Show):
            return False
        administration = self._sitting.administration
        if action == "forward" and administration.position >= administration.frontier:
            return False
        if action == "leave_out" and not (self._sitting.step and self._sitting.step.takes):
            return False
        if action == "back" and administration.position == 0:
            return False
        return super().check_action(action, parameters)

    def hints(self) -> list[Hint]:
        """Handing over waits in the help where the footer has more to show."""
        hints = super().hints()
        full = {"proceed", "forward"} & {hint.action for hint in hints}
        return [hint for hint in hints if not (full and hint.action == "hand_over")]

    def on_key(self, event: events.Key) -> None:
        self._watch()
        if self._view is None or self.busy or self.has_class("-too-small"):
            return
        if self._view.key(event.key):
            event.stop()

    def action_proceed(self) -> None:
        if self._sitting.step is not None:
            self.post_message(Answered(self._sitting.step, SEEN))

    async def action_back(self) -> None:
        if not self.busy and self._sitting.administration.back():
            self._said = None
            await self._next_step()

    async def action_forward(self) -> None:
        if not self.busy and self._sitting.administration.forward():
            self._said = None
            await self._next_step()

    def action_leave_out(self, way: str) -> None:
        if self._view is not None and not self.busy:
            self._view.leave_out(Missing(way))

    def action_wording(self) -> None:
        self.home.plain = not self.home.plain
        self.redraw()

    def action_pause(self) -> None:
        from progpro_tui.tui.screens.pause import PauseScreen

        self.home.push_screen(PauseScreen(self._sitting))

    def action_hand_over(self) -> None:
        from progpro_tui.tui.screens.hand_over import HandOverScreen

        if not self.home.handed:
            self.home.push_screen(HandOverScreen(self._sitting))


def _view_of(step: Step) -> StepView:
    if isinstance(step, Rate):
        return RateView(len(step.responses))
    if isinstance(step, Show):
        return ShowView()
    raise TypeError(f"no widget for {type(step).__name__}")


def _fits(view: StepView, step: Step) -> bool:
    if isinstance(view, RateView):
        return isinstance(step, Rate) and view.points == len(step.responses)
    return isinstance(view, ShowView) and isinstance(step, Show)
