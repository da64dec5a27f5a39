"""A whole document onto pages, and its bytes."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

from progpro_tui.core.document import Block, Cover, Document, PageBreak, Part
from progpro_tui.reports.pdf.canvas import Canvas
from progpro_tui.reports.pdf.compose import slabs
from progpro_tui.reports.pdf.cover import draw_cover
from progpro_tui.reports.pdf.flow import Flow
from progpro_tui.reports.pdf.lines import set_lines
from progpro_tui.reports.pdf.metadata import describe
from progpro_tui.reports.pdf.sheet import FOOTER_BASELINE, LEFT, RIGHT, RUNNING
from progpro_tui.reports.wording import Typesetter


def write(document: Document) -> bytes:
    """``document`` as the bytes of a PDF."""
    canvas = Canvas()
    describe(canvas.pdf, document)
    flow = Flow(canvas)
    for part in document.parts:
        for stretch in _stretches(part):
            if isinstance(stretch, Cover):
                draw_cover(canvas, stretch)
            else:
                flow.part(slabs(stretch, document.language), stretch.running)
    _footers(canvas, document, flow.numbered)
    return bytes(canvas.pdf.output() or b"")


def _stretches(part: Part) -> list[Cover | Part]:
    """A part between its covers and page breaks."""
    found: list[Cover | Part] = []
    blocks: list[Block] = []
    for block in (*part.blocks, PageBreak()):
        if not isinstance(block, Cover | PageBreak):
            blocks.append(block)
            continue
        if blocks:
            found.append(replace(part, blocks=tuple(blocks)))
            blocks = []
        if isinstance(block, Cover):
            found.append(block)
    return found


def _footers(canvas: Canvas, document: Document, pages: list[int]) -> None:
    """Practice, the document's mark, page and pages: a lost sheet names nobody."""
    tr = Typesetter(document.language)
    count = canvas.pdf.pages_count
    mark = _mark(document)
    practice = set_lines(document.practice, RUNNING, 68)[:1]
    for page in pages:
        canvas.go_to(page)
        with canvas.artifact():
            for line in practice:
                canvas.line(LEFT, FOOTER_BASELINE, line, RUNNING)
            canvas.label((LEFT + RIGHT) / 2, FOOTER_BASELINE, mark, RUNNING, "centre")
            number = tr("page {page} of {pages}", page=page, pages=count)
            canvas.label(RIGHT, FOOTER_BASELINE, number, RUNNING, "right")
    canvas.go_to(count)


def _mark(document: Document) -> str:
    """A few characters that put loose sheets of one document together."""
    if document.mark:
        return document.mark
    digest = hashlib.sha256(repr(document).encode("utf-8", "replace")).digest()
    return base64.b32encode(digest)[:4].decode()
