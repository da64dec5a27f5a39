"""What each step accepts, by hand; what is asked in words."""

from __future__ import annotations

from typing import Any

import pytest

from progpro_tui.core.answers import Missing
from progpro_tui.core.card_steps import Arrange, Choose, Column, Rank, Sort, by_column
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.findings import Gaps
from progpro_tui.core.scale_steps import Grid, GridColumn, Place, Rate
from progpro_tui.core.steps import ANY_WAY, SEEN, Option, Response, Show, Step
from progpro_tui.core.text import Filled, Text, as_said
from progpro_tui.core.write_step import Write
from progpro_tui.i18n.translator import Translator
from tests.support import text

Q = text("Question?")
A, B, C = (Option(name, text(name.upper())) for name in "abc")
POINTS = tuple(Response(value, text(str(value))) for value in (1, 2, 4))
ENDS = (text("low"), text("high"))
COLUMNS = (Column(-1, 1), Column(0, 1), Column(1, 1))

STEPS: dict[str, Step] = {
    "rate": Rate("x", Q, Q, POINTS),
    "grid": Grid("r:c", Q, A, "c", (GridColumn("c", text("C"), text("?"), POINTS),)),
    "place": Place("p", Q, A, -5, 5, ENDS, Gaps((), -5, 5, ENDS)),
    "one": Choose("x", Q, (A, B)),
    "several": Choose("x", Q, (A, B, C), several=True, least=1, most=2),
    "rank": Rank("x", Q, (A, B), 3),
    "rank on": Rank("x", Q, (A, B), 3, picked=((C, False),), equals=True),
    "sort": Sort("x", Q, A, (B, C)),
    "arrange": Arrange("x", Q, (A, B, C), COLUMNS, ENDS, ("a", "b", "c")),
    "short": Write("x", Q),
    "number": Write("x", Q, "number", least=0, most=60),
    "date": Write("x", Q, "date"),
    "show": Show("show:x", Q, Q, Q),
}

TAKES: list[tuple[str, Any]] = [
    ("rate", 4),
    ("grid", 1),
    ("place", -5),
    ("place", 5),
    ("one", "b"),
    ("several", ("a",)),
    ("several", ("c", "a")),
    ("rank", "a"),
    ("rank on", "=b"),
    ("sort", "c"),
    ("arrange", ("c", "a", "b")),
    ("short", "x"),
    ("short", "x" * 200),
    ("number", 0),
    ("number", 60),
    ("date", "2011"),
    ("date", "2011-06"),
    ("date", "2012-02-29"),
    ("show", SEEN),
]
REFUSES: list[tuple[str, Any]] = [
    ("rate", 3),
    ("rate", "1"),
    ("rate", True),
    ("grid", 5),
    ("place", 6),
    ("place", False),
    ("one", "c"),
    ("one", ("a",)),
    ("several", ()),
    ("several", ("a", "b", "c")),
    ("several", ("a", "a")),
    ("several", ("z",)),
    ("several", "a"),
    ("rank", "=a"),
    ("rank", "z"),
    ("rank on", "=c"),
    ("rank on", "=="),
    ("sort", "a"),
    ("arrange", ("a", "b")),
    ("arrange", ("a", "b", "b")),
    ("arrange", ("a", "b", "")),
    ("short", ""),
    ("short", "  "),
    ("short", "x" * 201),
    ("short", 3),
    ("number", 61),
    ("number", "3"),
    ("number", True),
    ("date", "2011-13"),
    ("date", "2011-02-29"),
    ("date", "11"),
    ("date", "0000"),
    ("show", "x"),
]


@pytest.mark.parametrize(("name", "value"), TAKES)
def test_a_step_takes(name: str, value: Any) -> None:
    step = STEPS[name]
    step.check(value)
    assert Translator("en")(step.in_words(value))


@pytest.mark.parametrize(("name", "value"), REFUSES)
def test_a_step_refuses(name: str, value: Any) -> None:
    with pytest.raises(AnswerRefused):
        STEPS[name].check(value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("several", ()), ("several", ("a", "b", "c")), ("arrange", ("", "b", "")), ("short", "")],
)
def test_a_draft_may_be_unfinished(name: str, value: Any) -> None:
    STEPS[name].check(value, final=False)
    with pytest.raises(AnswerRefused):
        STEPS[name].check(value)


@pytest.mark.parametrize("name", STEPS)
def test_a_step_takes_the_ways_it_offers_and_no_other(name: str) -> None:
    step = STEPS[name]
    for way in Missing:
        if way in step.takes:
            step.check(way)
            assert Translator("fr")(step.way_words(way))
        else:
            with pytest.raises(AnswerRefused):
                step.check(way)


def test_an_author_may_word_the_ways_not_to_answer() -> None:
    step = Rate(
        "x", Q, Q, POINTS, takes=ANY_WAY, not_applicable=text("unknown"), skip_words=text("enough")
    )
    said = [Translator("en")(step.way_words(way)) for way in (Missing.NOT_APPLICABLE, Missing.SKIPPED)]
    assert said == ["unknown", "enough"]


def test_an_arrangement_is_read_column_after_column() -> None:
    shape = (Column(-1, 1), Column(0, 2), Column(2, 1))
    assert by_column(("d", "a", "", "b"), shape) == {-1: ("d",), 0: ("a",), 2: ("b",)}


def test_slots_are_filled_by_name_and_reach_nothing_else() -> None:
    asked = Text(
        {"fr": "Dans {place} ?", "en": "In {place}, {place.__class__}, {other}?"}, {"en": "{place}?"}
    )
    filled = Filled(asked, {"place": as_said("{place} {0} the club")})
    english = Translator("en")
    assert english(filled) == "In {place} {0} the club, {place.__class__}, {other}?"
    assert english(filled, plain=True) == "{place} {0} the club?"
    assert Translator("fr")(filled) == "Dans {place} {0} the club ?"
