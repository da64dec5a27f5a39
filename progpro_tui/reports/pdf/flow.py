"""Slabs onto pages: what stays together, where a page ends, what stands above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.hand_slabs import Ruled
from progpro_tui.reports.pdf.lines import Line, set_lines
from progpro_tui.reports.pdf.sheet import BOTTOM, LEFT, RIGHT, RUNNING, TOP, WIDTH
from progpro_tui.reports.pdf.slab import EPSILON, Slab


@dataclass
class Flow:
    """The page at hand, and how far it is filled. ``numbered`` are the pages that carry a footer."""

    canvas: Canvas
    numbered: list[int] = field(default_factory=list)
    y: float = TOP
    _running: tuple[list[Line], list[Line]] = ([], [])
    _after: float = 0.0
    _headed: bool = False

    def part(self, slabs: Sequence[Slab], running: tuple[str, str]) -> None:
        """Put the slabs of one part, from a new page on."""
        left, right = (set_lines(words, RUNNING, WIDTH / 2 - 5)[:1] for words in running)
        self._running = (left, right)
        self._open()
        for place in range(len(slabs)):
            self._put(slabs, place)

    def _open(self) -> None:
        self.numbered.append(self.canvas.new_page())
        with self.canvas.artifact():
            for line in self._running[0]:
                self.canvas.line(LEFT, sheet.RUNNING_BASELINE, line, RUNNING)
            for line in self._running[1]:
                self.canvas.line(RIGHT - line.width, sheet.RUNNING_BASELINE, line, RUNNING)
            rule = ((LEFT, sheet.RUNNING_RULE), (RIGHT, sheet.RUNNING_RULE))
            self.canvas.strokes([rule], sheet.HAIRLINE, sheet.HAIR)
        self.y, self._after, self._headed = TOP, 0.0, False

    @property
    def _at_top(self) -> bool:
        return self.y == TOP

    def _gap(self, slab: Slab) -> float:
        return 0.0 if self._at_top else max(self._after, slab.before)

    def _put(self, slabs: Sequence[Slab], place: int) -> None:
        slab: Slab | None = slabs[place]
        assert slab is not None
        if not self._at_top and not self._belongs(slabs, place):
            self._open()
        self._headed = self._headed or slab.opens
        tail = _tail(slabs, place)
        while slab is not None:
            self.y += self._gap(slab)
            room = BOTTOM - self.y
            if isinstance(slab, Ruled):
                room -= _rest(slabs, place)
            elif slab.height <= room + EPSILON < slab.height + tail and slab.least < slab.height:
                # What follows must find the end of this one on its page: some of it goes along.
                room = slab.height - 2 * EPSILON
            taken, rest = slab.put(self.canvas, self.y, room)
            self.y += taken
            self._after = slab.after
            slab = rest
            if slab is not None:
                self._open()

    def _belongs(self, slabs: Sequence[Slab], place: int) -> bool:
        """Whether this slab may begin on the page at hand."""
        slab = slabs[place]
        room = BOTTOM - self.y - self._gap(slab) + EPSILON
        if slab.opens:
            # A heading of a page opens one, unless this one holds but the end of what came before.
            return not self._headed and _section(slabs, place) <= room
        return _need(slabs, place) <= room


def _need(slabs: Sequence[Slab], place: int) -> float:
    """The least room in which this slab can begin, with what it holds to itself."""
    slab = slabs[place]
    if slab.least < slab.height - EPSILON:
        return slab.least
    return slab.height + _tail(slabs, place)


def _tail(slabs: Sequence[Slab], place: int) -> float:
    """The room that what follows needs on the page where this slab ends."""
    slab = slabs[place]
    if not slab.keep or place + 1 >= len(slabs):
        return 0.0
    following = slabs[place + 1]
    return max(slab.after, following.before) + _need(slabs, place + 1)


def _rest(slabs: Sequence[Slab], place: int) -> float:
    """The room for everything behind this slab up to the next page's heading."""
    height = 0.0
    for before, slab in zip(slabs[place:], slabs[place + 1 :], strict=False):
        if slab.opens:
            break
        height += max(before.after, slab.before) + slab.height
    return height


def _section(slabs: Sequence[Slab], place: int) -> float:
    """The height of a heading of a page with all that stands below it."""
    return slabs[place].height + _rest(slabs, place)
