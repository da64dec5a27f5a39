"""Things by preference: a large figure, a name, and the person's own words with their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from progpro_tui.core.figures import RankedList, RankedNote, RankedRow
from progpro_tui.core.findings import Sign
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.marks import SIGN, sign
from progpro_tui.reports.pdf.sheet import LEFT, RIGHT, Style
from progpro_tui.reports.pdf.slab import Setting, Slab, Spaced
from progpro_tui.reports.pdf.text_slabs import setting
from progpro_tui.reports.typography import quoted

NAME_X, WORDS_WIDTH, SIGN_X = 45.0, 93.0, 146.0
MARK_X = SIGN_X + 2 * SIGN + 2.4
BETWEEN_ROWS, BETWEEN_NOTES = 4.2, 1.6
MOST_LINES = 10
"""A name or a mark with more lines than this is hostile; what was said goes on on the next page."""


@dataclass
class RankedHead(Spaced):
    """Place, name and line of one thing."""

    place: Setting = field(kw_only=True)
    name: Setting = field(kw_only=True)
    line: Setting = field(kw_only=True)

    @property
    def _drop(self) -> float:
        """How much lower the name begins, so that it stands on the line of the figure."""
        return max(0.0, self.place.style.baseline - self.name.style.baseline)

    @property
    def height(self) -> float:
        return max(self.place.height, self._drop + self.name.height + self.line.height)

    @property
    def least(self) -> float:
        return self.height

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        with canvas.tagged("P"):
            self.place.draw(canvas, y, more=True)
            self.name.draw(canvas, y + self._drop, more=bool(self.line.lines))
            self.line.draw(canvas, y + self._drop + self.name.height)
        return self.height, None


@dataclass
class Hairline(Spaced):
    """What parts a row from the next: it ends the row, so that no page begins with it."""

    @property
    def height(self) -> float:
        return 0.0

    @property
    def least(self) -> float:
        return 0.0

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        with canvas.artifact():
            canvas.strokes([((LEFT, y), (RIGHT, y))], sheet.HAIRLINE, sheet.HAIR)
        return 0.0, None


@dataclass
class RankedWords(Spaced):
    """What the person said of it, and the mark that it belongs to beside it."""

    sign: Sign = field(kw_only=True)
    mark: Setting = field(kw_only=True)
    words: Setting = field(kw_only=True)

    @property
    def height(self) -> float:
        return max(self.words.height, self.mark.height)

    @property
    def least(self) -> float:
        lines = len(self.words.lines)
        return self.height if lines <= 4 else max(self.mark.height, 2 * self.words.style.line)

    def put(self, canvas: Canvas, y: float, room: float) -> tuple[float, Slab | None]:
        first, rest = self.words.split(room)
        # The mark's line stands in the middle of the first line of the words.
        drop = max(0.0, (self.words.style.line - self.mark.style.line) / 2)
        if self.mark.lines:
            with canvas.artifact():
                sign(canvas, self.sign, SIGN_X, y + self.words.style.line / 2)
        with canvas.tagged("P"):
            self.mark.draw(canvas, y + drop, more=True)
            first.draw(canvas, y, more=bool(rest.lines))
        taken = max(first.height, self.mark.height)
        if not rest.lines:
            return taken, None
        return taken, replace(self, mark=replace(self.mark, lines=()), words=rest)


def ranked_slabs(block: RankedList, styles: Mapping[str, Style], language: str) -> list[Slab]:
    """Each row holds together as long as it is short."""
    slabs: list[Slab] = []
    for number, row in enumerate(block.rows, 1):
        more = number < len(block.rows)
        ruled = [Hairline(after=BETWEEN_ROWS)] if more else []
        after = BETWEEN_ROWS if more else BETWEEN_ROWS + 1.8
        head = _head(row, styles)
        words = [_words(note, styles, language) for note in row.notes]
        for slab in (head, *words):
            slab.after, slab.keep = BETWEEN_NOTES, True
        last = words[-1] if words else head
        last.after, last.keep = after, more
        slabs += [head, *words, *ruled]
    return slabs


def _head(row: RankedRow, styles: Mapping[str, Style]) -> RankedHead:
    width = RIGHT - NAME_X
    return RankedHead(
        place=setting(row.place, styles["place"], LEFT, NAME_X - LEFT - 1),
        name=setting(row.name, styles["ranked"], NAME_X, width).first(MOST_LINES),
        line=setting(row.line, styles["small"].but(ink=sheet.MUTED), NAME_X, width).first(MOST_LINES),
    )


def _words(note: RankedNote, styles: Mapping[str, Style], language: str) -> RankedWords:
    return RankedWords(
        sign=note.sign,
        mark=setting(note.mark, styles["small"], MARK_X, RIGHT - MARK_X).first(MOST_LINES),
        words=setting(quoted(note.said, language), styles["text"], NAME_X, WORDS_WIDTH),
    )
