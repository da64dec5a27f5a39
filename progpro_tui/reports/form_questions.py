"""Questions of a form that stand by themselves: options to circle, boxes, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from progpro_tui.core.answers import WAY_LETTERS, Missing
from progpro_tui.core.blanks import Blank
from progpro_tui.core.card_steps import Choose, Rank, Sort
from progpro_tui.core.document import Block, Heading
from progpro_tui.core.form_blocks import Asked, Coded
from progpro_tui.core.paper import Open, Single
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Option, Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.core.write_step import LEAST, MOST, Write
from progpro_tui.reports.typography import capitalised
from progpro_tui.reports.wording import Typesetter

UNKNOWN = "…"
"""What stands in the place of words that the person has yet to write."""

LINES = {"short": 1, "long": 4, "number": 0, "date": 1}
MOST_BOXES = 12


@dataclass(frozen=True)
class Printer:
    """Says words as they are printed: in one language, in one wording.

    ``told`` are what a list would print with each of its entries, and that stands there already.
    """

    tr: Typesetter
    plain: bool
    told: set[str] = field(default_factory=set)

    def first_time(self, said: str) -> bool:
        """Whether this was not printed before; now it is."""
        new = said not in self.told
        self.told.add(said)
        return new

    def say(self, words: Words) -> str:
        return self.tr(words, plain=self.plain)

    def lines(self, words: Words) -> Iterator[str]:
        """The paragraphs of an author's text: lines are joined, an empty one parts them."""
        text = super(Typesetter, self.tr).__call__(words, plain=self.plain)
        for paragraph in text.split("\n\n"):
            said = self.tr.raw(" ".join(paragraph.split()))
            if said:
                yield said

    def full(self, option: Option) -> str:
        """What an option is called, and its line."""
        if option.line is None:
            return self.say(option.name)
        return self.say(message(N_("{name}. {line}"), name=option.name, line=option.line))


def question_blocks(printer: Printer, single: Single) -> Iterator[Block]:
    """A question in the way that its step is answered, below the entry of a list that it opens."""
    blank, step = single.blank, single.blank.step
    entry = _entry(printer, step)
    if entry and printer.first_time(entry):
        yield Heading(3, entry)
    note = [printer.say(single.condition)] if single.condition is not None else []
    words, about = _words(step)
    said = printer.say(about) if about is not None else ""
    # A condition names the line that the question is about.
    if not note and said not in (UNKNOWN, "") and capitalised(said) != entry:
        note.append(said)
    yield Asked(
        blank.number,
        printer.say(words),
        " ".join(note),
        " ".join(_help(printer, step, blank)),
        tuple(_options(printer, blank)),
        boxes=_boxes(step, blank),
        lines=LINES[step.form] if isinstance(step, Write) else 0,
        ways=() if isinstance(step, Write) else tuple(ways_of(printer, step)),
    )


def _entry(printer: Printer, step: Step) -> str:
    """Which entry of a list a question belongs to, such as « Experience 2 »; else nothing."""
    count = step.count
    if count is None or "{n}" not in count.words or "{total}" in count.words:
        return ""
    return capitalised(printer.say(message(count.words, n=count.n)))


def _words(step: Step) -> tuple[Words, Words | None]:
    """The question, and what it is about."""
    match step:
        case Choose() | Write():
            return step.question, step.about
        case Place():
            return step.question, step.subject.name
        case Rate():
            # What a list asks of words yet to be written has but its question.
            known = step.item != message(UNKNOWN)
            return (step.item, step.question) if known else (step.question, None)
        case Sort():
            return step.card.name, step.question
        case Grid():
            return step.asked.question, step.row.name
        case Rank():
            return step.topic, None
    return step.topic, None


def _help(printer: Printer, step: Step, blank: Blank) -> Iterator[str]:
    tr = printer.tr
    if isinstance(step, Choose | Write) and step.help is not None:
        said = printer.say(step.help)
        if printer.first_time(said):
            yield said
    if isinstance(step, Place):
        yield tr(
            N_("{least}: {low}. {most}: {high}."),
            least=signed(step.least),
            low=step.ends[0],
            most=signed(step.most),
            high=step.ends[1],
        )
    if isinstance(step, Choose) and step.several:
        if _named_by_lines(step, blank):
            yield tr(N_("Write the numbers of the lines, {n} at most."), n=step.most)
        elif step.least:
            yield tr(N_("Circle {least} at least, {n} at most."), least=step.least, n=step.most)
        elif step.most < len(step.options):
            yield tr(N_("Circle as many as you like, {n} at most."), n=step.most)
        else:
            yield tr(N_("Circle as many as you like."))
    if isinstance(step, Write) and step.form == "date":
        yield tr(N_("A year, a month or a day: 2011, 2011-06 or 2011-06-15."))
    if isinstance(step, Write) and step.form == "number" and (step.least, step.most) != (LEAST, MOST):
        words = N_("A whole number from {least} to {most}.")
        yield tr(words, least=str(step.least), most=str(step.most))


def _named_by_lines(step: Choose | Rank, blank: Blank) -> bool:
    """Whether the options stand on the form already, each with its number."""
    counted = {str(n) for n in range(1, len(step.options) + 1)}
    values = {c for c, answer in blank.codes.items() if answer in {o.id for o in step.options}}
    return values != counted


def _options(printer: Printer, blank: Blank) -> Iterator[Coded]:
    """What can be circled, each code with its words."""
    step = blank.step
    if isinstance(step, Choose | Rank) and _named_by_lines(step, blank):
        return
    for code, answer in blank.codes.items():
        if isinstance(answer, Missing):
            continue
        if isinstance(step, Place):
            yield Coded(signed(int(code)), "")
        elif answer == ():
            yield Coded(code, printer.tr(N_("none of these")))
        elif isinstance(step, Choose):
            option = next(option for option in step.options if option.id == answer)
            yield Coded(code, printer.full(option))
        elif not isinstance(step, Rank):
            yield Coded(code, printer.say(step.in_words(answer)))


def _boxes(step: Step, blank: Blank) -> int:
    if isinstance(step, Choose) and _named_by_lines(step, blank):
        return min(step.most, MOST_BOXES) if step.several else 1
    return int(isinstance(step, Rank) or (isinstance(step, Write) and step.form == "number"))


def ways_of(printer: Printer, step: Step) -> Iterator[Coded]:
    """The ways not to answer that have a letter of their own; an empty line passes."""
    for way in (Missing.NOT_APPLICABLE, Missing.DECLINED):
        if way in step.takes:
            yield Coded(WAY_LETTERS[way], printer.say(step.way_words(way)))


def open_blocks(printer: Printer, part: Open) -> Iterator[Block]:
    """Room for what follows from the answers, and the words that say so."""
    yield Heading(3, printer.say(part.later.words))
    questions: dict[str, Step] = {}
    for group in part.groups:
        for step in group.steps:
            questions.setdefault(printer.say(_words(step)[0]), step)
    for n in range(1, part.later.room + 1):
        yield Asked("", printer.tr(N_("{n}. Number of the line:"), n=n), boxes=1, keep=True)
        for place, (words, step) in enumerate(questions.items(), 1):
            lines = LINES[step.form] if isinstance(step, Write) else 1
            yield Asked("", words, lines=min(lines, 2), keep=place < len(questions))


def signed(value: int) -> str:
    """A whole number with a true minus sign."""
    return str(value).replace("-", "\N{MINUS SIGN}")
