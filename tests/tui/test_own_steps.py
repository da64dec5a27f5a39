"""A step of a plugin's own: its widget shows it, and where it fails the built-in step stands in."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from progpro_tui.authoring.new.plugin import template_folder
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.instrument import Instrument
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.testing import check_exercise, instrument_from, plugin_host
from progpro_tui.testing.screen import Screen, on_screen
from progpro_tui.widget_api import StepView

BREAKS = {
    "when it is made": ("self.top = 0\n", "self.top = 0\n        1 / 0\n"),
    "when it is composed": ("yield Needle(", "1 / 0\n        yield Needle("),
    "when it is shown": ("self.step, self.top = step, step.top\n", "1 / 0\n"),
    "when a key is taken": ("if name.isdecimal()", "if 1 / 0 and name.isdecimal()"),
    "when it acts": ("self.turn_to(self.value + 1)", "1 / 0"),
    "when it gives the focus": ("self.query_one(Needle).focus()", "1 / 0"),
}

IN_SHORT = ("when it is composed", "when it acts")
"""One that kills the widget, and one that would kill the app: the others in the long form."""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the template's package on the path, to be broken."""
    import shutil

    shutil.copytree(template_folder(), tmp_path / "template")
    monkeypatch.syspath_prepend(str(tmp_path / "template"))
    forget()
    yield tmp_path / "template" / "progpro_template"
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.startswith("progpro_template")]:
        del sys.modules[name]


def taken_in(package: Path) -> tuple[PluginHost, Instrument]:
    import progpro_template

    host = plugin_host(progpro_template)
    return host, instrument_from(package / "example.yaml", host)


async def test_its_own_widget_shows_it_in_both_languages_and_wordings(made: Path) -> None:
    host, example = taken_in(made)
    async with on_screen(example, host, language="fr", size=(80, 24)) as screen:
        await screen.press("enter", "5", "right", "enter")
        assert dict(screen.answers)["a2"] == 4
        assert "Présenter un projet à des collègues" in screen.shown
        await screen.press("f2")
        assert "Parler d’un projet à des collègues" in screen.shown
        await screen.press("f3")
        assert "Talk about a project" in screen.shown
        assert "Continue" in screen.shown
        await screen.press("left")
        assert "○" in screen.shown, "an arrow of its own turns the dial, and does not go back"
        await screen.press("backspace")
        assert screen.step == "a2"
        assert "4" in screen.shown


async def test_what_the_app_says_stands_below_it_and_every_way_not_to_answer(made: Path) -> None:
    host, example = taken_in(made)
    async with on_screen(example, host, language="fr", size=(80, 24)) as screen:
        await screen.press("enter")
        ways = "p passer   n ne me concerne pas   r je préfère ne pas répondre"
        assert ways in screen.shown
        await screen.press("5")
        assert "● Enregistré\u00a0: 5 / 6" in screen.shown
        assert "── Dernières réponses" in screen.shown
        assert ways in screen.shown
        view = screen.app.screen.query_one(StepView)
        view.answer(99)
        await screen.settle()
        assert "! Un nombre de 0 à 6 est attendu ici." in screen.shown


async def test_an_answer_that_the_step_takes_no_longer_is_not_given_to_its_widget(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, example = taken_in(made)
    from progpro_template.step import Turn

    def less(step: Turn, value: object) -> None:
        if value == 5:
            raise AnswerRefused("Less than that.")

    async with on_screen(example, host, language="fr", size=(80, 24)) as screen:
        await screen.press("enter", "5", "4")
        monkeypatch.setattr(Turn, "check_value", less)
        await screen.press("backspace")
        assert screen.step == "a2"
        assert "← ●●●●○○ →  4" in screen.shown
        await screen.press("backspace")
        assert screen.step == "a1"
        assert "← ●●●○○○ →  3" in screen.shown, "as where nothing was answered"


async def test_the_way_back_stands_in_the_footer_where_the_arrow_turns_the_dial(made: Path) -> None:
    host, example = taken_in(made)
    async with on_screen(example, host, language="fr", size=(80, 24)) as screen:
        await screen.press("enter", "5")
        assert "Revenir" in screen.rows[-1]


@pytest.mark.parametrize(
    "when",
    [pytest.param(w, marks=() if w in IN_SHORT else pytest.mark.long) for w in BREAKS],
)
async def test_a_widget_that_fails_is_given_up_and_the_run_goes_on(made: Path, when: str) -> None:
    here, there = BREAKS[when]
    widget = made / "widget.py"
    words = widget.read_text("utf-8")
    assert here in words
    widget.write_text(words.replace(here, there, 1), "utf-8")
    host, example = taken_in(made)
    async with on_screen(example, host, language="en", size=(140, 40)) as screen:
        for key in ("enter", "right", "4"):
            await blindly(screen, key)
        if screen.step == "a1":
            await blindly(screen, "4")
        assert dict(screen.answers)["a1"] == 4
        while screen.step:
            await screen.press("2")
        assert dict(screen.answers)["b3"] == 2
        assert screen.app.is_running


async def blindly(screen: Screen, key: str) -> None:
    """Press a key and wait a while: what is dead would never say that it has taken it."""
    screen.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await asyncio.sleep(0.3)


def test_lines_ask_the_fallback_and_the_profile_is_the_same(made: Path) -> None:
    host, example = taken_in(made)
    check_exercise(host.exercise("template"), example, respondents=3, walks=2, elsewhere=False)
