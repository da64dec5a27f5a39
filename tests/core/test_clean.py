"""What is cleaned of words from outside, and what scripts and pictures need is left alone."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.core.clean import JOINERS, MARK, MOST_ACCENTS, UNSAFE, bounded, clean, purged
from tests.hostile.words import hostile


@given(st.text(st.characters(), max_size=60), st.booleans())
def test_cleaned_once_is_cleaned_for_good(words: str, lines: bool) -> None:
    assert clean(clean(words, lines), lines) == clean(words, lines)


def test_nothing_unsafe_is_left_of_hostile_words() -> None:
    for words in hostile(300):
        for said in (clean(words), purged(words)):
            unsafe = {letter for letter in said if unicodedata.category(letter) in UNSAFE}
            assert unsafe <= JOINERS
            said.encode()  # no half of a pair is left


@pytest.mark.parametrize(
    "words", ["👩‍👩‍👧‍👦", "❤️‍🔥", "1️⃣", "می‌خواهم", "क्‍ष", "葛\U000e0100", "עִבְרִית", "Nguyễn", "x̂"]
)
def test_scripts_and_pictures_are_left_alone(words: str) -> None:
    assert clean(words) == unicodedata.normalize("NFC", words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a\u200db", f"a{MARK}b"),
        ("👍\u200d\u200d", f"👍\u200d{MARK}"),
        ("葛\U000e0100\U000e0101", f"葛\U000e0100{MARK}"),
        ("a\ufe00", f"a{MARK}"),
        ("\u3164", MARK),
        ("x\u2800y", f"x{MARK}y"),
        ("\ud800", MARK),
        ("a\U000e0041", f"a{MARK}"),
        ("a\nb", "a b"),
    ],
)
def test_what_nobody_sees_is_marked(words: str, said: str) -> None:
    assert clean(words) == said


def test_a_pile_of_accents_is_cut_and_costs_no_time() -> None:
    assert clean("x" + "\u0327" * 100) == "x" + "\u0327" * MOST_ACCENTS + MARK
    for accents in ("\u0301\u0316\u0327\u0334", "\u05b0\u05b1\u0651\u0670"):
        began = time.perf_counter()
        clean("a" + accents * 25_000, lines=True)
        assert time.perf_counter() - began < 1, "composing it takes ten seconds"


def test_words_are_bounded() -> None:
    assert bounded("abc", 3) == "abc"
    assert bounded("abcd", 3) == "ab…"
