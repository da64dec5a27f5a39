"""What is typed as what a step takes: numbers, dates, pasted text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.core.clean import UNSAFE
from progpro_tui.core.write_step import Write
from progpro_tui.tui.steps.typed import date_as_typed, date_of, number_of, pasted
from tests.support import text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12", 12),
        (" 1 250 ", 1250),
        ("1\u202f250", 1250),
        ("-3", -3),
        ("\u22123", -3),
        ("+4", 4),
        ("12,5", None),
        ("douze", None),
        ("", None),
        ("１２", None),
        ("9999999999", None),
    ],
)
def test_numbers(words: str, expected: int | None) -> None:
    assert number_of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2011", "2011"),
        ("06/2011", "2011-06"),
        ("6/2011", "2011-06"),
        ("15/06/2011", "2011-06-15"),
        ("5/6/2011", "2011-06-05"),
        ("15.06.2011", "2011-06-15"),
        ("15-06-2011", "2011-06-15"),
        ("15 06 2011", "2011-06-15"),
        (" 06 2011 ", "2011-06"),
        ("2011-06", "2011-06"),
        ("2011-06-15", "2011-06-15"),
        ("11", None),
        ("15/06/11", None),
        ("juin 2011", None),
        ("", None),
    ],
)
def test_dates(words: str, expected: str | None) -> None:
    assert date_of(words) == expected


@given(st.dates())
def test_every_day_is_taken_as_it_is_typed(day: object) -> None:
    iso = str(day)
    assert date_of(date_as_typed(iso)) == iso
    Write("s", text("?"), "date").check(iso)


@pytest.mark.parametrize("iso", ["2011", "2011-06", "2011-06-15"])
def test_a_date_is_shown_as_it_was_typed(iso: str) -> None:
    assert date_of(date_as_typed(iso)) == iso
    assert "-" not in date_as_typed(iso)


def test_what_is_no_date_is_shown_as_it_is() -> None:
    assert date_as_typed("12 ju") == "12 ju"


@given(st.text(), st.booleans())
def test_nothing_pasted_steers_a_screen(words: str, lines: bool) -> None:
    plain = pasted(words, lines)
    kinds = {unicodedata.category(letter) for letter in plain if letter not in "\n\u200c\u200d"}
    assert not kinds & UNSAFE
    assert lines or "\n" not in plain


def test_rows_of_a_paste_are_kept_or_joined() -> None:
    words = "un\r\ndeux\rtrois\tfin\x1b[2J\u202e"
    assert pasted(words, lines=True) == "un\ndeux\ntrois fin[2J"
    assert pasted(words, lines=False) == "un deux trois fin[2J"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_line_ends_whatever_it_came_from(end: str) -> None:
    assert pasted(f"un{end}deux", lines=True) == "un\ndeux"
    assert pasted(f"un{end}deux", lines=False) == "un deux"
