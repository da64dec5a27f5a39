"""Every dataclass that is kept comes back equal."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from progpro_tui.core.answers import Given, Missing
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import IndexResult, Profile, Provenance
from progpro_tui.core.text import Message, Text, message
from progpro_tui.storage.records import from_data, to_data
from tests.support import SETTINGS, answered, riasec

SMALL = riasec()


def through_json(value: object) -> object:
    return from_data(json.loads(json.dumps(to_data(value))), type(value))


def test_an_instrument_comes_back() -> None:
    back = through_json(SMALL)
    assert back == SMALL
    assert isinstance(back, Instrument)


def test_a_profile_comes_back_with_exact_scores_and_reasons() -> None:
    answers = {item.id: 1 + n % 5 for n, item in enumerate(SMALL.items) if n % 4}
    profile = answered(SMALL, answers).profile()
    index = IndexResult(
        "holland.code",
        message("Holland code"),
        message("{value} and {name}", value=Fraction(1, 3), name=Text({"fr": "a", "en": "b"})),
        data={"code": {"from": 1, "to": None}},
        reason=message("no"),
    )
    provenance = Provenance("a", "1", "h", "e", "p", "s", "f", 3, ("fr",), True, ("person",), 7)
    whole = replace(profile, indices=(index,), provenance=provenance)
    back = through_json(whole)
    assert isinstance(back, Profile)
    assert back == whole
    assert {type(score.value) for score in back.scores if score.value} == {Fraction}


@pytest.mark.parametrize("answer", [4, "skipped", *Missing])
def test_an_answer_comes_back_as_what_it_was(answer: int | str | Missing) -> None:
    given = Given("r1", answer, final=False, at="2026-11-23T10:00:00", seconds=1.5, plain=True)
    assert through_json(given) == given


def test_nested_messages_come_back() -> None:
    nested = Message("{a}", {"a": message("{b}", b=Text({"fr": "x"}, {"fr": "y"}))}, "many")
    assert through_json(nested) == nested


def test_settings_come_back() -> None:
    assert through_json(SETTINGS) == SETTINGS
