"""A domain of a wheel to place: the rows of all domains, the asked one marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from progpro_tui.core.clean import clean
from progpro_tui.core.figures import Dumbbell
from progpro_tui.core.findings import Gaps
from progpro_tui.core.scale_steps import Place
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.tui.keys import DIGIT_OF
from progpro_tui.tui.safe import assembled, padded, safe
from progpro_tui.tui.steps.broad import set_height
from progpro_tui.tui.steps.place_view import PlaceView
from progpro_tui.tui.widgets.dumbbells import (
    APART,
    FIGURES,
    TODAY,
    WISHED,
    Layout,
    coloured,
    dumbbell,
    figures,
    head,
    layout,
    track,
)

MARK = 2
"""Cells before a row: its mark."""

LIT = "bold $on-accent on $accent"


class WheelRows(Widget, can_focus=True):
    """The head and a row a domain; arrows and clicks move the asked row's point."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "nudge(-1)", show=False),
        Binding("right", "nudge(1)", show=False),
    ]

    def __init__(self, nudged: Callable[[int], None], put: Callable[[int], None]) -> None:
        super().__init__()
        self._nudged, self._put = nudged, put
        self._rows: Sequence[Dumbbell] = ()
        self._bounds = (0, 10)
        self._asked = 0
        self._of = Layout(0, 2, 1)
        self._shown: list[int] = []
        """Which row stands on each line below the head, -1 for none."""

    def show(self, rows: Sequence[Dumbbell], asked: int, bounds: tuple[int, int], room: Size) -> None:
        """Show these rows in this room: apart where it is enough, else those around the asked one."""
        self._rows, self._asked, self._bounds = rows, asked, bounds
        steps = max(1, bounds[1] - bounds[0])
        self._of = layout([row.name for row in rows], room.width - MARK, steps)
        lines = room.height - 1
        if lines >= 2 * len(rows) - 1:
            self._shown = [place for row in range(len(rows)) for place in (row, -1)][:-1]
        else:
            first = max(0, min(asked - lines // 2, len(rows) - lines))
            self._shown = list(range(len(rows)))[first : first + lines]
        set_height(self, 1 + len(self._shown))
        self.refresh()

    def change(self, row: Dumbbell) -> None:
        """Show the asked row anew."""
        self._rows = [*self._rows[: self._asked], row, *self._rows[self._asked + 1 :]]
        self.refresh()

    def action_nudge(self, by: int) -> None:
        self._nudged(by)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        line = event.y - 1
        if 0 <= line < len(self._shown) and self._shown[line] == self._asked:
            step = self._of.value_at(event.x - MARK)
            if step is not None:
                self._put(self._bounds[0] + step)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render(self) -> Content:
        of = self._of
        lines = [safe(" " * MARK + head(of, self._bounds), "$muted")]
        lines += [self._line(place) if place >= 0 else Content("") for place in self._shown]
        return Content("\n").join(lines)

    def _line(self, place: int) -> Content:
        row, of = self._rows[place], self._of
        name = padded(clean(row.name), of.name) + " " * APART
        drawn = track(row.today, row.wished, of.track)
        said = padded(f"   {figures(row)}", FIGURES)
        if place == self._asked:
            return safe(f"▌ {name}{drawn}{said}", LIT if self.has_focus else "bold")
        return assembled(" " * MARK + name, *coloured(drawn), said)


class WheelView(PlaceView):
    """Arrows move the point, a digit sets it, Enter continues."""

    BELOW = 1

    def __init__(self) -> None:
        super().__init__()
        self._wheel = WheelRows(self._nudged, self.put)

    def drawing(self) -> Widget:
        return self._wheel

    def fits(self, step: Step) -> bool:
        return isinstance(step, Place) and isinstance(step.around, Gaps)

    @property
    def _gaps(self) -> Gaps:
        assert isinstance(self.place.around, Gaps)
        return self.place.around

    @property
    def _at(self) -> int:
        """Which row is asked."""
        asked = self.place.subject.id
        return next((n for n, row in enumerate(self._gaps.rows) if row.id == asked), 0)

    @property
    def _today(self) -> int | None:
        """Today's value of what is wished now."""
        return self._gaps.rows[self._at].today if self.place.series == "wished" else None

    def key(self, name: str) -> bool:
        digit = DIGIT_OF.get(name)
        if digit is None or not self.place.least <= int(digit) <= self.place.most:
            return False
        self.put(int(digit))
        return True

    def _nudged(self, by: int) -> None:
        """The first arrow brings the point: where it is today, else in the middle."""
        if self.value is not None:
            self.put(self.value + by)
            return
        middle = (self.place.least + self.place.most) // 2
        self.put(middle if self._today is None else self._today)

    # -- drawing ----------------------------------------------------------------------------------

    def draw(self, room: Size) -> None:
        gaps = self._gaps
        rows = [dumbbell(row, gaps, self.tr(row.name, plain=self.plain)) for row in gaps.rows]
        rows[self._at] = self._asked_row()
        self._wheel.show(rows, self._at, (gaps.least, gaps.most), room)

    def redrawn(self) -> None:
        self._wheel.change(self._asked_row())

    def _asked_row(self) -> Dumbbell:
        gap = self._gaps.rows[self._at]
        name = self.tr(gap.name, plain=self.plain)
        if self.place.series == "wished":
            row = dumbbell(replace(gap, wished=self.value), self._gaps, name)
            return row if self.value is not None else replace(row, figures=(row.figures[0], "?"))
        # While today is asked, a wish that was given before is not in sight: it would lead.
        row = dumbbell(replace(gap, today=self.value, wished=None), self._gaps, name)
        return row if self.value is not None else replace(row, figures=("?", row.figures[1]))

    def subject(self) -> str:
        subject = self.place.subject
        name = self.tr(subject.name, plain=self.plain)
        short = self.tr(subject.short, plain=self.plain) if subject.short else ""
        line = self.tr(subject.line, plain=self.plain) if subject.line else ""
        label, words = (name, line) if line else (short, name)
        return self.tr(N_("{label}: {words}"), label=label, words=words) if label else words

    def legend(self) -> str:
        marks = f"{TODAY} {self.tr(N_('today'))}"
        if self.place.series == "wished":
            marks += f"   {WISHED} {self.tr(N_('wished'))}"
        ends = (
            self.tr(N_("{label}: {words}"), label=str(value), words=self.tr(words, plain=self.plain))
            for value, words in zip((self.place.least, self.place.most), self.place.ends, strict=True)
        )
        return "   ".join([marks, *ends])

    def guidance(self) -> str:
        if self._today is None:
            return self.tr(N_("← → bring the point, then move it. A digit sets it."))
        return self.tr(N_("← → bring the point where it is today, then move it. A digit sets it."))
