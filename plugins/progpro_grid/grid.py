"""A skills grid: level, taste, evidence and wish of every row, and the quadrants that come of it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from progpro_grid.faults import faults_of_columns, faults_of_rows
from progpro_grid.settings import CutOff, GridSettings
from progpro_tui.api import (
    N_,
    NN_,
    Answer,
    Count,
    Entry,
    Exercise,
    Fault,
    Grid,
    GridColumn,
    Item,
    Later,
    Message,
    Option,
    Profile,
    Quadrants,
    Response,
    Run,
    Step,
    Steps,
    Text,
    Words,
    Write,
    faults_of_unscored,
    line_of,
    message,
    opening,
    option_of,
    quadrants,
)

Cells = Mapping[str, Answer]
Families = Mapping[str, tuple[Text, tuple[Option, ...]]]


class SkillsGrid(Exercise[GridSettings]):
    """One cell a step. A row whose first cell is left out is not asked further."""

    kind: ClassVar[str] = "grid"
    Settings: ClassVar[type] = GridSettings

    def steps(self, run: Run[GridSettings]) -> Steps:
        return self._lead(run)

    def _lead(self, run: Run[GridSettings]) -> Generator[Step, Answer, None]:
        yield opening(run.instrument)
        cells: dict[str, Answer] = {}
        families = _families(run)
        for number, item in enumerate(run.instrument.items, 1):
            for place, column in enumerate(run.settings.columns):
                step = _cell(run, item, column, cells, families, number)
                cells[step.id] = yield step
                if place == 0 and not isinstance(cells[step.id], int):
                    break
        chosen = _to_word(run, cells)
        for number, item in enumerate(chosen, 1):
            yield _words(run, item, Count(number, len(chosen), N_("in your words, {n} of {total}")))

    def outline(self, run: Run[GridSettings]) -> Sequence[Step]:
        items, words, families = run.instrument.items, run.settings.words, _families(run)
        return [
            opening(run.instrument),
            *(_cell(run, i, column, {}, families) for i in items for column in run.settings.columns),
            *(_words(run, item) for item in items if words),
        ]

    def later(self, run: Run[GridSettings]) -> Sequence[Later]:
        if run.settings.words is None:
            return ()
        steps = tuple(step.id for step in self.outline(run) if isinstance(step, Write))
        words = N_("The person who supports you will choose some lines with you:")
        return (Later(steps, message(words), run.settings.words.most),)

    def length(self, run: Run[GridSettings]) -> int:
        words = run.settings.words
        cells = len(run.instrument.items) * len(run.settings.columns)
        return cells + (min(words.most, len(run.instrument.items)) if words else 0)

    def size(self, run: Run[GridSettings]) -> Message:
        return message(NN_("{n} line", "{n} lines"), n=len(run.instrument.items))

    def faults(self, run: Run[GridSettings]) -> Iterator[Fault]:
        yield from faults_of_unscored(run.instrument)
        yield from faults_of_columns(run.settings)
        yield from faults_of_rows(run)

    def profile(self, run: Run[GridSettings]) -> Profile:
        found = _quadrants(run)
        facts: dict[str, Any] = {box.id: [entry.id for entry in box.entries] for box in found.boxes}
        lines = [line_of(step, run.answers) for step in self.outline(run) if isinstance(step, Grid)]
        return Profile(
            lines=tuple(lines),
            findings=(found,),
            facts=facts | {"left_out": found.left_out},
        )


def _columns_of(item: Item, settings: GridSettings) -> tuple[GridColumn, ...]:
    """The columns as this row words them: its own levels, where it writes them out."""
    level = settings.strong.column

    def own(column: GridColumn) -> GridColumn:
        if column.id != level or len(item.levels) != len(column.responses):
            return column
        points = zip(column.responses, item.levels, strict=True)
        responses = tuple(Response(point.value, words) for point, words in points)
        return replace(column, responses=responses)

    return tuple(map(own, settings.columns))


def _families(run: Run[GridSettings]) -> Families:
    """The name and the rows of every family: found once, as every cell shows them."""
    names = {family.id: family.name for family in run.settings.families}
    rows: dict[str, list[Option]] = {}
    for item in run.instrument.items:
        rows.setdefault(item.tags.get("family", ""), []).append(option_of(item))
    return {
        family: (names.get(family, run.instrument.title), tuple(held)) for family, held in rows.items()
    }


def _cell(
    run: Run[GridSettings],
    item: Item,
    column: GridColumn,
    cells: Cells,
    families: Families,
    number: int = 0,
) -> Grid:
    heading, rows = families[item.tags.get("family", "")]
    return Grid(
        f"{item.id}:{column.id}",
        heading,
        option_of(item),
        column.id,
        _columns_of(item, run.settings),
        rows,
        {cell: answer for cell, answer in cells.items() if isinstance(answer, int)},
        count=Count(number, len(run.instrument.items)) if number else None,
    )


def _words(run: Run[GridSettings], item: Item, count: Count | None = None) -> Write:
    assert run.settings.words is not None
    return Write(f"{item.id}:words", run.settings.words.question, about=item.text, count=count)


def _to_word(run: Run[GridSettings], cells: Cells) -> list[Item]:
    """The rows that words are asked of: strong, wanted, with evidence."""
    words = run.settings.words
    if words is None:
        return []
    found = []
    for item in run.instrument.items:
        evidence = cells.get(f"{item.id}:{words.column}")
        shown = isinstance(evidence, int) and evidence >= words.start
        if shown and _strong(run, item, cells) and _wanted(run, item, cells):
            found.append(item)
    return _in_turn(run, found, cells)[: words.most]


def _in_turn(run: Run[GridSettings], items: list[Item], cells: Cells) -> list[Item]:
    """The highest level first, and the families in turn: none of them speaks for all."""

    def level(item: Item) -> int:
        answer = cells.get(f"{item.id}:{run.settings.strong.column}")
        return answer if isinstance(answer, int) else 0

    families: dict[str, list[Item]] = {}
    for item in sorted(items, key=level, reverse=True):
        families.setdefault(item.tags.get("family", ""), []).append(item)
    turns = {item.id: turn for held in families.values() for turn, item in enumerate(held)}
    return sorted(items, key=lambda item: (turns[item.id], -level(item)))


def _reaches(cut: CutOff | None, item: Item, cells: Cells) -> bool | None:
    answer = cells.get(f"{item.id}:{cut.column}") if cut else None
    return answer >= cut.start if cut and isinstance(answer, int) else None


def _strong(run: Run[GridSettings], item: Item, cells: Cells) -> bool | None:
    return _reaches(run.settings.strong, item, cells)


def _wanted(run: Run[GridSettings], item: Item, cells: Cells) -> bool | None:
    wish = _reaches(run.settings.wanted, item, cells)
    return _reaches(run.settings.wanted_else, item, cells) if wish is None else wish


def _quadrants(run: Run[GridSettings]) -> Quadrants:
    boxes, cells = run.settings.boxes, run.answers
    names: Mapping[str, Words] = {
        "both": boxes.both,
        "strong": boxes.strong,
        "wanted": boxes.wanted,
        "neither": boxes.neither,
    }
    placed = [
        (_entry(run, item), _strong(run, item, cells), _wanted(run, item, cells))
        for item in run.instrument.items
    ]
    return quadrants(names, placed)


def _entry(run: Run[GridSettings], item: Item) -> Entry:
    """A row with the words of its level, and what the person said of it."""
    level = run.settings.strong.column
    answer = run.answers.get(f"{item.id}:{level}")
    said = run.answers.get(f"{item.id}:words")
    column = next(c for c in _columns_of(item, run.settings) if c.id == level)
    words = next((r.label for r in column.responses if r.value == answer), None)
    return Entry(item.id, item.text, words, said if isinstance(said, str) else "")
