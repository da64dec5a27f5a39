"""Proposed passphrases: drawn fairly from a list that suits, and checked by three of the words."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from progpro_tui.core.passphrase import LITTLE, as_typed, judge
from progpro_tui.workspace.passphrases import ASKED, UNKIND, WORDS, draw, word_list


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_are_many_short_and_all_different(language: str) -> None:
    words = word_list(language)
    assert len(words) >= 4096
    assert len(set(words)) == len(words)
    assert all(4 <= len(word) <= 8 and word.isascii() and word.islower() for word in words)
    assert WORDS * math.log2(len(words)) >= 88
    assert not set(words) & (UNKIND[language] | LITTLE)
    assert all(word == as_typed(word) for word in words)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_is_another_with_a_plural(language: str) -> None:
    words = set(word_list(language))
    assert [word for word in words if word[-1] in "sx" and word[:-1] in words] == []


def test_another_language_is_drawn_in_french() -> None:
    assert word_list("de") == word_list("fr")


def test_a_phrase_is_drawn_from_the_whole_list_and_asks_three_words() -> None:
    seen: Counter[str] = Counter()
    places: Counter[int] = Counter()
    for _ in range(3000):
        drawn = draw("fr")
        assert len(drawn.words) == WORDS
        assert len(set(drawn.asked)) == ASKED
        assert list(drawn.asked) == sorted(drawn.asked)
        seen.update(drawn.words)
        places.update(drawn.asked)
    # 21,000 of 7,000 words: nearly all come, and none comes often.
    assert len(seen) > 0.9 * len(word_list("fr"))
    assert max(seen.values()) < 20
    assert set(places) == set(range(WORDS))


def test_the_ends_of_the_list_are_drawn_too() -> None:
    words = word_list("fr")
    assert set(draw("fr", lambda count: 0).words) == {words[0]}
    assert set(draw("fr", lambda count: count - 1).words) == {words[-1]}


def test_a_word_is_checked_without_accents_or_case() -> None:
    drawn = draw("fr")
    for place, word in enumerate(drawn.words):
        assert drawn.fits(place, f" {word.upper()} ")
        assert not drawn.fits(place, word[:-1])
        assert not drawn.fits(place, "")


def test_what_is_drawn_would_pass_as_ones_own() -> None:
    for language in ("fr", "en"):
        for _ in range(200):
            drawn = draw(language)
            if len(set(drawn.words)) == WORDS:
                judge(drawn.phrase)
