"""Every exercise of ours keeps its promises, on the worked example of its kind."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.run import Run
from progpro_tui.testing import check_exercise
from progpro_tui.testing.amend import Walk
from progpro_tui.testing.subject import Subject
from tests.kinds import NAMES, exercise_of, golden, host, run_of


def test_every_kind_has_a_worked_example() -> None:
    assert {golden(name).kind for name in NAMES} == set(host().kinds)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_short_bilingual_and_right(name: str) -> None:
    instrument = golden(name)
    assert instrument.languages == ("fr", "en")
    assert len(instrument.items) <= 12


@pytest.mark.parametrize("name", NAMES)
def test_the_exercise_keeps_its_promises(name: str) -> None:
    check_exercise(exercise_of(golden(name)), golden(name))


def walked(instrument: Instrument, chance: random.Random, moves: int) -> None:
    """Any sequence of answer, amend, back, skip, pause, resume, switch of language and wording."""
    run: Run[object] = run_of(instrument)
    subject = Subject(exercise_of(instrument), run, respondents=0, seed=0)
    walk = Walk.of(subject, Random(Who(instrument, seed=chance.randint(0, 999))))
    for _ in range(moves):
        walk.move(chance)
    walk.finish()


QUICK = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(chance=st.randoms(use_true_random=False), moves=st.integers(0, 30))
def test_any_sequence_ends_in_the_profile_of_the_final_live_answers(
    name: str, chance: random.Random, moves: int
) -> None:
    walked(golden(name), chance, moves)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", NAMES)
@settings(QUICK, max_examples=150)
@given(chance=st.randoms(use_true_random=False), moves=st.integers(0, 120))
def test_any_long_sequence_ends_in_the_profile_of_the_final_live_answers(
    name: str, chance: random.Random, moves: int
) -> None:
    walked(golden(name), chance, moves)
