"""The run: one step at a time. Calm for the beneficiary, with a bar for the counsellor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from progpro_tui.core.answers import Given, Missing
from progpro_tui.core.errors import AnswerRefused, ProgproError
from progpro_tui.core.leading import still_taken
from progpro_tui.core.steps import SEEN, Show, Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.tui import idle, run_words
from progpro_tui.tui.covered import CoveredScreen
from progpro_tui.tui.keys import NOTE, Act, own_first
from progpro_tui.tui.spot import Spot
from progpro_tui.tui.steps.step_view import CALM, RUN_LEAST, Answered, StepView
from progpro_tui.tui.steps.ways import LEAVE_OUT
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.key_bar import Hint
from progpro_tui.workspace.runs import Sitting

Then: TypeAlias = Callable[[], None] | None
Said: TypeAlias = tuple[str, Words | ProgproError] | None


class RunScreen(CoveredScreen):
    """The present step of a sitting, how far it is, and what was saved last."""

    LEAST = RUN_LEAST
    AUTO_FOCUS = ""  # the step gives the focus, and none while the window is too small
    saved = staticmethod(run_words.saved_words)
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("proceed", ("enter",), N_("Begin")),
        Act("back", ("left", "backspace"), N_("Back")),
        Act("forward", ("right",), N_("Next")),
        Act("hand_over", ("f5",), N_("Hand over")),
        Act("wording", ("f2",), N_("Plain words")),
        Act("pause", ("escape",), N_("Pause")),
        NOTE,
        *LEAVE_OUT,
    )

    def __init__(
        self, sitting: Sitting, resumed: bool = False, then: Then = None, said: Said = None
    ) -> None:
        super().__init__()
        self.sitting = sitting
        self._said = said
        self._resumed = resumed
        self._then = then
        """Where an answer leads, where that is not the next step."""
        self.view: StepView | None = None
        self._idle = idle.Idle(self, self._pause_when_idle)
        self._refused = False
        """Whether the disk refused what was answered last."""
        self.busy = True  # from an answer until the step after it is painted

    def body(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield Static(id="title", markup=False)
            yield Static(id="count", markup=False)
        yield Static(id="progress", markup=False)
        yield Vertical(id="step")
        yield Static(id="said", markup=False)
        yield Static(id="latest", markup=False)

    def spot(self) -> Spot:
        return Spot("run", self.sitting.dossier_id, self.sitting.record.id)

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        self.sitting.show()  # a pause is not the time of a question
        self._idle.watch(idle.SECONDS)
        if self.sitting.step is None:
            self.call_next(self._next_step)

    def on_mount(self) -> None:
        self.set_class(self.home.handed, "-person")
        if self._resumed:
            self._said = run_words.welcome_back(self.sitting, self.home.handed)
        self.redraw()
        self.call_next(self._next_step)
        self._idle.watch(idle.SECONDS)

    async def _pause_when_idle(self) -> None:
        """Nobody answers: what stands on the screen is not for whoever passes by."""
        if self.home.handed and self.is_active:
            await self.action_pause()

    # -- words ----------------------------------------------------------------------------------

    def draw(self) -> None:
        sitting = self.sitting
        asking = sitting.step is not None and sitting.step.asks
        count = self.tr(sitting.count_words)
        title = self.tr(sitting.record.title)
        self.put("#title", title if asking else "")
        self.put("#count", count if asking else "")
        self.put("#progress", run_words.progress_line(sitting, self._line_width) if asking else "")
        glyph, said = self._said or ("", "")
        # One row of fixed height, but for what must be read whole.
        self.query_one("#said").set_class(glyph in {"× ", "! "}, "-problem")
        self.put("#said", f"{glyph}{self.tr(said, plain=self.home.plain)}")
        if not self.home.handed:
            person = self.home.name_shown(sitting.person)
            unsaved = glyph == "× " or self.home.workspace.vault.frozen
            saved = "" if unsaved else f"  ● {self.tr(N_('saved'))}"
            self.query_one(Bar).say(f"{person} › {title}", f"{count}{saved}" if asking else "")
            most = 4 if self.app.size.height < 32 else 12
            latest = run_words.latest_lines(sitting, self.home.translator, self.home.plain, most)
            self.put("#latest", latest if asking else "", lines=True)
        # An answer may be chosen from the list of them: the step is then another, its widget to come.
        step = self.home.displays.shown(self.sitting.step)
        if self.view is not None and step is not None and self.view.fits(step):
            self.view.show(step, self._given(step), self.home.translator, self.home.plain)

    def _given(self, step: Step) -> Given | None:
        return still_taken(step, self.sitting.administration.given(step.id))

    @property
    def _line_width(self) -> int:
        most = self.view.WIDEST if self.view is not None and self.view.BROAD else CALM
        room = self.size.width - 6
        return min(most, room) if self.home.handed else room

    def act_words(self, act: Act) -> str:
        if act.action == "wording" and self.home.plain:
            return self.tr(N_("Usual words"))
        return (self.view.act_words(act) if self.view is not None else "") or super().act_words(act)

    # -- steps ----------------------------------------------------------------------------------

    def afresh(self, said: Words) -> RunScreen:
        """Another screen for the same run, where this one is broken."""
        return RunScreen(self.sitting, said=("! ", said))

    async def _next_step(self, back: bool = False) -> None:
        """Bring the present step on the screen; after the last one, the end."""
        step = self.home.displays.shown(self.sitting.step)
        if step is None:
            if self.is_active:  # else once what stands over it is closed
                self.home.show_end(self.sitting)
            return
        if self.view is None or not self.view.fits(step):
            holder = self.query_one("#step", Vertical)
            await holder.remove_children()
            self.view, failed = self.home.displays.view(step)
            self._said = ("! ", failed) if failed else self._said
            self.LEAST = self.view.LEAST
            self.set_class(self.view.BROAD, "-broad")
            await holder.mount(self.view)
            if not self.is_attached:  # left meanwhile: nothing to show any more
                return
        self.redraw()
        self.refocus(back)
        self.sitting.show()
        self.call_after_refresh(self._ready)

    def refocus(self, back: bool = False) -> None:
        if self.view is not None and not self.too_small:
            self.view.take_focus(back)

    def _ready(self) -> None:
        self.busy = False

    async def on_answered(self, event: Answered) -> None:
        """Save the answer, then go on. Keys typed before the next step is painted are dropped.

        A draft is saved and nothing else; it may make the path anew, so steps are known by their id.
        """
        event.stop()
        self._idle.watch(idle.SECONDS)
        step = self.sitting.step
        if self.busy or step is None or event.step.id != step.id:
            return
        if not event.final:
            said, self._said = self._said, None
            if await self._save(event) and said:
                self.redraw()
            return
        self.busy = True
        async with self.saving:
            await self._go_on_from(event)

    async def _go_on_from(self, event: Answered) -> None:
        number = self.sitting.number
        if not await self._save(event):
            self._ready()
            return
        words = self.saved(event.step, event.answer, number, self.home.handed)
        self._said = None if words is None else ("● ", words)
        if self._then is not None:
            self._then()
        await self._next_step()

    async def _save(self, event: Answered) -> bool:
        """Make an answer durable; where that fails, say so and stay."""
        save = partial(
            self.sitting.answer,
            event.answer,
            language=self.home.translator.language,
            plain=self.home.plain,
            by="person" if self.home.handed else "counsellor",
            final=event.final,
        )
        try:
            await asyncio.get_running_loop().run_in_executor(self.home.writer, save)
        except AnswerRefused as error:
            self._said = ("! ", error)
        except ProgproError as error:
            self._said = ("× ", message(run_words.NOT_SAVED) if self.home.handed else error)
            self._refused = True
        else:
            self._refused = False
            return True
        self.redraw()
        return False

    async def keep_unsaved(self) -> bool:
        step, view = self.sitting.step, self.view
        draft = view.draft() if view is not None else None
        if step is None or draft is None:
            return not self._refused
        return await self._save(Answered(step, draft, final=False))

    # -- keys -----------------------------------------------------------------------------------

    def acts(self) -> Iterable[Act]:
        own = self.view.ACTS if self.view is not None else ()
        return own_first(own, super().acts())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"hand_over", "note"} and self.home.handed:
            return False
        if action == "proceed" and not isinstance(self.sitting.step, Show):
            return False
        administration, view = self.sitting.administration, self.view
        if action == "step" and not (view and view.can(str(parameters[0]))):
            return False
        if action == "forward" and administration.position >= administration.frontier:
            return False
        if action == "leave_out" and not (view and view.leaves_out(Missing(str(parameters[0])))):
            return False
        if action == "back" and (administration.position == 0 or self.has_class("-too-small")):
            return False
        return super().check_action(action, parameters)

    def hints(self) -> list[Hint]:
        """Handing over waits in the help where the footer has more to show."""
        hints = super().hints()
        full = any(hint.action.startswith(("proceed", "forward", "screen.step")) for hint in hints)
        return [hint for hint in hints if not full or hint.action != "hand_over"]

    def on_key(self, event: events.Key) -> None:
        self._idle.watch(idle.SECONDS)
        if self.view is None or self.busy or self.has_class("-too-small"):
            return
        if self.view.key(event.key):
            event.stop()

    def action_proceed(self) -> None:
        if self.sitting.step is not None:
            self.post_message(Answered(self.sitting.step, SEEN))

    def action_step(self, name: str) -> None:
        if self.view is not None and not self.busy:
            with self.home.guarding(self):
                self.view.act(name)

    async def action_back(self) -> None:
        if self.busy:
            return
        await self.keep_unsaved()
        administration = self.sitting.administration
        if administration.back():
            later = administration.frontier - administration.position > 1
            self._said = ("● ", message(N_("Your later answers are kept."))) if later else None
            await self._next_step(back=True)

    async def action_forward(self) -> None:
        if not self.busy and self.sitting.administration.forward():
            self._said = None
            await self._next_step()

    def action_leave_out(self, way: str) -> None:
        if self.view is not None and not self.busy:
            self.view.leave_out(Missing(way))

    def action_wording(self) -> None:
        self.home.plain = not self.home.plain
        self.redraw()
