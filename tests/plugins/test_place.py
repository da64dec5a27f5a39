"""Wheel and life line: differences, the order of years, and what is left out."""

from __future__ import annotations

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.findings import Gaps, LifeLine
from tests.kinds import golden, profile_of


def test_a_difference_is_wished_less_today_and_needs_both() -> None:
    answers: dict[str, Answer] = {
        "today:tasks": 4,
        "wished:tasks": 9,
        "today:people": 8,
        "wished:people": 6,
        "today:hours": 0,
        "wished:hours": Missing.SKIPPED,
        "today:pay": Missing.DECLINED,
        "wished:pay": 10,
    }
    profile = profile_of(golden("wheel"), answers)
    (gaps,) = profile.findings
    assert isinstance(gaps, Gaps)
    assert [row.difference for row in gaps.rows] == [5, -2, None, None, None, None]
    assert profile.facts["difference"] == {"tasks": 5, "people": -2}
    assert profile.facts["today"] == {"tasks": 4, "people": 8, "hours": 0}
    assert profile.scores == ()


def test_moments_stand_by_year_and_those_without_one_last() -> None:
    answers: dict[str, Answer] = {
        "event:1": "a course",
        "event:1.year": 2020,
        "event:1.height": 3,
        "event:1.learned": "to ask",
        "event:2": "a journey",
        "event:2.year": Missing.SKIPPED,
        "event:2.height": Missing.DECLINED,
        "event:3": "a first job",
        "event:3.year": 1998,
        "event:3.height": -5,
        "event:4": Missing.SKIPPED,
    }
    profile = profile_of(golden("timeline"), answers)
    (line,) = profile.findings
    assert isinstance(line, LifeLine)
    assert [(m.title, m.year, m.height, m.learned) for m in line.moments] == [
        ("a first job", 1998, -5, ""),
        ("a course", 2020, 3, "to ask"),
        ("a journey", None, None, ""),
    ]
    assert profile.private


def test_a_line_without_a_moment_is_empty() -> None:
    (line,) = profile_of(golden("timeline"), {"event:1": Missing.SKIPPED}).findings
    assert isinstance(line, LifeLine)
    assert line.moments == ()
