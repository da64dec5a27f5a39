"""Events of a working life along their years, and what was learned from each."""

from __future__ import annotations

from progpro_tui.core.document import Block, Column, Paragraph, Table, Voice
from progpro_tui.core.figures import TimeLine, TimePoint
from progpro_tui.core.findings import LifeLine, Moment
from progpro_tui.core.text import NN_
from progpro_tui.reports.wording import Typesetter


def blocks(tr: Typesetter, line: LifeLine, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """The drawing and the table; what has no year stands in the table alone."""
    if not line.moments:
        return (Paragraph(tr("No moment was set down.")),)
    numbered = tuple(enumerate(line.moments, 1))
    points = tuple(
        TimePoint(number, moment.year, moment.height)
        for number, moment in numbered
        if moment.year is not None
    )
    found: list[Block] = []
    if points:
        low, high = (tr(end, plain=plain) for end in line.ends)
        most = max(abs(line.least), abs(line.most))
        found += [
            TimeLine(points, most, (low, high), _alt(tr, line.moments)),
            Paragraph(_caption(tr, points), "caption"),
        ]
    columns = (
        Column(tr("No."), 9),
        Column(tr("Year"), 19),
        Column(tr("What happened"), 66, bold=True),
        Column(tr("What I learned from it"), 71),
    )
    rows = tuple(
        (
            str(number),
            "" if moment.year is None else str(moment.year),
            tr.raw(moment.title),
            tr.raw(moment.learned),
        )
        for number, moment in numbered
    )
    return (*found, Table(columns, rows))


def _caption(tr: Typesetter, points: tuple[TimePoint, ...]) -> str:
    said = [tr("The numbers are those of the table.")]
    if any(point.height is None for point in points):
        said.append(tr("Empty ring: no height was given."))
    return " ".join(said)


def _alt(tr: Typesetter, moments: tuple[Moment, ...]) -> str:
    dated = [(moment, moment.year) for moment in moments if moment.year is not None]
    head = tr(
        NN_(
            "Life line from {first} to {last}, {n} moment.",
            "Life line from {first} to {last}, {n} moments.",
        ),
        n=len(dated),
        first=str(dated[0][1]),
        last=str(dated[-1][1]),
    )
    spoken = (
        tr("{year}, {height}: {title}", year=str(year), height=_side(tr, moment), title=moment.title)
        for moment, year in dated
    )
    return f"{head} {tr.semicolon.join(spoken)}."


def _side(tr: Typesetter, moment: Moment) -> str:
    if moment.height is None:
        return tr("no height")
    if moment.height == 0:
        return tr("in between")
    return tr("high") if moment.height > 0 else tr("low")
