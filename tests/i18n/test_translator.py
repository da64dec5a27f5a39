"""Slots are filled by name: what comes from outside reaches nothing else."""

from __future__ import annotations

import pytest

from progpro_tui.core.text import Filled, Message, Text
from progpro_tui.i18n.translator import Translator

EN = Translator("en")


@pytest.mark.parametrize(
    "pattern", ["{a.__class__}", "{a[0]}", "{a:>9999999999}", "{0}", "{", "}", "{b}", "{a!s}"]
)
def test_a_slot_reaches_nothing_and_no_width_is_given(pattern: str) -> None:
    for words in (Message(pattern, {"a": "x"}), Filled(Text({"en": pattern}), {"a": "x"})):
        assert EN(words) == pattern


def test_slots_are_filled_by_name_and_quoted_where_asked() -> None:
    assert EN(Message("{a} and {a!r}: {n}", {"a": "x", "n": 1200})) == "x and 'x': 1,200"
