"""Numbers and names as they are typed, on any keyboard, or dictated."""

from __future__ import annotations

import pytest

from progpro_tui.core.errors import AnswerRefused
from progpro_tui.linear.spoken import number, numbers, place_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("4", 4),
        (" 4. ", 4),
        ("12 000", 12000),
        ("-3", -3),
        ("−3", -3),
        ("+3", 3),
        ("moins trois", -3),
        ("minus 3", -3),
        ("quatre", 4),
        ("Une.", 1),
        ("zéro", 0),
        ("ten", 10),
        ("&", 1),
        ("é", 2),
        ("(", 5),
        ("-", 6),
        ("à", 0),
        ("&à", 10),
        ("-é", -2),
    ],
)
def test_a_number_in_every_way_it_comes(words: str, value: int) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", " ", "x", "4x", "4 x", "beaucoup", "4.5", "--", "9" * 40])
def test_what_is_no_number(words: str) -> None:
    assert number(words) is None


@pytest.mark.parametrize("words", ["1 4 12", "1, 4, 12", "1;4;12", "1 4 et 12", "& ' &é", "1. 4. 12."])
def test_a_list_of_numbers(words: str) -> None:
    assert numbers(words) == [1, 4, 12]


def test_a_list_with_anything_else_in_it_is_none() -> None:
    assert numbers("1 x") is None
    assert numbers("") is None


NAMES = ("Plutôt oui", "Plutôt non", "Non", "non")


def test_a_thing_by_its_number_or_its_name_but_never_by_half_a_name() -> None:
    assert place_of("2", NAMES) == 1
    assert place_of("plutot OUI.", NAMES) == 0
    for words in ("plutôt", "0", "5", "non", "…"):
        with pytest.raises(AnswerRefused):
            place_of(words, NAMES)
