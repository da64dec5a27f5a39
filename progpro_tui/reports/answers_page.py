"""All answers, direction by direction, in the words that were asked and given."""

from __future__ import annotations

from collections.abc import Iterable

from progpro_tui.core.document import Block, Column, Heading, Table
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Line, Profile
from progpro_tui.reports.wording import Typesetter


def blocks(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """One table a scale, in the order of the instrument; lines without a scale last."""
    if not profile.lines:
        return ()
    plain = profile.provenance.plain if profile.provenance else False
    found: list[Block] = [Heading(1, tr("All the answers"))]
    for scale in instrument.scales:
        lines = [line for line in profile.lines if scale.id in line.scales]
        found += _section(tr, tr(scale.name), lines, plain)
    found += _section(tr, tr("Other questions"), (x for x in profile.lines if not x.scales), plain)
    return tuple(found)


def _section(tr: Typesetter, title: str, lines: Iterable[Line], plain: bool) -> list[Block]:
    rows = tuple((tr(line.text, plain=plain), tr(line.answer, plain=plain)) for line in lines)
    if not rows:
        return []
    columns = (Column(tr("Question"), 120), Column(tr("Answer"), 45))
    return [Heading(3, title), Table(columns, rows, small=True)]
