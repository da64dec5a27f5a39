"""Four boxes: what one can and wants, the first of each; then the whole list, box by box."""

from __future__ import annotations

from collections.abc import Sequence

from progpro_tui.core.document import Block, Bullets, Column, Heading, Paragraph, Table, Voice
from progpro_tui.core.figures import Filling, QuadrantBox, QuadrantBoxes
from progpro_tui.core.findings import Box, Entry, Quadrants
from progpro_tui.core.text import N_, NN_
from progpro_tui.reports.wording import Typesetter

MOST_SHOWN, MOST_LINES, LINE = 12, 13, 36
"""What a box holds: so many things, and so many lines of about so many letters: four fill a page."""

FILLINGS: tuple[Filling, ...] = ("solid", "hatched", "lined", "none")


def blocks(tr: Typesetter, quadrants: Quadrants, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """The boxes, and what is in none of them; for the counsellor what is to be learned."""
    person = voice == "person"
    drawn = [
        _drawn(tr, box, filling, plain) for box, filling in zip(quadrants.boxes, FILLINGS, strict=True)
    ]
    rows = ((drawn[0], drawn[1]), (drawn[2], drawn[3]))
    found: list[Block] = [QuadrantBoxes(rows, (_alt(tr, drawn[:2], True), _alt(tr, drawn[2:], False)))]
    if quadrants.left_out:
        words = NN_(
            "{n} line without an answer is in no box.", "{n} lines without an answer are in no box."
        )
        found.append(Paragraph(tr(words, n=quadrants.left_out), "caption"))
    extra = quadrants.extra
    if extra and extra.entries and not person:
        names = ", ".join(tr(entry.name, plain=plain) for entry in extra.entries)
        label = tr(extra.name, plain=plain)
        found.append(Paragraph(tr("{label}: {words}", label=label, words=names), "secondary"))
    return tuple(found)


def whole_list(tr: Typesetter, quadrants: Quadrants, voice: Voice, plain: bool) -> tuple[Block, ...]:
    """Every thing by box: beside it its level and what was said of it, where anything was.

    The person finds here too what is to be learned: their drawing fills its page.
    """
    person = voice == "person"
    extra = [quadrants.extra] if quadrants.extra and person else []
    boxes = [box for box in (*quadrants.boxes, *extra) if box.entries]
    beside = any(entry.note or entry.said for box in boxes for entry in box.entries)
    found: list[Block] = []
    for box in boxes:
        found += [Heading(2, tr(box.name, plain=plain)), _listed(tr, box.entries, plain, beside)]
    return (Heading(1, tr("The whole list, box by box")), *found) if found else ()


def _drawn(tr: Typesetter, box: Box, filling: Filling, plain: bool) -> QuadrantBox:
    names = [tr(entry.name, plain=plain) for entry in box.entries]
    shown = names[:MOST_SHOWN]
    while len(shown) > 1 and sum(1 + len(name) // LINE for name in shown) > MOST_LINES:
        shown.pop()
    left = len(names) - len(shown)
    more = tr(NN_("… and {n} other, in the list below", "… and {n} others, in the list below"), n=left)
    title = tr(box.name, plain=plain)
    return QuadrantBox(title, tuple(shown), len(names), filling, more if left else "")


def _alt(tr: Typesetter, boxes: Sequence[QuadrantBox], first: bool) -> str:
    spoken = [tr("Four boxes.")] if first else []
    for box in boxes:
        among = tr.joined(list(box.items[:2]))
        if box.count > 2:
            words = N_("{box}: {n} skills, among them {some}.")
            spoken.append(tr(words, n=box.count, box=box.title, some=among))
        elif box.items:
            spoken.append(tr("{label}: {words}", label=box.title, words=f"{among}."))
        else:
            spoken.append(tr("{box}: none.", box=box.title))
    return " ".join(spoken)


def _listed(tr: Typesetter, entries: Sequence[Entry], plain: bool, beside: bool) -> Block:
    names = [tr(entry.name, plain=plain) for entry in entries]
    if not beside:
        return Bullets(tuple(names))
    columns = (Column(tr("Skill"), 74, bold=True), Column(tr("Level"), 91))
    notes = (_beside(tr, entry, plain) for entry in entries)
    return Table(columns, tuple(zip(names, notes, strict=True)), small=True)


def _beside(tr: Typesetter, entry: Entry, plain: bool) -> str:
    """The words of its level, then the person's own."""
    parts = [tr(entry.note, plain=plain)] if entry.note else []
    parts += [tr.quoted(tr.raw(entry.said))] if entry.said else []
    return " · ".join(parts)
