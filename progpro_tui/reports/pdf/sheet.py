"""The sheet: measures in millimetres from the top left, inks, and the scale of type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from progpro_tui.core.document import Voice

PAGE_HEIGHT = 297.0
LEFT, RIGHT, TOP, BOTTOM = 25.0, 190.0, 28.0, 271.0
WIDTH = RIGHT - LEFT
TEXT_WIDTH = 137.0
"""Running text never goes beyond it; tables, charts and lines to write on take ``WIDTH``."""

RUNNING_BASELINE, RUNNING_RULE, FOOTER_BASELINE = 15.5, 18.5, 285.0
POINT = 25.4 / 72

Ink: TypeAlias = tuple[int, int, int]
"""Red, green and blue from 0 to 255."""

SURFACE, TEXT, MUTED, LINE = (238, 237, 234), (31, 35, 40), (86, 92, 100), (122, 127, 134)
ACCENT, HAIR, WHITE = (27, 90, 158), (201, 203, 206), (255, 255, 255)
SECOND = (106, 42, 140)
"""The other of two series; in grey it is the accent, so that form tells them apart too."""

HAIRLINE, FRAME, SERIES = 0.2, 0.25, 0.8


@dataclass(frozen=True)
class Style:
    """How words are set: size and leading in points, space before and after in millimetres."""

    size: float
    leading: float
    after: float = 0.0
    before: float = 0.0
    bold: bool = False
    ink: Ink = TEXT

    @property
    def line(self) -> float:
        """The height of a line in millimetres."""
        return self.leading * POINT

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline: capitals stand in the middle of the line."""
        return self.line / 2 + 0.334 * self.size * POINT

    def but(
        self, *, bold: bool | None = None, ink: Ink | None = None, after: float | None = None
    ) -> Style:
        """The same style with a difference."""
        return replace(
            self,
            bold=self.bold if bold is None else bold,
            ink=self.ink if ink is None else ink,
            after=self.after if after is None else after,
        )


HEADINGS: Mapping[int, Style] = {
    1: Style(22, 27, after=2, before=9, bold=True),
    2: Style(14.5, 18, after=1.6, before=5.3, bold=True),
    3: Style(11.5, 15, after=0.5, before=3.2, bold=True),
}
RUNNING = Style(9, 12, ink=MUTED)
CODE = Style(27, 32, bold=True, ink=ACCENT)
AXIS_LETTER, AXIS_NAME = Style(13, 15, bold=True), Style(9, 12, ink=MUTED)
BOX_TITLE, BOX_ITEM = Style(12.5, 16, bold=True), Style(11, 15.5)
ROW_NAME, ROW_FIGURE = Style(11.5, 14), Style(11.5, 14, bold=True)
DISC_NUMBER = Style(10.5, 15, bold=True, ink=WHITE)
COVER_PRACTICE = Style(11.5, 16.5, after=7, ink=MUTED)
COVER_TITLE = Style(30, 36, after=3, bold=True)
COVER_SUBTITLE, COVER_FACT = Style(14.5, 20, ink=MUTED), Style(12, 18)

PERSON: Mapping[str, Style] = {
    "place": Style(22, 27, bold=True, ink=ACCENT),
    "ranked": Style(14.5, 18, bold=True),
    "opening": Style(13, 19.5, after=6),
    "text": Style(12.5, 18, after=3.2),
    "name": Style(13.5, 20, after=0.8, bold=True),
    "secondary": Style(11.5, 16.5, after=3.2),
    "caption": Style(10.5, 15, after=2.1, ink=MUTED),
    "table": Style(11.5, 16.5, after=4.2),
    "small": Style(10.5, 15, after=4.2),
}
COUNSELLOR: Mapping[str, Style] = {
    "place": Style(17, 21, bold=True, ink=ACCENT),
    "ranked": Style(11.5, 15, bold=True),
    "opening": Style(11.5, 16.5, after=4.2),
    "text": Style(10.5, 15, after=3.2),
    "name": Style(11.5, 16.5, after=0.8, bold=True),
    "secondary": Style(10, 13.5, after=3.2),
    "caption": Style(9, 12, after=2.1, ink=MUTED),
    "table": Style(10, 13.5, after=4.2),
    "small": Style(9.5, 13, after=4.2),
}


def styles(voice: Voice) -> Mapping[str, Style]:
    """The scale of type of a voice, by role."""
    return PERSON if voice == "person" else COUNSELLOR
