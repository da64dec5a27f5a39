"""A moment to place on a life line: higher or lower, among those placed already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from progpro_tui.core.findings import LifeLine
from progpro_tui.core.scale_steps import Place
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.tui.safe import safe, signed
from progpro_tui.tui.steps.broad import set_height
from progpro_tui.tui.steps.place_view import PlaceView
from progpro_tui.tui.widgets.life_line import (
    CURSOR,
    MARGIN,
    POINT,
    UNPLACED,
    YEAR,
    Mark,
    Scale,
    life_line,
    places,
)

TALLEST = 11
"""Rows of a drawing from −5 to +5: one a height."""

LIT = "bold $on-accent on $accent"


class LifeDrawing(Widget, can_focus=True):
    """The line and its moments; arrows and clicks move the current one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "nudge(1)", show=False),
        Binding("down", "nudge(-1)", show=False),
    ]

    def __init__(self, nudged: Callable[[int], None], put: Callable[[int], None]) -> None:
        super().__init__()
        self._nudged, self._put = nudged, put
        self._marks: Sequence[Mark] = ()
        self._scale = Scale(-5, 5, TALLEST)
        self._current = 0
        self._width = 1

    def show(self, marks: Sequence[Mark], current: int, scale: Scale, width: int) -> None:
        """Show these moments on ``width`` cells."""
        self._marks, self._current, self._scale, self._width = marks, current, scale, width
        set_height(self, scale.rows + 1)
        self.refresh()

    def action_nudge(self, by: int) -> None:
        self._nudged(by)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if event.y < self._scale.rows:
            self._put(self._scale.height(event.y))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render(self) -> Content:
        lines = life_line(self._marks, self._scale, self._width, self._current)
        at = places([mark.year for mark in self._marks], self._width)[self._current]
        drawn = [self._row(line, at) for line in lines[:-1]]
        return Content("\n").join([*drawn, self._years(lines[-1])])

    def _row(self, line: str, at: int) -> Content:
        content = safe(line).stylize("$muted", 0, MARGIN).stylize("$line", MARGIN)
        for x, cell in enumerate(line):
            if cell in {POINT, UNPLACED}:
                lit = x == at
                content = content.stylize(LIT if lit and self.has_focus else "bold $accent", x, x + 1)
        return content

    def _years(self, line: str) -> Content:
        content = safe(line)
        start = line.find(CURSOR)
        end = start + 1 + (YEAR if self._marks[self._current].year is not None else 1)
        return content.stylize(LIT if self.has_focus else "bold", start, end)


class LifeLineView(PlaceView):
    """Up and down move the moment's height, Enter continues."""

    def __init__(self) -> None:
        super().__init__()
        self._line = LifeDrawing(self._nudged, self.put)
        self._room = Size(1, 1)

    def drawing(self) -> Widget:
        return self._line

    def fits(self, step: Step) -> bool:
        return isinstance(step, Place) and isinstance(step.around, LifeLine)

    @property
    def _life(self) -> LifeLine:
        assert isinstance(self.place.around, LifeLine)
        return self.place.around

    @property
    def _at(self) -> int | None:
        """Which of the moments is placed, where it is one of them."""
        asked = self.place.subject.id
        return next((n for n, moment in enumerate(self._life.moments) if moment.id == asked), None)

    def _nudged(self, by: int) -> None:
        self.put((self.value or 0) + by)

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, room: Size) -> None:
        self._room = room
        self.redrawn()

    def redrawn(self) -> None:
        moments, at = self._life.moments, self._at
        marks = [Mark(moment.year, moment.height) for moment in moments]
        if at is None:
            at = len(marks)
            marks.append(Mark(None, None))
        marks[at] = Mark(marks[at].year, self.value)
        rows = max(3, min(TALLEST, self._room.height - 1))
        scale = Scale(self.place.least, self.place.most, rows)
        self._line.show(marks, at, scale, self._room.width)

    def subject(self) -> str:
        name = self.tr(self.place.subject.name, plain=self.plain)
        year = None if self._at is None else self._life.moments[self._at].year
        return name if year is None else self.tr(N_("{year} · {title}"), year=str(year), title=name)

    def legend(self) -> str:
        bounds = (self.place.most, self.place.least)
        ends = (
            self.tr(N_("{label}: {words}"), label=signed(value), words=self.tr(words, plain=self.plain))
            for value, words in zip(bounds, reversed(self.place.ends), strict=True)
        )
        return "   ".join(ends)

    def value_words(self, value: int) -> str:
        return signed(value)

    def guidance(self) -> str:
        return self.tr(N_("↑ ↓ move the moment up or down."))
