"""A slab is what the flow puts on a page: measured once, drawn once, whole or in two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.lines import Line
from progpro_tui.reports.pdf.sheet import Style

EPSILON = 0.01


class Slab(Protocol):
    """One block in millimetres.

    ``height`` is all of it, ``least`` what must stand together when it begins on a page; where both
    are the same it is never split. ``keep`` holds its end on the page of the slab that follows.
    ``opens`` where it is the heading of a page.
    """

    before: float
    after: float
    keep: bool
    opens: bool

    @property
    def height(self) -> float: ...

    @property
    def least(self) -> float: ...

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        """Draw what fits in ``room`` below ``y``: the height taken, and the rest or nothing.

        However small the room is, something is drawn.
        """


@dataclass
class Spaced:
    """What most slabs are: some space around, nothing held."""

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    opens: bool = False


@dataclass(frozen=True)
class Setting:
    """Lines in a column of their own."""

    x: float
    lines: tuple[Line, ...]
    style: Style

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.line

    def split(self, room: float) -> tuple[Setting, Setting]:
        """What fits, at least one line, and the rest: no line alone on either side."""
        fit = int((room + EPSILON) / self.style.line)
        if fit < len(self.lines):
            fit = max(1, min(fit, len(self.lines) - 2))
        return (
            Setting(self.x, self.lines[:fit], self.style),
            Setting(self.x, self.lines[fit:], self.style),
        )

    def first(self, most: int) -> Setting:
        """The first lines: what is never split must fit a page, however hostile its words are."""
        return Setting(self.x, self.lines[:most], self.style)

    def draw(self, canvas: Canvas, y: float, more: bool = False) -> None:
        canvas.lines(self.x, y, self.lines, self.style, more)
