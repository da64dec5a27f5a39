"""Steps answered by a point: of a scale, of a cell in a grid, of a line or wheel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from progpro_tui.core.answers import Missing, Value
from progpro_tui.core.findings import Gaps, LifeLine
from progpro_tui.core.steps import ANY_WAY, Option, Response, Step, about, check_point
from progpro_tui.core.text import N_, NO_LANGUAGE, Text, Words


def label_of(responses: tuple[Response, ...], value: Value) -> Words:
    """The words of a point. Raises ``KeyError`` where there is no such point."""
    for response in responses:
        if response.value == value:
            return response.label
    raise KeyError(value)


@dataclass(frozen=True)
class Rate(Step):
    """One item to rate on a scale of labelled points.

    With an ``opposite`` it is a semantic differential: the item stands at the first point, its
    opposite at the last.
    """

    item: Words
    question: Words
    responses: tuple[Response, ...]
    opposite: Words | None = None
    takes: frozenset[Missing] = field(default=ANY_WAY, kw_only=True)

    @property
    def topic(self) -> Words:
        return self.item

    def check_value(self, value: Value) -> None:
        check_point(value, (response.value for response in self.responses))

    def value_in_words(self, value: Value) -> Words:
        return label_of(self.responses, value)


@dataclass(frozen=True)
class GridColumn:
    """What is asked of every row of a grid."""

    id: Annotated[str, N_("A short name that no other column has.")]
    name: Annotated[Text, N_("What stands above the column.")]
    question: Annotated[Text, N_("What is asked of every row in this column.")]
    responses: Annotated[tuple[Response, ...], N_("The answers to choose from, least first.")]


@dataclass(frozen=True)
class Grid(Step):
    """One cell of a grid: ``row`` and ``column``, with the rows around it.

    ``columns`` are those of this row (its points may be worded for it), ``cells`` what was answered
    so far, by the id of its step (``s07:level``); a cell left out has no entry.
    """

    heading: Words
    row: Option
    column: str
    columns: tuple[GridColumn, ...]
    rows: tuple[Option, ...] = ()
    cells: Mapping[str, int] = field(default_factory=dict)
    takes: frozenset[Missing] = field(default=ANY_WAY, kw_only=True)

    @property
    def topic(self) -> Words:
        return about(self.row.name, self.asked.name)

    @property
    def asked(self) -> GridColumn:
        """The column of the cell that is asked."""
        return next(column for column in self.columns if column.id == self.column)

    def check_value(self, value: Value) -> None:
        check_point(value, (response.value for response in self.asked.responses))

    def value_in_words(self, value: Value) -> Words:
        return label_of(self.asked.responses, value)


@dataclass(frozen=True)
class Place(Step):
    """One thing to place from ``least`` to ``most``: on a wheel, or at a height on a line.

    ``ends`` word the two bounds. ``around`` is the drawing that it joins, as far as it is answered;
    ``series`` says which of the two points of a wheel is asked.
    """

    question: Words
    subject: Option
    least: int
    most: int
    ends: tuple[Words, Words]
    around: Gaps | LifeLine
    series: Literal["", "today", "wished"] = ""

    @property
    def topic(self) -> Words:
        return about(self.subject.name, self.question)

    def check_value(self, value: Value) -> None:
        check_point(value, range(self.least, self.most + 1))

    def value_in_words(self, value: Value) -> Words:
        return Text({NO_LANGUAGE: str(value).replace("-", "\N{MINUS SIGN}")})
