"""PDF: three dense pages beside ReportLab drawing the same blocks, and documents by the hundred."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import made
from benchmarks.clock import RUNS, in_turn, median
from benchmarks.profiles import call_lines
from benchmarks.reference import reportlab_pages
from benchmarks.rows import Group, Row, Target
from progpro_tui.core.administration import Administration
from progpro_tui.core.document import Document
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.reports.pages import Subject, profile_document
from progpro_tui.reports.pdf import write_pdf
from progpro_tui.workspace.exports import BOTH
from progpro_tui.workspace.profiles import make_profile, open_run
from progpro_tui.workspace.workspace import Workspace

PAGES, HUNDRED, TEN = 3, 100, 10
PLAIN, FALLBACK = "Amina Delorme", "Élodie Nguyễn"
"""A name in the first font, and one with a letter that only the fallback font has."""


def measure(folder: Path) -> Group:
    import fpdf  # noqa: F401 - imported before anything is timed

    reportlab_pages.register()
    profile, of = _profile(folder)
    dense = _dense(_document(profile, of, PLAIN, whole=False))
    ours, theirs = partial(write_pdf, dense), partial(reportlab_pages.draw, dense)
    assert _pages(theirs()) == PAGES, "the reference draws other pages"
    made_too = partial(lambda: write_pdf(_document(profile, of, PLAIN, whole=False)))
    spent, reference, whole = in_turn(ours, theirs, made_too)
    explain = partial(call_lines, ours)
    rows = [
        Row(
            f"{PAGES} dense pages: blocks to PDF", spent, reference, Target(ratio=2.0), explain=explain
        ),
        Row("  counsellor’s document, profile to PDF", whole),
        *_many(profile, of),
    ]
    notes = [
        f"median of {RUNS}; ReportLab draws the same words, chart and tables, untagged, no PDF/A",
        f"one run of {HUNDRED} documents for each name: their own number is the repetition",
    ]
    return Group("PDF (fpdf2 imported, fonts embedded)", rows, notes)


def _profile(folder: Path) -> tuple[Profile, Instrument]:
    host = Workspace(folder / "pdf").host
    of = Workspace(folder / "pdf").shelf.find(made.BUNDLED)
    given = made.answers(of, len(of.items))
    run = open_run(host, of, seed=1)
    return make_profile(host, of, Administration(host.exercise(of.kind), run, given)), of


def _document(profile: Profile, of: Instrument, person: str, whole: bool) -> Document:
    subject = Subject("Cabinet Horizon", person, "Claire Vasseur", made.WHEN)
    return profile_document(profile, of, subject, "fr", BOTH if whole else ("counsellor",))


def _pages(pdf: bytes) -> int:
    """Pages of a PDF: both libraries leave their dictionaries readable."""
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ")


def _dense(document: Document) -> Document:
    """The counsellor’s pages without cover, cut where both libraries fill three pages."""
    part = document.parts[-1]
    for last in range(len(part.blocks), 0, -1):
        cut = replace(document, parts=(replace(part, blocks=part.blocks[:last]),))
        if _pages(write_pdf(cut)) == PAGES == _pages(reportlab_pages.draw(cut)):
            return cut
    raise AssertionError("the counsellor’s pages are no longer three")


def _many(profile: Profile, of: Instrument) -> list[Row]:
    """One document, ten, a hundred: time, and what the last costs beside the first."""
    rows = []
    for name, person, most in (("", PLAIN, 5.0), (" (fallback font)", FALLBACK, 10.0)):
        documents = [_document(profile, of, f"{person} {n}", whole=True) for n in range(HUNDRED + 1)]
        write_pdf(documents.pop())
        before, taken = _memory(), [_timed(document) for document in documents]
        explain = partial(call_lines, partial(write_pdf, documents[0]))
        first, last = median(taken[:TEN]), median(taken[-TEN:])
        rows += [
            Row(f"1 whole document{name}", median(taken)),
            Row(f"{TEN} documents{name}", sum(taken[:TEN])),
            Row(f"{HUNDRED} documents{name}", sum(taken), target=Target(most=most), explain=explain),
            Row("  the last ten, beside the first ten", last, first),
            Row("  memory that they left", max(0, _memory() - before), unit="memory"),
        ]
    return rows


def _timed(document: Document) -> float:
    start = time.perf_counter()
    write_pdf(document)
    return time.perf_counter() - start


def _memory() -> int:
    """Resident memory of this process, in bytes (Linux)."""
    status = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) * 1024
