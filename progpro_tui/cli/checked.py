"""What a check found, as lines for a reader and as data for a machine."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from progpro_tui.authoring.check import CheckReport
from progpro_tui.authoring.files import lines_in, read_bounded
from progpro_tui.authoring.remarks import Remark
from progpro_tui.core.errors import Place
from progpro_tui.core.pointing import pointed
from progpro_tui.core.text import N_, NN_, Message
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.checking import Checked

SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "advice": N_("advice")}
EASE = {
    "easy": N_("easy ({language})"),
    "medium": N_("medium ({language})"),
    "hard": N_("hard ({language})"),
}
KEYS = {
    "untried": N_("key not tried"),
    "found": N_("key found again"),
    "lost": N_("key not found again"),
}

CANNOT_BE_READ, MISTAKE = "unreadable", "mistake"

WIDEST, INDENT = 100, "  "
"""Columns of a line that is shown below its mistake, and the blanks before it."""


def lines_of(report: CheckReport, tr: Translator, with_advice: bool = True) -> Iterator[str]:
    """What was found, the gravest first, each at its place; then a line that sums up the file."""
    lines = lines_in(read_bounded(report.path)) if report.mistakes else ()
    for mistake in report.mistakes:
        yield _said("error", mistake.place, mistake.what, tr)
        yield from _pointed(lines, mistake.place)
    for remark in (*report.warnings, *(report.advice if with_advice else ())):
        yield _said(remark.severity, remark.place, remark.what, tr)
    yield _summary(report, tr, with_advice)


def _said(severity: str, place: Place, what: Message, tr: Translator) -> str:
    return f"{place}: {tr(N_('{label}: {words}'), label=tr(SEVERITIES[severity]), words=what)}"


def _pointed(lines: Sequence[str], place: Place) -> Iterator[str]:
    """The line that a mistake stands in, and a mark below its column."""
    from rich.cells import cell_len  # with the rest of rich it takes longer than most checks

    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if not line.strip() or "\0" in line:  # there is nothing to be pointed at, or no text at all
        return
    output: TextIO | None = sys.stdout  # a shell can close it (>&-)
    wide = shutil.get_terminal_size().columns if output and output.isatty() else WIDEST
    room = min(wide, WIDEST) - len(INDENT)
    found = pointed(line, place.line, place.column, room, cell_len)
    yield f"{INDENT}{found.margin}{found.shown}"
    yield f"{INDENT}{found.blank}{found.mark}"


def _summary(report: CheckReport, tr: Translator, with_advice: bool) -> str:
    file = str(report.path)
    if report.mistakes:
        words = NN_("{file}: {n} mistake", "{file}: {n} mistakes")
        parts = [tr(words, file=file, n=len(report.mistakes))]
    else:
        assert report.size is not None
        parts = [tr(N_("{file}: no mistake, {size}"), file=file, size=report.size)]
    if n := len(report.warnings):
        parts.append(tr(NN_("{n} warning", "{n} warnings"), n=n))
    if with_advice and (n := len(report.advice)):
        parts.append(tr(NN_("{n} piece of advice", "{n} pieces of advice"), n=n))
    if report.grades:
        grades = (tr(EASE[grade.ease], language=name) for name, grade in report.grades.items())
        parts.append(tr(N_("reading: {list}"), list=", ".join(grades)))
    if report.key in KEYS and not report.mistakes:
        parts.append(tr(KEYS[report.key]))
    return " · ".join(parts)


def data_of(found: Checked, tr: Translator, with_advice: bool = True) -> dict[str, Any]:
    """One file as JSON has it. The codes stay the same in every language and version."""

    def entry(severity: str, code: str, place: Place, what: Message) -> dict[str, Any]:
        return {
            "severity": severity,
            "code": code,
            "line": place.line,
            "column": place.column,
            "message": tr(what),
        }

    def entries(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
        return [entry(r.severity, r.code, r.place, r.what) for r in remarks]

    report = found.report
    if report is None:
        assert found.error is not None
        said = entry("error", CANNOT_BE_READ, Place(str(found.path)), found.error.message)
        report, errors = CheckReport(found.path, None), [said]
    else:
        errors = [entry("error", MISTAKE, mistake.place, mistake.what) for mistake in report.mistakes]
    grades = {name: {"lix": grade.lix, "ease": grade.ease} for name, grade in report.grades.items()}
    return {
        "path": str(found.path),
        "passed": not errors,
        "size": None if report.size is None else tr(report.size),
        "reading": grades,
        "key": report.key,
        "errors": errors,
        "warnings": entries(report.warnings),
        "advice": entries(report.advice if with_advice else ()),
    }
