"""One thing to place, on a wheel or a life line: what both have in common."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from progpro_tui.core.answers import Given
from progpro_tui.core.scale_steps import Place
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.broad import BroadView, room_of, set_height
from progpro_tui.tui.steps.room import TALL
from progpro_tui.tui.steps.ways import Ways

AROUND = 5
"""Rows of the subject (2), of the line that says what keys do (1), of the ways not to answer (2)."""

ABOVE_WHEN_TALL = 1
"""An empty row above the drawing on a tall screen."""


class PlaceView(BroadView):
    """Nothing is proposed: without a ``value``, Enter answers nothing.

    Subclasses give the drawing, and how it is told apart from theirs by ``fits``.
    """

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('proceed')", ("enter",), N_("Continue")),
        Act("screen.back", ("backspace",), N_("Back")),
        Act("screen.step('ten')", ("end",), N_("10")),
        Act("screen.step('most')", ("end",), N_("To the top")),
        Act("screen.step('least')", ("home",), N_("To the bottom"), shown=False),
        Act("screen.forward", ("pagedown",), N_("Next"), shown=False),
    )

    BELOW: ClassVar[int] = 0
    """Empty rows below the drawing."""

    def __init__(self) -> None:
        super().__init__()
        self.value: int | None = None
        self.tr, self.plain = Translator("en"), False

    @property
    def place(self) -> Place:
        """The step that is shown."""
        assert isinstance(self.step, Place)
        return self.step

    # -- what a subclass gives --------------------------------------------------------------------

    def drawing(self) -> Widget:
        """The widget that draws, and takes the arrows."""
        raise NotImplementedError

    def draw(self, room: Size) -> None:
        """Draw what stands around, with the value as it is."""
        raise NotImplementedError

    def subject(self) -> str:
        """What is placed."""
        raise NotImplementedError

    def legend(self) -> str:
        """The words of both ends, and of the marks."""
        raise NotImplementedError

    def guidance(self) -> str:
        """What keys do before there is a value."""
        raise NotImplementedError

    def value_words(self, value: int) -> str:
        """A value as the drawing has it."""
        return self.tr(self.place.value_in_words(value))

    # -- what every view does ---------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Static(id="subject", markup=False)
        yield Static(id="ask", markup=False)
        yield self.drawing()
        yield Static(id="legend", markup=False)
        yield Static(id="hint", markup=False)
        yield Ways()

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Place)
        kept = given.answer if given else None
        if not self.is_on(step):
            self.value = kept if isinstance(kept, int) else None
        self.step, self.tr, self.plain = step, tr, plain
        room = room_of(self)
        asked, legend = tr(step.question, plain=plain), self.legend()
        above = ABOVE_WHEN_TALL if self.app.size.height >= TALL else 0
        left = room.height - AROUND - self.BELOW - above
        for name, words in (("#ask", asked), ("#legend", legend)):
            widget = self.query_one(name, Static)
            rows = max(1, len(wrapped(words, room.width, 2)))
            set_height(widget, rows)
            left -= rows
            show(widget, safe(words))
        show(self.query_one("#subject", Static), safe(self.subject()))
        self.draw(Size(room.width, max(3, left)))
        self.query_one(Ways).show(step, kept, tr, plain)
        self._say()

    def take_focus(self, back: bool = False) -> None:
        self.drawing().focus()

    def can(self, act: str) -> bool:
        if self.step is None:
            return False
        return {"ten": self.place.most == 10, "most": self.place.most != 10}.get(act, True)

    # -- the value --------------------------------------------------------------------------------

    def put(self, value: int) -> None:
        """Place the point, within the bounds."""
        self.value = max(self.place.least, min(value, self.place.most))
        self.redrawn()
        self._say()

    def redrawn(self) -> None:
        """Draw the value anew where it changed."""
        raise NotImplementedError

    def act_proceed(self) -> None:
        if self.value is not None:
            self.answer(self.value)

    def act_ten(self) -> None:
        self.act_most()

    def act_most(self) -> None:
        self.put(self.place.most)

    def act_least(self) -> None:
        self.put(self.place.least)

    def _say(self) -> None:
        said = self.guidance()
        if self.value is not None:
            said = self.tr(N_("Enter keeps {value} and goes on."), value=self.value_words(self.value))
        show(self.query_one("#hint", Static), safe(said))
