"""Slabs of words: paragraphs and headings, lists, labels with values, callouts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.lines import set_lines
from progpro_tui.reports.pdf.sheet import LEFT, TEXT_WIDTH, WIDTH, Style
from progpro_tui.reports.pdf.slab import Setting, Slab, Spaced
from progpro_tui.reports.pdf.tags import Tag

UNSPLIT = 3
"""So few lines stay together."""


def setting(text: str, style: Style, x: float = LEFT, width: float = TEXT_WIDTH) -> Setting:
    """``text`` as lines of a column."""
    return Setting(x, tuple(set_lines(text, style, width)), style)


@dataclass
class Words(Spaced):
    """A paragraph or a heading. ``outline`` is its level there, from 0, or none."""

    column: Setting = field(kw_only=True)
    kind: str = "P"
    outline: int | None = None

    @property
    def height(self) -> float:
        return self.column.height

    @property
    def least(self) -> float:
        lines = len(self.column.lines)
        return self.height if lines <= UNSPLIT else 2 * self.column.style.line

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        first, rest = self.column.split(room)
        if self.outline is not None:
            canvas.section(" ".join(line.text for line in self.column.lines), self.outline, y)
        with canvas.tagged(self.kind):
            first.draw(canvas, y, more=bool(rest.lines))
        if not rest.lines:
            return first.height, None
        return first.height, replace(self, column=rest, before=0, opens=False, outline=None)


@dataclass
class ItemList:
    """What the items of one list share: their element of the structure, made by the first."""

    element: Tag | None = None


@dataclass
class Item(Spaced):
    """One item of a list, behind a drawn disc or between quotation marks."""

    column: Setting = field(kw_only=True)
    owner: ItemList = field(kw_only=True)
    disc: bool = True

    @property
    def height(self) -> float:
        return self.column.height

    @property
    def least(self) -> float:
        return self.height if len(self.column.lines) <= UNSPLIT else 2 * self.column.style.line

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        if self.owner.element is None:
            self.owner.element = canvas.element("L")
        first, rest = self.column.split(room)
        if self.disc:
            with canvas.artifact():
                middle = y + self.column.style.line / 2
                canvas.disc(LEFT + 1.6, middle, 0.75, self.column.style.ink)
        with canvas.tagged("LBody", canvas.element("LI", self.owner.element)):
            first.draw(canvas, y, more=bool(rest.lines))
        return first.height, replace(self, column=rest, disc=False) if rest.lines else None


@dataclass
class Fact(Spaced):
    """A label and its value, which wraps below itself and never below its label."""

    label: Setting = field(kw_only=True)
    value: Setting = field(kw_only=True)

    @property
    def height(self) -> float:
        return max(self.label.height, self.value.height)

    @property
    def least(self) -> float:
        lines = len(self.value.lines)
        return self.height if lines <= 6 else max(self.label.height, 2 * self.value.style.line)

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        first, rest = self.value.split(room)
        with canvas.tagged("P"):
            self.label.draw(canvas, y, more=True)
            first.draw(canvas, y, more=bool(rest.lines))
        taken = max(first.height, self.label.height)
        if not rest.lines:
            return taken, None
        return taken, replace(self, label=replace(self.label, lines=()), value=rest)


@dataclass
class Boxed(Spaced):
    """A callout: a surface with a bar on its left. A very long one goes on on the next page."""

    title: Setting = field(kw_only=True)
    words: Setting = field(kw_only=True)

    PADDING = 3.2
    BAR = 1.2

    @property
    def height(self) -> float:
        return self.title.height + self.words.height + 2 * self.PADDING

    @property
    def least(self) -> float:
        if len(self.words.lines) <= 12:
            return self.height
        return self.title.height + 3 * self.words.style.line + 2 * self.PADDING

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        first, rest = self.words.split(room - self.title.height - 2 * self.PADDING)
        taken = self.title.height + first.height + 2 * self.PADDING
        with canvas.artifact():
            canvas.box(LEFT, y, WIDTH, taken, fill=sheet.SURFACE)
            canvas.box(LEFT, y, self.BAR, taken, fill=sheet.ACCENT)
        if self.title.lines:
            with canvas.tagged("H3"):
                self.title.draw(canvas, y + self.PADDING)
        with canvas.tagged("P"):
            first.draw(canvas, y + self.PADDING + self.title.height, more=bool(rest.lines))
        if not rest.lines:
            return taken, None
        return taken, replace(self, title=replace(self.title, lines=()), words=rest)
