"""The check can fail: an exercise that breaks a promise is caught, and the sentence names the step."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from progpro_tui.core.administration import Administration
from progpro_tui.core.instrument import Instrument
from progpro_tui.testing import check_exercise
from tests.support import instrument, items, scale
from tests.testing import broken


def small() -> Instrument:
    made = instrument(items("S", 1), [scale("S")])
    return replace(made, kind="broken", settings={})


def caught(exercise: Any, **changes: Any) -> str:
    with pytest.raises(AssertionError) as failed:
        check_exercise(exercise, small(), **{"elsewhere": False, **changes})
    words = str(failed.value)
    assert words.startswith("The exercise “broken”"), words
    return words


def test_an_exercise_that_keeps_its_promises_passes() -> None:
    check_exercise(broken.Good(), small())


@pytest.mark.parametrize(
    ("exercise", "step", "said"),
    [
        (broken.Drifting, "first", "answered alike twice, it is not the same: “question” is"),
        (broken.Remembering, "first|last|more", "led beside another run"),
        (broken.Unlike, "", "the profile is not the same: “facts” is"),
        (broken.Twice, "first", "asks “first” twice"),
        (broken.Endless, "first9998", "never ends"),
        (broken.Unlisted, "more", "does not stand in the outline"),
        (broken.ListedTwice, "more", "stands twice in the outline"),
        (broken.NeverAsked, "extra", "nobody came to 1 of 5 steps: extra"),
        (broken.ListedOtherwise, "last", "asked as a Rate and listed as a Place"),
        (broken.Numbered, "two", "asks another thing than the outline says"),
        (broken.OneLanguage, "first", "“question” has no wording in “en”"),
        (broken.Blank, "first", "“question” has no wording in “en”"),
        (broken.NoPlainWording, "first", "“question” has no plain wording in “en”"),
        (broken.OpenSlot, "first", "“question” has a slot that nothing fills: {what}"),
        (broken.Unsayable, "first", "“question” has a slot that nothing fills: {what}"),
        (broken.NoTopic, "first", "its topic is empty in “fr”"),
        (broken.Accepting, "first", "it accepts 1000000000"),
        (broken.Compelling, "first", "cannot be skipped"),
        (broken.Offering, "first", "accepted and not offered: declined"),
        (broken.Impatient, "first", "fails when it is answered: TypeError"),
        (broken.OutOfBounds, "", "the score of “S” is out of its bounds: 8 is outside 1…5"),
        (broken.WithoutReason, "", "“S” has neither a score nor a reason why not"),
        (broken.Ungrouped, "", "its tied groups do not hold every scale"),
        (broken.Unstorable, "", "its profile changes when it is stored: “facts” is"),
        (broken.Faulty, "", "a fault in this instrument, at settings.most: Write a number above 0."),
    ],
    ids=lambda found: getattr(found, "__name__", ""),
)
def test_a_broken_promise_is_caught(exercise: Any, step: str, said: str) -> None:
    words = caught(exercise())
    assert said in words
    named = re.search("step “(.*?)”", words)
    assert re.fullmatch(step, named[1] if named else "") is not None, words


def test_what_depends_on_hashes_is_caught_in_another_process() -> None:
    assert "in another process" in caught(broken.Hashed(), elsewhere=True)


def test_an_exemption_must_be_of_a_step() -> None:
    check_exercise(broken.NeverAsked(), small(), unreachable=["ex*"], elsewhere=False)
    assert "no step of the outline is called so" in caught(broken.Good(), unreachable=["duel:*"])


def test_an_instrument_of_another_kind_is_said() -> None:
    with pytest.raises(AssertionError, match="with an instrument of the kind “rating”"):
        check_exercise(broken.Good(), replace(small(), kind="rating"))


def test_walks_find_a_run_that_does_not_follow_its_kept_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    follow = Administration._follow

    def only_at_first(self: Administration) -> None:
        if len(self.path) == 1:
            follow(self)

    monkeypatch.setattr(Administration, "_follow", only_at_first)
    assert "step “last”: its answer sleeps and should be live, after: " in caught(broken.Good())


def test_branches_that_do_not_come_back_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    replay = Administration._replay

    def forgetting(self: Administration) -> None:
        replay(self)
        for step in self.sleeping:
            del self._kept[step]

    monkeypatch.setattr(Administration, "_replay", forgetting)
    assert "another answer is lost" in caught(broken.Good(), walks=0)
