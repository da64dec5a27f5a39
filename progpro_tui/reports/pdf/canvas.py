"""What the blocks draw with: words, lines and areas on the page at hand, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from fpdf import FPDF

from progpro_tui.reports.charts import Point, Segment
from progpro_tui.reports.pdf import sheet
from progpro_tui.reports.pdf.faces import fresh
from progpro_tui.reports.pdf.lines import Line, run_width, set_lines
from progpro_tui.reports.pdf.sheet import PAGE_HEIGHT, POINT, Ink, Style
from progpro_tui.reports.pdf.tags import Parent, Tag, Tags

Align: TypeAlias = str
KAPPA = 0.5522847498
"""Four curves with this handle make a circle."""


class Canvas:
    """The pages of one document as they are drawn."""

    def __init__(self) -> None:
        self.pdf = FPDF(unit="mm", format="A4", enforce_compliance="PDF/A-3U")
        self.pdf.set_auto_page_break(False)
        self.tags = Tags()
        self.pdf.struct_builder = self.tags
        self._ink: Ink | None = None

    # -- pages and what they hold ---------------------------------------------------------------

    def new_page(self) -> int:
        """Open a page; its number, from 1."""
        self.pdf.add_page()
        return self.pdf.page

    def go_to(self, page: int) -> None:
        """Draw on a page that stands already."""
        self.pdf.page = page
        self.pdf.current_font_is_set_on_page = False

    def section(self, words: str, level: int, y: float) -> None:
        """An entry of the outline that leads to ``y`` on this page."""
        self.pdf.y = y
        self.pdf.start_section(words, level, strict=False)

    def element(self, kind: str, parent: Parent | None = None, alt: str = "", scope: str = "") -> Tag:
        """A part of the structure that holds other parts, such as a table or its row."""
        page = self.pdf.pages[self.pdf.page]
        return Tag(kind, parent or self.tags.doc_struct_elem, page, alt, scope)

    @contextmanager
    def tagged(
        self, kind: str, parent: Parent | None = None, alt: str = "", scope: str = ""
    ) -> Iterator[None]:
        """What is drawn inside is one ``kind`` of the structure."""
        tag = self.element(kind, parent, alt, scope)
        number = self.tags.mark(tag, self.pdf.pages[self.pdf.page])
        self.pdf._out(f"{tag.s} <</MCID {number}>> BDC")
        yield
        self.pdf._out("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is decoration: a reader passes over it."""
        self.pdf._out("/Artifact BMC")
        yield
        self.pdf._out("EMC")

    # -- words ----------------------------------------------------------------------------------

    def line(self, x: float, baseline: float, line: Line, style: Style, end: str = "") -> None:
        """Write one line; ``end`` is a space where the paragraph goes on, or readers join the words."""
        if style.ink != self._ink:
            self.pdf.set_text_color(*style.ink)
            self._ink = style.ink
        last = len(line.runs) - 1
        for place, (family, words) in enumerate(line.runs):
            self._font(family, style)
            self.pdf.text(x, baseline, words + (end if place == last else ""))
            if place < last:
                x += run_width(family, words, style)

    def lines(
        self, x: float, y: float, lines: Sequence[Line], style: Style, more: bool = False
    ) -> None:
        """Write lines below each other from ``y``; ``more`` where the paragraph goes on elsewhere."""
        for place, line in enumerate(lines):
            goes_on = (more or place < len(lines) - 1) and not line.glued
            baseline = y + place * style.line + style.baseline
            self.line(x, baseline, line, style, " " if goes_on else "")

    def label(self, x: float, baseline: float, text: str, style: Style, align: Align = "left") -> None:
        """One line that starts at ``x``, ends there (right) or has it in its middle (centre)."""
        for line in set_lines(text, style, 1e9):
            shift = {"left": 0.0, "right": line.width, "centre": line.width / 2}[align]
            self.line(x - shift, baseline, line, style)

    def _font(self, family: str, style: Style) -> None:
        key = f"{family}{'B' if style.bold else ''}"
        fonts = self.pdf.fonts
        if key not in fonts:
            fonts[key] = fresh(family, style.bold, len(fonts) + 1)
        self.pdf.set_font(family, "B" if style.bold else "", style.size)

    # -- drawing: operators of PDF, each drawing with its own state -----------------------------

    def strokes(
        self,
        lines: Sequence[Segment],
        width: float,
        ink: Ink,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Straight lines, ``width`` and ``dash`` (on, off) in millimetres."""
        if not lines:
            return
        dashes = f"[{dash[0] / POINT:.2f} {dash[1] / POINT:.2f}] 0 d " if dash else ""
        paths = " ".join(f"{_at(one)} m {_at(other)} l" for one, other in lines)
        self.pdf._out(f"q 0 J 1 j {_stroke(width, ink)} {dashes}{paths} S Q")

    def shape(
        self,
        points: Sequence[Point],
        *,
        fill: Ink | None = None,
        ink: Ink | None = None,
        width: float = sheet.HAIRLINE,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A closed shape, filled, framed or both."""
        path = f"{_at(points[0])} m " + " ".join(f"{_at(point)} l" for point in points[1:]) + " h"
        self._paint(path, fill, ink, width, dash)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Ink | None = None,
        ink: Ink | None = None,
        line: float = sheet.HAIRLINE,
    ) -> None:
        """An upright rectangle whose top left corner is x, y."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, fill=fill, ink=ink, width=line)

    def disc(
        self, x: float, y: float, radius: float, fill: Ink, rim: Ink | None = None, width: float = 0.4
    ) -> None:
        """A disc, with a rim or without."""
        r, h = radius, radius * KAPPA
        curves = (
            ((x + r, y + h), (x + h, y + r), (x, y + r)),
            ((x - h, y + r), (x - r, y + h), (x - r, y)),
            ((x - r, y - h), (x - h, y - r), (x, y - r)),
            ((x + h, y - r), (x + r, y - h), (x + r, y)),
        )
        path = " ".join(f"{_at(a)} {_at(b)} {_at(c)} c" for a, b, c in curves)
        self._paint(f"{_at((x + r, y))} m {path} h", fill, rim, width, None)

    def _paint(
        self,
        path: str,
        fill: Ink | None,
        ink: Ink | None,
        width: float,
        dash: tuple[float, float] | None,
    ) -> None:
        inside = f"{_colour(fill)} rg" if fill else ""
        around = _stroke(width, ink) if ink else ""
        if dash:
            around += f" [{dash[0] / POINT:.2f} {dash[1] / POINT:.2f}] 0 d"
        paint = "B" if fill and ink else "f" if fill else "S"
        self.pdf._out(f"q 0 J {inside} {around} {path} {paint} Q")


def _at(point: Point) -> str:
    return f"{point[0] / POINT:.2f} {(PAGE_HEIGHT - point[1]) / POINT:.2f}"


def _colour(ink: Ink) -> str:
    return " ".join(f"{part / 255:.3f}" for part in ink)


def _stroke(width: float, ink: Ink) -> str:
    return f"{width / POINT:.2f} w {_colour(ink)} RG"
