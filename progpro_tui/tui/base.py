"""What every screen shares: its bar, its keys, its words in the language of the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from progpro_tui.core.clean import clean
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, Filled, Message, Param, Text
from progpro_tui.tui.keys import EVERYWHERE, HELP, LANGUAGE, PRESS, Act, bindings
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.spot import Spot
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.key_bar import Hint, KeyBar
from progpro_tui.tui.widgets.verb import Verb

if TYPE_CHECKING:
    from progpro_tui.tui.app import ProgproApp


READ_ONLY = N_("! Read only")
"""Said in the bar of every screen, while another window has the practice."""


class BaseScreen(Screen[None]):
    """A screen of the program. Subclasses give ``ACTS``, ``body`` and ``draw``."""

    ACTS: ClassVar[tuple[Act, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EVERYWHERE))
    LEAST: tuple[int, int] = (80, 24)
    """Columns and rows below which the screen says so, and shows nothing else."""

    OPAQUE: ClassVar[bool] = False
    """Whether the screen has no bar, as in the beneficiary's mode."""

    MAY_COPY: ClassVar[bool] = False
    """Whether the clipboard of the system may get what stands here: nothing of a person does."""
    busy: bool = False
    """Whether keys are dropped, because what the last one began is still under way."""

    under_way: bool = False
    """Whether something goes on here that had better be awaited."""

    _focused_before: Widget | None = None

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = list(bindings(cls.ACTS))
        super().__init_subclass__()

    @property
    def home(self) -> ProgproApp:
        """The app, by its own type."""
        return cast("ProgproApp", self.app)

    @property
    def allow_select(self) -> bool:
        """Whether the mouse may mark text, to be copied."""
        return self.home.may_copy

    def spot(self) -> Spot | None:
        """Where this screen is, for whoever unlocks the practice again; none where it is passed by."""
        return None

    async def keep_unsaved(self) -> bool:
        """Before one goes elsewhere, or the practice is locked: what stands unsaved is saved, or this
        screen says why it is not.
        """
        return True

    # -- words ----------------------------------------------------------------------------------

    def tr(
        self,
        words: str | tuple[str, str] | Message | Text | Filled | ProgproError,
        /,
        *,
        plain: bool = False,
        **params: Param,
    ) -> str:
        """The words in the language of the interface."""
        return self.home.translator(words, plain=plain, **params)

    def put(self, selector: str, words: str | Content, lines: bool = False) -> None:
        """Show words in a widget, cleaned."""
        content = words if isinstance(words, Content) else safe(words, lines=lines)
        show(self.query_one(selector, Static), content)

    def draw(self) -> None:
        """Put every word of the screen in its place, in the language of the moment."""

    def redraw(self) -> None:
        """Draw again after anything changed: language, size, what is shown."""
        if self.is_mounted and self.is_attached and self.query(KeyBar):
            self.draw()
            if not self.OPAQUE:
                self.query_one(Bar).warn(self.tr(READ_ONLY) if self.home.workspace.vault.frozen else "")
            self.query_one(KeyBar).say(self.hints())
            self._measure()

    # -- composition ----------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        if not self.OPAQUE:
            yield Bar()
        with Vertical(id="body"):
            yield from self.body()
        yield KeyBar()
        yield Static(id="too-small", markup=False)

    def body(self) -> ComposeResult:
        """The widgets between the bar and the footer."""
        yield from ()

    def on_mount(self) -> None:
        self.redraw()

    def on_screen_resume(self) -> None:
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        self.redraw()

    @property
    def too_small(self) -> bool:
        """Whether the window does not hold this screen."""
        return any(size < least for size, least in zip(self.app.size, self.LEAST, strict=True))

    def _measure(self) -> None:
        small = self.too_small
        if small is not self.has_class("-too-small"):
            self.set_class(small, "-too-small")
            if small:
                # Without a focus no field takes keys either: nobody answers what cannot be seen.
                self._focused_before = self.focused
                self.set_focus(None)
            else:
                self.refocus()
        if not small:
            return
        width, height = self.app.size
        least_width, least_height = self.LEAST
        self.put(
            "#too-small",
            self.tr(
                N_(
                    "Please make the window larger.\n"
                    "It is {width} × {height}; {least_width} × {least_height} are needed."
                    " Nothing is lost."
                ),
                width=width,
                height=height,
                least_width=least_width,
                least_height=least_height,
            ),
            lines=True,
        )

    def refocus(self) -> None:
        """Give the focus back, after the window has grown again."""
        before = self._focused_before
        if before is not None and before.is_attached:
            self.set_focus(before)
        else:
            self.focus_next()

    # -- keys -----------------------------------------------------------------------------------

    def acts(self) -> Iterable[Act]:
        """What keys do here now, in the order of the footer."""
        return (*self.ACTS, LANGUAGE, HELP)

    def hints(self) -> list[Hint]:
        """The footer in the language of the moment. A key stands there once, with what it does now."""
        hints: list[Hint] = []
        taken: set[str] = set()
        for act in self.acts():
            if act.shown and act.keys[0] not in taken and self.allows(act):
                hints.append(Hint(self.tr(act.key), clean(self.act_words(act)), act.action))
                taken |= set(act.keys)
        return hints

    def keyless(self) -> Iterable[tuple[str, Callable[[], object]]]:
        """What can be done here and has no key, only a place among the commands: its words, and it."""
        return ()

    def allows(self, act: Act) -> bool:
        """Whether this act does anything here and now."""
        holder = self.app if act.action.startswith("app.") else self
        return bool(holder.check_action(act.name, act.parameters))

    def act_words(self, act: Act) -> str:
        """The words of one act; a screen may say them more precisely."""
        if act.name == "mask" and self.home.masked:
            return self.tr(N_("Show"))
        return self.tr(act.words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.has_class("-too-small") and action != "back":
            return False
        return super().check_action(action, parameters)


class BaseDialog(BaseScreen, ModalScreen[None]):
    """A dialog over a counsellor's screen. Its footer says what the button does that has the focus."""

    OPAQUE = True

    def acts(self) -> Iterable[Act]:
        return (PRESS, *super().acts()) if isinstance(self.focused, Verb) else super().acts()

    def act_words(self, act: Act) -> str:
        verb = self.focused
        return verb.words if act is PRESS and isinstance(verb, Verb) else super().act_words(act)

    def on_descendant_focus(self) -> None:
        self.query_one(KeyBar).say(self.hints())

    def action_press(self) -> None:
        if isinstance(self.focused, Verb):
            self.focused.press()
