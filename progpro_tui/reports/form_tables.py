"""Lines of a form that are alike, as the rows of one table: its head comes again on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import cast

from progpro_tui.core.answers import WAY_LETTERS, Missing
from progpro_tui.core.blanks import SHORT_LIST
from progpro_tui.core.card_steps import Choose, Rank, Sort
from progpro_tui.core.document import Block, Bullets, Cell, Column, Heading, Paragraph, Table
from progpro_tui.core.form_blocks import BOX, Asked, Coded, Codes
from progpro_tui.core.paper import Arranged, Group, Ranked, Single
from progpro_tui.core.paper import Part as PaperPart
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Option, Step
from progpro_tui.core.text import N_, Words, message
from progpro_tui.reports.form_questions import Printer, signed
from progpro_tui.reports.typography import capitalised

NUMBER, RING, GAP, BOX_COLUMN = 11.0, 7.4, 3.2, 16.0
WORDS = 130.0
"""More than a page holds: the words take what the codes leave."""


def sort_of(part: PaperPart) -> object:
    """What lines of one table have in common; none for what stands by itself."""
    if isinstance(part, Ranked | Arranged):
        return part.steps[0].id
    if not isinstance(part, Single) or part.condition is not None:
        return None
    step = part.blank.step
    match step:
        case Rate():
            return ("rate", step.responses, step.question, step.takes)
        case Sort():
            return ("sort", step.piles, step.question, step.takes)
        case Place():
            return ("place", step.question, step.ends, step.least, step.most)
        case Grid():
            return ("grid", step.heading)
        case Choose():
            pair = len(step.options) == 2 and not step.several and step.about is None
            return ("pair", step.question, step.takes) if pair else None
        case Rank():
            return ("places", step.question)
    return None


def table_blocks(printer: Printer, groups: Sequence[Group]) -> Iterator[Block]:
    """The question, and its table."""
    first = groups[0]
    if isinstance(first, Ranked):
        yield from _ranked(printer, first)
        return
    if isinstance(first, Arranged):
        yield from _arranged(printer, first)
        return
    singles = [group for group in groups if isinstance(group, Single)]
    match first.blank.step:
        case Grid():
            yield from _grid(printer, singles)
        case Rank():
            yield from _places(printer, singles)
        case Choose():
            yield from _pairs(printer, singles)
        case _:
            yield from _rated(printer, singles)


def _headed(printer: Printer, words: Words) -> Iterator[Block]:
    said = printer.say(words)
    if said:
        yield Heading(3, said)


def _rated(printer: Printer, singles: Sequence[Single]) -> Iterator[Block]:
    """Rows that take the same points or piles."""
    step = singles[0].blank.step
    assert isinstance(step, Rate | Sort | Place)
    yield from _headed(printer, step.question)
    if isinstance(step, Place):
        words = N_("{least}: {low}. {most}: {high}.")
        least, most = signed(step.least), signed(step.most)
        said = message(words, least=least, low=step.ends[0], most=most, high=step.ends[1])
        yield Paragraph(printer.say(said), "secondary", keep=True)
        points = [signed(point) for point in range(step.least, step.most + 1)]
        columns, cells = [_rings("", len(points))], [Codes(tuple(points))]
    else:
        coded = _coded(printer, step)
        columns = [Column(words, RING + GAP) for _, words in coded]
        cells = [Codes((code,)) for code, _ in coded]
    ways = _ways(step)
    rows: list[tuple[Cell, ...]] = [
        (s.blank.number, _row_words(printer, s.blank.step), *cells, *ways) for s in singles
    ]
    yield _table(printer, rows, columns, ways)


def _coded(printer: Printer, step: Rate | Sort) -> list[tuple[str, str]]:
    if isinstance(step, Rate):
        return [(signed(point.value), printer.say(point.label)) for point in step.responses]
    return [(str(n), printer.say(pile.name)) for n, pile in enumerate(step.piles, 1)]


def _row_words(printer: Printer, step: Step) -> str:
    if isinstance(step, Sort):
        return printer.full(step.card)
    if isinstance(step, Place):
        return printer.full(step.subject)
    if isinstance(step, Rate) and step.opposite is not None:
        least, most = signed(step.responses[0].value), signed(step.responses[-1].value)
        words = N_("{least}: {one}. {most}: {other}.")
        return printer.say(message(words, least=least, one=step.item, most=most, other=step.opposite))
    return printer.say(step.topic)


def _ways(step: Step) -> tuple[Codes, ...]:
    """The letters of the ways not to answer, in a last column."""
    ways = (Missing.NOT_APPLICABLE, Missing.DECLINED)
    letters = tuple(WAY_LETTERS[way] for way in ways if way in step.takes)
    return (Codes(letters),) if letters else ()


def _rings(head: str, n: int) -> Column:
    return Column(head, n * RING + GAP)


def _table(
    printer: Printer,
    rows: Sequence[tuple[Cell, ...]],
    columns: Sequence[Column],
    ways: Sequence[Codes] = (),
    whole: bool = False,
) -> Table:
    """Number and words, then columns to circle or to write in."""
    last = [_rings("", len(codes.codes)) for codes in ways]
    head = (Column(printer.tr(N_("No.")), NUMBER, bold=True), Column("", WORDS))
    return Table((*head, *columns, *last), tuple(rows), small=True, whole=whole)


def _pairs(printer: Printer, singles: Sequence[Single]) -> Iterator[Block]:
    """Two things a row: one of them is circled."""
    step = singles[0].blank.step
    assert isinstance(step, Choose)
    yield from _headed(printer, step.question)
    ways = _ways(step)
    rows: list[tuple[Cell, ...]] = []
    for single in singles:
        one, other = cast(Choose, single.blank.step).options
        row = (Codes(("1",)), printer.full(one), Codes(("2",)), printer.full(other))
        rows.append((single.blank.number, *row, *ways))
    last = [_rings("", len(codes.codes)) for codes in ways]
    number = Column(printer.tr(N_("No.")), NUMBER, bold=True)
    pair = (_rings("", 1), Column("", WORDS), _rings("", 1), Column("", WORDS))
    yield Table((number, *pair, *last), tuple(rows), small=True)


def _grid(printer: Printer, singles: Sequence[Single]) -> Iterator[Block]:
    """The rows of one family. Points that are the same in every row are told once, above them."""
    lines = [list(line) for _, line in groupby(singles, lambda single: _cell_of(single).row.id)]
    usual = list(map(_cell_of, lines[0]))
    common = [
        all(place < len(line) and _cell_of(line[place]).asked == cell.asked for line in lines)
        for place, cell in enumerate(usual)
    ]
    yield Heading(3, printer.say(usual[0].heading))
    told = (_points(printer, c) for c, same in zip(usual, common, strict=True) if same)
    yield Bullets(tuple(told), keep=True)
    if all(common):
        rows = [_grid_row(printer, line) for line in lines]
        heads = [_rings(printer.say(c.asked.name), len(c.asked.responses)) for c in usual]
        yield _table(printer, rows, heads)
        return
    for line in lines:
        yield _own_row(printer, line, common)


def _cell_of(single: Single) -> Grid:
    return cast(Grid, single.blank.step)


def _grid_row(printer: Printer, line: Sequence[Single]) -> tuple[Cell, ...]:
    cells = list(map(_cell_of, line))
    return (_row_number(line), printer.full(cells[0].row), *map(_codes_of, cells))


def _row_number(line: Sequence[Single]) -> str:
    """The number that the cells of a row share, without the letter of the cell."""
    return line[0].blank.number[:-1]


def _own_row(printer: Printer, line: Sequence[Single], common: Sequence[bool]) -> Asked:
    """A row that words points of its own: they are written out below it."""
    cells = list(map(_cell_of, line))
    own = [cell for cell, same in zip(cells, common, strict=False) if not same]
    options = [
        Coded(signed(point.value), printer.say(point.label))
        for cell in own
        for point in cell.asked.responses
    ]
    scales = tuple(
        (printer.say(cell.asked.name), _codes_of(cell))
        for cell, same in zip(cells, common, strict=False)
        if same
    )
    words = printer.full(cells[0].row)
    return Asked(_row_number(line), words, options=tuple(options), scales=scales)


def _points(printer: Printer, cell: Grid) -> str:
    """What is asked of every row, and what each digit says."""
    points = printer.tr.semicolon.join(
        f"{signed(point.value)} {printer.say(point.label)}" for point in cell.asked.responses
    )
    question = message(N_("{name}. {line}"), name=cell.asked.name, line=cell.asked.question)
    return f"{printer.say(question)} {points}"


def _codes_of(cell: Grid) -> Codes:
    return Codes(tuple(signed(point.value) for point in cell.asked.responses))


def _ranked(printer: Printer, ranked: Ranked) -> Iterator[Block]:
    """A short list: a place is written in the box of each option."""
    step = ranked.steps[0]
    yield Heading(3, _titled(printer, step))
    words = N_("Write 1 in the box of the first one, 2 in that of the next, and so on.")
    yield Paragraph(_with_equals(printer, printer.tr(words), step), "secondary", keep=True)
    yield _boxed(printer, ranked, step.options, whole=True)


def _titled(printer: Printer, step: Rank) -> str:
    """The question, with which list it is where there are several."""
    if step.count is None or step.count.total < 2 or "list" not in step.count.words:
        return printer.say(step.question)
    which = message(step.count.words, n=step.count.n, total=step.count.total)
    return printer.say(message(N_("{words} ({which})"), words=step.question, which=which))


def _with_equals(printer: Printer, words: str, step: Rank) -> str:
    if not step.equals:
        return words
    return f"{words} {printer.tr(N_('Two that count as much have the same number.'))}"


def _boxed(printer: Printer, group: Ranked | Arranged, options: Sequence[Option], whole: bool) -> Table:
    rows = [
        (blank.number, printer.full(option), Codes((BOX,)))
        for blank, option in zip(group.blanks, options, strict=True)
    ]
    return _table(printer, rows, [Column("", BOX_COLUMN)], whole=whole)


def _arranged(printer: Printer, arranged: Arranged) -> Iterator[Block]:
    """Cards into columns: the column's number is written in the box of each card."""
    step = arranged.step
    yield from _headed(printer, step.question)
    tr = printer.tr
    words = N_(
        "The columns go from 1 ({low}) to {n} ({high}). Write the column in the box of each card."
    )
    yield Paragraph(
        tr(words, low=tr(step.ends[0], plain=printer.plain), n=len(step.columns), high=step.ends[1]),
        "secondary",
        keep=True,
    )
    counts = tuple(str(n) for n in range(1, len(step.columns) + 1))
    heads = (Column(tr(N_("Column")), 30.0, bold=True), *(Column(n, 13.0) for n in counts))
    places = (tr(N_("Cards in it")), *(str(column.places) for column in step.columns))
    yield Table(heads, (places,), small=True)
    yield _boxed(printer, arranged, step.cards, whole=False)


def _places(printer: Printer, singles: Sequence[Single]) -> Iterator[Block]:
    """A choice among many lines of the form: their numbers are written, place after place."""
    step = singles[0].blank.step
    assert isinstance(step, Rank)
    yield from _headed(printer, step.question)
    said = printer.tr(N_("Write the number of a line in each box, the most important first."))
    if step.equals:
        said += " " + printer.tr(N_("Write = before a number that counts as much as the one above."))
    yield Paragraph(said, "secondary", keep=True)
    rows = [
        (s.blank.number, capitalised(printer.tr(N_("place {n}"), n=n)), Codes((BOX,)))
        for n, s in enumerate(singles, 1)
    ]
    yield _table(printer, rows, [Column("", BOX_COLUMN)], whole=len(rows) <= SHORT_LIST)
