"""Domains as they are today and as they are wished: rows of two points, then the same as a web."""

from __future__ import annotations

from progpro_tui.core.document import Block, Paragraph, Voice
from progpro_tui.core.figures import Dumbbell, Dumbbells, Web
from progpro_tui.core.findings import Gap, Gaps
from progpro_tui.core.text import NN_
from progpro_tui.reports.wording import Typesetter

FEWEST_AXES, MOST_AXES = 3, 12
"""Fewer make no polygon, more cannot be read."""

NONE = "–"


def blocks(tr: Typesetter, gaps: Gaps, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """Both drawings; the figures are the person's own, and may stand on their page."""
    names = [tr(row.name, plain=plain) for row in gaps.rows]
    rows = tuple(_row(tr, gaps, row, name) for row, name in zip(gaps.rows, names, strict=True))
    ends = tuple(
        tr("{value}: {words}", value=str(bound), words=tr(end, plain=plain))
        for bound, end in zip((gaps.least, gaps.most), gaps.ends, strict=True)
    )
    found: list[Block] = [
        Dumbbells(rows, (ends[0], ends[1]), _alt(tr, gaps, names), (tr("today"), tr("wished"))),
        Paragraph(tr("Disc: today. Ring: as it is wished."), "caption"),
    ]
    answered = any(row.today is not None or row.wished is not None for row in rows)
    if answered and FEWEST_AXES <= len(rows) <= MOST_AXES:
        today, wished = tuple(row.today for row in rows), tuple(row.wished for row in rows)
        found += [
            Web(tuple(names), today, wished, tr("The same areas as a web.")),
            Paragraph(tr("Full line: today. Dashed line: as it is wished."), "caption"),
        ]
    return tuple(found)


def _row(tr: Typesetter, gaps: Gaps, row: Gap, name: str) -> Dumbbell:
    def share(value: int | None) -> float | None:
        return None if value is None else (value - gaps.least) / (gaps.most - gaps.least)

    return Dumbbell(
        name,
        share(row.today),
        share(row.wished),
        (_figure(row.today), _figure(row.wished)),
        tr("the same") if row.difference == 0 else "",
    )


def _alt(tr: Typesetter, gaps: Gaps, names: list[str]) -> str:
    head = tr(
        NN_(
            "{n} area, {least} to {most}, today then wished.",
            "{n} areas, {least} to {most}, today then wished.",
        ),
        n=len(names),
        least=gaps.least,
        most=gaps.most,
    )
    rows = (
        tr(
            "{name}: {today}, {wished}",
            name=name,
            today=_figure(row.today),
            wished=_figure(row.wished),
        )
        for row, name in zip(gaps.rows, names, strict=True)
    )
    return f"{head} {tr.semicolon.join(rows)}."


def _figure(value: int | None) -> str:
    return NONE if value is None else str(value)
