"""Forms: every operator of a condition, and every fault with its place when the file is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from progpro_forms.conditions import Reader
from progpro_forms.questions import FormOption, Question
from progpro_tui.api import Response
from progpro_tui.core.answers import Answer, Missing
from tests.plugins.small_form import asked, faults_of
from tests.support import text

OPTIONS = tuple(FormOption(name, text(name)) for name in ("employed", "looking", "training"))
POINTS = tuple(Response(value, text(str(value))) for value in (1, 2, 3))
EARLIER = {
    "situation": Question("situation", "one", text("?"), options=OPTIONS, other=True),
    "hopes": Question("hopes", "several", text("?"), options=OPTIONS),
    "hours": Question("hours", "number", text("?")),
    "pace": Question("pace", "rating", text("?"), responses=POINTS),
    "note": Question("note", "short", text("?")),
}
NOTHING: Mapping[str, Answer] = {}


def holds(condition: Mapping[str, Any], answers: Mapping[str, Answer]) -> bool:
    reader = Reader(EARLIER, dict.fromkeys(EARLIER, 0))
    read = reader.read(condition, ())
    assert reader.faults == []
    return read.holds(answers)


@pytest.mark.parametrize(
    ("condition", "yes", "no"),
    [
        ({"situation": "employed"}, {"situation": "employed"}, {"situation": "looking"}),
        ({"situation": "other"}, {"situation": "other"}, {"situation": "looking"}),
        ({"situation": ["employed", "looking"]}, {"situation": "looking"}, {"situation": "training"}),
        ({"hopes": "looking"}, {"hopes": ("employed", "looking")}, {"hopes": ("employed",)}),
        ({"hopes": ["training", "looking"]}, {"hopes": ("looking",)}, {"hopes": ()}),
        ({"pace": "2"}, {"pace": 2}, {"pace": 3}),
        ({"hours": {"at_least": "10"}}, {"hours": 10}, {"hours": 9}),
        ({"hours": {"at_most": "10"}}, {"hours": 10}, {"hours": 11}),
        ({"pace": {"at_least": "2", "at_most": "2"}}, {"pace": 2}, {"pace": 1}),
        ({"note": {"answered": "true"}}, {"note": "x"}, {"note": Missing.DECLINED}),
        ({"note": {"answered": "false"}}, {"note": Missing.SKIPPED}, {"note": "x"}),
        (
            {"situation": "employed", "hours": {"at_least": "10"}},
            {"situation": "employed", "hours": 12},
            {"situation": "employed", "hours": 2},
        ),
        (
            {"all": [{"situation": "employed"}, {"hours": {"at_least": "10"}}]},
            {"situation": "employed", "hours": 12},
            {"situation": "looking", "hours": 12},
        ),
        (
            {"any": [{"situation": "employed"}, {"hours": {"at_least": "10"}}]},
            {"situation": "looking", "hours": 12},
            {"situation": "looking", "hours": 2},
        ),
        ({"not": {"situation": "employed"}}, {"situation": "looking"}, {"situation": "employed"}),
        (
            {
                "not": {
                    "any": [
                        {"hours": {"at_most": "3"}},
                        {"all": [{"pace": "1"}, {"note": {"answered": "true"}}]},
                    ]
                }
            },
            {"hours": 4, "pace": 1, "note": Missing.SKIPPED},
            {"hours": 4, "pace": 1, "note": "x"},
        ),
    ],
)
def test_every_operator(
    condition: dict[str, Any], yes: dict[str, Answer], no: dict[str, Answer]
) -> None:
    assert holds(condition, yes)
    assert not holds(condition, no)


@pytest.mark.parametrize(
    "condition",
    [
        {"situation": "employed"},
        {"hopes": ["employed"]},
        {"hours": {"at_least": "0"}},
        {"hours": {"at_most": "100"}},
        {"note": {"answered": "true"}},
    ],
)
@pytest.mark.parametrize("way", Missing)
def test_what_was_not_answered_meets_no_condition(condition: dict[str, Any], way: Missing) -> None:
    name = next(iter(condition))
    assert not holds(condition, {name: way})
    assert not holds(condition, NOTHING)


def test_a_condition_that_says_nothing_always_holds() -> None:
    assert holds({}, NOTHING)


@pytest.mark.parametrize(
    ("condition", "column", "said"),
    [
        ("{b: x}", 17, "No question has the id “b”."),
        ("{a: z}", 20, "“z” is no answer to “a”. Known: x, y."),
        ("{a: [x, z]}", 20, "“z” is no answer to “a”. Known: x, y."),
        ("{a: [x, [y]]}", 20, "An answer is expected here, or a list of answers."),
        ("{a: []}", 20, "An answer is expected here, or a list of answers."),
        ("{w: hello}", 20, "Only answered may stand under “w”, true or false."),
        ("{n: 5}", 20, "Write at_least, at_most or answered under “n”."),
        ("{n: {}}", 20, "Write at_least, at_most or answered under “n”."),
        ("{a: {at_least: 3}}", 31, "“a” is answered by no number: at_least does not apply to it."),
        ("{n: {at_least: many}}", 31, "A whole number is expected here."),
        (
            "{n: {more_than: 3}}",
            21,
            "“more_than” is not known here. Expected: at_least, at_most or answered.",
        ),
        (
            "{n: {answered: perhaps}}",
            31,
            "Write true or false here.",
        ),
        ("{all: {a: x}}", 22, "A list of conditions is expected here."),
        ("{any: []}", 22, "A list of conditions is expected here."),
        ("{not: x}", 22, "A condition is expected here, such as situation: employed."),
        ("{any: [{a: x}, {b: x}]}", 32, "No question has the id “b”."),
        (
            "{q: {answered: true}}",
            17,
            "“q” is asked later: a condition looks only at what was asked before.",
        ),
        (
            "{later: {answered: true}}",
            17,
            "“later” is asked later: a condition looks only at what was asked before.",
        ),
        ("{all: [{a: x}, {a: y}]}", 16, "No answers can meet this condition: nobody is asked this."),
        ("{n: {at_least: 10}}", 16, "No answers can meet this condition: nobody is asked this."),
        (
            "{n: {at_least: 5, at_most: 4}}",
            16,
            "No answers can meet this condition: nobody is asked this.",
        ),
        ("{a: x, not: {n: {at_least: 3}}, n: {at_least: 3}}", 16, "No answers can meet this condition"),
    ],
)
def test_a_fault_has_its_place(tmp_path: Path, condition: str, column: int, said: str) -> None:
    found = faults_of(tmp_path, asked("q", condition), asked("later", "{a: x}"))
    assert (3, column) in [(line, at) for line, at, _ in found], found
    assert any(said in what for line, at, what in found if (line, at) == (3, column)), found


def test_a_circle_is_said_as_one(tmp_path: Path) -> None:
    found = faults_of(
        tmp_path,
        asked("q", "{r: {answered: true}}"),
        asked("r", "{s: {answered: true}}"),
        asked("s", "{q: {answered: true}}"),
    )
    circles = [(line, what) for line, _, what in found if "circle" in what]
    assert circles == [
        (3, "This condition goes round in a circle: q → r → s → q."),
        (7, "This condition goes round in a circle: r → s → q → r."),
        (11, "This condition goes round in a circle: s → q → r → s."),
    ]


def test_what_hangs_on_a_question_that_nobody_is_asked_is_not_asked_either(tmp_path: Path) -> None:
    found = faults_of(
        tmp_path, asked("q", "{all: [{a: x}, {a: y}]}"), asked("r", "{q: {answered: true}}")
    )
    assert [(line, what[:10]) for line, _, what in found] == [(3, "No answers"), (7, "No answers")]


def test_a_question_hidden_by_its_own_condition_counts_as_not_answered(tmp_path: Path) -> None:
    hidden = asked("q", "{a: x}")
    assert faults_of(tmp_path, hidden, asked("r", "{a: y, q: {answered: false}}")) == []
    (fault,) = faults_of(tmp_path, hidden, asked("r", "{a: y, q: {answered: true}}"))
    assert fault[0] == 7


def test_a_condition_too_deep_is_said_as_such(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, asked("q", "{not: " * 11 + "{a: x}" + "}" * 11))
    assert fault[2] == "Conditions stand at most 10 levels deep: take this one apart."


def test_what_hangs_on_a_question_that_could_not_be_read_is_not_called_impossible(
    tmp_path: Path,
) -> None:
    found = faults_of(tmp_path, asked("q", "{not: {b: x}}"), asked("r", "{q: {answered: true}}"))
    assert [what for _, _, what in found] == ["No question has the id “b”."]
