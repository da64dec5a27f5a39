"""All answers, scale by scale, in the words that were asked and given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from progpro_tui.core.document import Block, Column, Heading, Table
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Line, Profile
from progpro_tui.core.steps import about
from progpro_tui.core.text import Filled, Message, Text, Words
from progpro_tui.reports.sorts import asked_plainly, for_others
from progpro_tui.reports.typography import capitalised
from progpro_tui.reports.wording import Typesetter

ABOUT = "{label}: {words}"
"""How :func:`about` joins a thing and what is asked of it."""


def blocks(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """One table a scale, in the order of the instrument; lines without a scale last.

    Nothing where the instrument has no items: the pages before then say it all. What is private is
    left out.
    """
    lines = [line for line in for_others(profile).lines if not line.private]
    if not lines or not instrument.items:
        return ()
    plain = asked_plainly(profile)
    found: list[Block] = [Heading(1, tr("All the answers"))]
    for scale in instrument.scales:
        own = (line for line in lines if scale.id in line.scales)
        found += _section(tr, tr(scale.name), own, plain, _reversed(instrument, scale.id))
    title = tr("Other questions") if len(found) > 1 else ""
    found += _section(tr, title, (line for line in lines if not line.scales), plain)
    return tuple(found)


def _reversed(instrument: Instrument, scale: str) -> frozenset[str]:
    """The questions whose answers a scale counts the other way round."""
    return frozenset(item.id for item in instrument.items if item.scales.get(scale, 0) < 0)


def _section(
    tr: Typesetter,
    title: str,
    lines: Iterable[Line],
    plain: bool,
    against: frozenset[str] = frozenset(),
) -> list[Block]:
    groups = _grouped(lines)
    if not groups:
        return []
    heading = [Heading(3, title)] if title else []
    asked, answered = (110, 55) if all(len(group) == 1 for group in groups) else (60, 105)
    columns = (Column(tr("Question"), asked), Column(tr("Answer"), answered))
    questions = [_question(line) for group in groups for line in group]
    alike = all(question == questions[0] for question in questions)
    rows = tuple(_row(tr, group, plain, alike, against) for group in groups)
    return [*heading, Table(columns, rows, small=True)]


def _grouped(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines about one thing together, in the order in which each thing was first asked about."""
    groups: list[list[Line]] = []
    subjects: list[Words | None] = []
    for line in lines:
        subject = _subject(line)
        if subject is not None and subject in subjects:
            groups[subjects.index(subject)].append(line)
        else:
            groups.append([line])
            subjects.append(subject)
    return groups


def _row(
    tr: Typesetter, group: Sequence[Line], plain: bool, alike: bool, against: frozenset[str]
) -> tuple[str, str]:
    """One question; or all that was asked of one thing, such as a skill.

    Where the questions are all ``alike``, what each was about is enough.
    """
    subject = _subject(group[0])
    if len(group) == 1 or subject is None:
        asked = subject if alike and subject else group[0].text
        question = tr(asked, plain=plain)
        if group[0].step in against:
            question = tr("{question} (counts in reverse)", question=question)
        return question, tr(group[0].answer, plain=plain)
    answers = (_answer(tr, line, plain) for line in group)
    return capitalised(tr(subject, plain=plain)), " · ".join(answers)


def _answer(tr: Typesetter, line: Line, plain: bool) -> str:
    """What was asked of the thing, and the answer; a question mark needs no colon behind it."""
    question = _question(line)
    asked = tr(question, plain=plain) if question else ""
    if asked.endswith("?"):
        return f"{asked} {tr(line.answer, plain=plain)}"
    return tr(about(question, line.answer), plain=plain)


def _subject(line: Line) -> Words | None:
    """What a question is about, where :func:`about` put it before the question."""
    return _param(line, "label")


def _question(line: Line) -> Words | None:
    return _param(line, "words")


def _param(line: Line, name: str) -> Words | None:
    if not isinstance(line.text, Message) or line.text.msgid != ABOUT:
        return None
    param = line.text.params.get(name)
    return param if isinstance(param, Text | Message | Filled) else None
