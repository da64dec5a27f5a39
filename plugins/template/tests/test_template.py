"""What the plugin promises."""

import asyncio
from fractions import Fraction
from pathlib import Path

import progpro_template
import pytest
from progpro_template.exercise import Template

from progpro_tui.api import Instrument
from progpro_tui.testing import check_exercise, check_plugin, instrument_from, plugin_host, profile_of
from progpro_tui.testing.screen import on_screen

pytest_plugins = ["progpro_tui.testing.fixtures"]
pytestmark = pytest.mark.usefixtures("own_home")

EXAMPLE = Path(progpro_template.__file__).with_name("example.yaml")


@pytest.fixture
def example() -> Instrument:
    return instrument_from(EXAMPLE, plugin_host(progpro_template))


def test_it_keeps_all_that_plugins_promise() -> None:
    check_plugin(progpro_template)


def test_the_exercise_leads_everyone_to_an_end(example: Instrument) -> None:
    check_exercise(Template(), example, respondents=20)


def test_the_score_is_the_mean(example: Instrument) -> None:
    answers = {"a1": 6, "a2": 5, "a3": 4, "b1": 0, "b2": 0, "b3": 0}
    profile = profile_of(example, plugin_host(progpro_template), answers)
    assert profile.score("P").value == Fraction(5)
    assert profile.score("T").value == 0


def test_too_few_answers_make_no_score(example: Instrument) -> None:
    profile = profile_of(example, plugin_host(progpro_template), {"a1": 6})
    assert profile.score("P").value is None


def test_keys_answer_it_in_the_app(example: Instrument) -> None:
    asyncio.run(answered_by_keys(example))


async def answered_by_keys(example: Instrument) -> None:
    async with on_screen(example, plugin_host(progpro_template), language="fr") as screen:
        await screen.press("enter")
        assert "Accueillir un groupe" in screen.shown
        assert "← ●●●○○○ →  3" in screen.shown
        await screen.press("right", "right", "enter")
        assert dict(screen.answers)["a1"] == 5
        await screen.press("2", "p")
        assert screen.step == "b1"
        assert dict(screen.answers)["a2"] == 2
