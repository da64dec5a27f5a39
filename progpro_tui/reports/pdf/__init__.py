"""Documents as PDF. This folder alone knows fpdf2, and loads it when the first document is written."""

from __future__ import annotations

from progpro_tui.core.document import Document


def write_pdf(document: Document) -> bytes:
    """``document`` as PDF/A-3U, tagged; the same document gives the same bytes."""
    from progpro_tui.reports.pdf.writer import write

    return write(document)


def unprintable(text: str) -> str:
    """The letters of ``text`` that no font of ours has, each once: they are printed as « ? »."""
    from progpro_tui.reports.pdf.faces import missing

    return missing(text)
