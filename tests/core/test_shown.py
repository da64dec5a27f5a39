"""What a sentence quotes of a refused answer: short, and as a person writes it."""

from __future__ import annotations

from typing import Any

import pytest

from progpro_tui.core.card_steps import check_ids
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.shown import LONGEST, shown
from progpro_tui.core.steps import Option
from progpro_tui.core.text import Text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7, "7"),
        ("a\n b", "a b"),
        (("1", "2"), "1, 2"),
        ((), "–"),
        (10**5000, "> 10⁶⁰"),
        (-(10**5000), "< \N{MINUS SIGN}10⁶⁰"),
        ("x" * 200, "x" * 59 + "…"),
        (tuple("ab" * 500), "a, b, " * 9 + "a, b,…"),
    ],
    ids=lambda value: str(value)[:9] if not isinstance(value, int) else "number",
)
def test_a_value_is_shown_shortly(value: Any, words: str) -> None:
    assert shown(value) == words
    assert len(words) <= LONGEST


def test_parts_that_are_no_ids_are_refused() -> None:
    parts: Any = (["a"],)
    with pytest.raises(AnswerRefused):
        check_ids(parts, [Option("a", Text({"en": "A"}))])
