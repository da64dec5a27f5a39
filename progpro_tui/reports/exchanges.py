"""A form on the page: each question with its answer, in the words that were asked and given."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_tui.core.document import Block, Paragraph, Voice
from progpro_tui.core.figures import Exchange
from progpro_tui.core.profile import Line, Profile
from progpro_tui.core.text import NN_, NO_LANGUAGE, Filled, Message, Text, Words
from progpro_tui.reports import typography
from progpro_tui.reports.sorts import asked_plainly, is_given
from progpro_tui.reports.typography import NBSP
from progpro_tui.reports.wording import Typesetter

SEVERAL = "{one}, {other}"
"""How a step lists several of its options."""


def exchanges(tr: Typesetter, profile: Profile, voice: Voice) -> tuple[Block, ...]:
    """The questions that were asked; those that are private stand on the person's own page only."""
    shown = [line for line in profile.lines if voice == "person" or not line.private]
    plain = asked_plainly(profile)
    found: list[Block] = [_exchange(tr, line, plain) for line in shown]
    if not profile.lines:
        found.append(Paragraph(tr("No question was asked.")))
    hidden = len(profile.lines) - len(shown)
    if hidden:
        words = NN_(
            "{n} answer is for the person alone: it stands on their page.",
            "{n} answers are for the person alone: they stand on their page.",
        )
        found.append(Paragraph(tr(words, n=hidden), "secondary"))
    return tuple(found)


def _exchange(tr: Typesetter, line: Line, plain: bool) -> Exchange:
    if not is_given(line):
        return Exchange(tr(line.text, plain=plain), (tr(line.answer),), given=False)
    return Exchange(tr(line.text, plain=plain), _paragraphs(tr, line.answer, plain))


def _paragraphs(tr: Typesetter, answer: Words, plain: bool) -> tuple[str, ...]:
    """What was typed stands between quotation marks, its paragraphs kept; a number does not."""
    if not (isinstance(answer, Text) and NO_LANGUAGE in answer.standard):
        return (f"{NBSP}· ".join(tr(words, plain=plain) for words in _several(answer)),)
    typed = answer.standard[NO_LANGUAGE]
    paragraphs = [words for part in typed.splitlines() if (words := tr.raw(part))]
    if not any(map(str.isalpha, typed)):
        return tuple(paragraphs)
    return tuple(typography.quoted("\n".join(paragraphs), tr.language).split("\n"))


def _several(answer: Words) -> Iterator[Words]:
    """What was chosen, one after the other, where several were."""
    if not (isinstance(answer, Message) and answer.msgid == SEVERAL):
        yield answer
        return
    for part in (answer.params["one"], answer.params["other"]):
        if isinstance(part, Text | Message | Filled):
            yield from _several(part)
