"""From an instrument's paper form to a document: a head, how to fill it in, then every line."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from itertools import groupby

from progpro_tui.core.answers import WAY_LETTERS, Missing
from progpro_tui.core.document import Block, Bullets, Document, Heading, Paragraph, Part
from progpro_tui.core.form_blocks import Labels
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.paper import Open, Paper, Single, form_code
from progpro_tui.core.paper import Part as PaperPart
from progpro_tui.core.steps import Show
from progpro_tui.core.text import N_
from progpro_tui.core.write_step import Write
from progpro_tui.reports.form_questions import Printer, open_blocks, question_blocks
from progpro_tui.reports.form_tables import sort_of, table_blocks
from progpro_tui.reports.wording import Typesetter


def form_document(
    paper: Paper,
    instrument: Instrument,
    language: str,
    plain: bool,
    created: str,
    named: str = "",
) -> Document:
    """The blank form of an instrument, in one language and wording. It names nobody.

    ``named`` is what whoever keys the form calls the instrument by: its id, or the name of its file.
    """
    tr = Typesetter(language)
    printer = Printer(tr, plain)
    title = printer.say(instrument.title)
    code = form_code(instrument)
    blocks = (
        *_blocks(printer, paper, instrument),
        *_for_keying(printer, named or instrument.id, code),
    )
    return Document(
        title=title,
        language=language,
        practice=tr.raw(f"{instrument.id} {instrument.version}, {instrument.licence}"),
        created=created,
        parts=(Part("person", (title, tr(N_("Form {code}"), code=code)), blocks),),
        mark=code,
    )


def _blocks(printer: Printer, paper: Paper, instrument: Instrument) -> Iterator[Block]:
    tr = printer.tr
    first, *rest = paper.parts
    yield Heading(1, printer.say(instrument.title))
    yield Labels((tr(N_("Code or initials:")), tr(N_("Date:"))))
    opening = isinstance(first, Show)
    if isinstance(first, Show):
        yield from _paragraphs(printer, first)
    yield Heading(2, tr(N_("How to fill it in")))
    yield Bullets(tuple(_how(printer, paper)))
    yield Heading(2, tr(N_("Your answers")))
    for kind, parts in groupby(rest if opening else paper.parts, sort_of):
        yield from _together(printer, kind, list(parts))


def _together(printer: Printer, kind: object, parts: Sequence[PaperPart]) -> Iterator[Block]:
    """Parts that stand together: as rows of a table where they are alike, else one by one."""
    groups = [part for part in parts if not isinstance(part, Show | Open)]
    if kind is not None and (len(parts) > 1 or not isinstance(parts[0], Single)):
        yield from table_blocks(printer, groups)
        return
    for part in parts:
        if isinstance(part, Show):
            yield Heading(2, printer.say(part.title))
            yield from _paragraphs(printer, part)
        elif isinstance(part, Open):
            yield from open_blocks(printer, part)
        elif isinstance(part, Single):
            yield from question_blocks(printer, part)


def _paragraphs(printer: Printer, show: Show) -> Iterator[Block]:
    for part in printer.lines(show.body):
        yield Paragraph(part, "secondary")


def _how(printer: Printer, paper: Paper) -> Iterator[str]:
    """What the person is told of the form as a whole."""
    blanks = [blank for group in paper.groups for blank in group.blanks]
    tr = printer.tr
    if any(blank.shape == "code" for blank in blanks):
        yield tr(N_("Circle one answer on each line, or write the number where there is a box."))
    if any(isinstance(blank.step, Write) for blank in blanks):
        yield tr(N_("Write on the lines. A few words are enough."))
        yield tr(N_("Write nothing about your health, your beliefs, your origins or a union."))
    yield tr(N_("A line may stay empty: that is as good as an answer."))
    for way in (Missing.NOT_APPLICABLE, Missing.DECLINED):
        step = next((blank.step for blank in blanks if way in blank.step.takes), None)
        if step is not None:
            words = N_("The letter {letter} by a line says: {words}.")
            yield tr(words, letter=WAY_LETTERS[way], words=printer.say(step.way_words(way)))


def _for_keying(printer: Printer, named: str, code: str) -> Iterator[Block]:
    """What whoever keys the form has to know, behind all that the person reads."""
    tr = printer.tr
    yield Paragraph(tr(N_("For the counsellor, who types the answers in on a computer:")), "caption")
    yield Paragraph(f"progpro key {shlex.quote(named)} --form {code}", "caption")
    words = N_(
        "The digits stand beside the answers. An empty line: Enter, or 0 where 0 is no answer, or p. "
        "Letters n and r as printed; where one writes, :p, :n and :r."
    )
    yield Paragraph(tr(words), "caption")
