"""What a first use by strangers stumbled over, each mended for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.simulate.by_taste import Target
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.answers import Missing
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.answers import AnswersScreen
from progpro_tui.tui.screens.dossier import DossierScreen
from progpro_tui.tui.screens.new_dossier import NewDossierScreen
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.workspace.runs import Sitting
from tests.kinds import golden
from tests.tui.driver import driving, practice
from tests.tui.stage import begun, kept, on_stage
from tests.tui.test_journey import begin, choose

SOMEWHERE = {
    "cards": "own:1",
    "q-sort": "arrange",
    "portfolio": "exp:1.act:1.skill:1.proof",
    "timeline": "event:1.learned",
    "truest": "truest",
    "two-sorts": "like:s02",
}
"""Of each kind a step before which stand steps of other sorts."""


def come_to(folder: Path, name: str) -> Sitting:
    of = golden(name)
    respondent = Target(Who(of))
    return begun(folder, of, SOMEWHERE[name], respondent.answer)


@pytest.mark.parametrize("name", SOMEWHERE)
async def test_any_answer_is_chosen_from_the_list_of_them(tmp_path: Path, name: str) -> None:
    """The widget of the step that is left fits the one that is chosen in few cases only."""
    sitting = come_to(tmp_path, name)
    reached = sitting.administration.position
    async with on_stage(tmp_path, sitting) as driver:
        for choice in ("enter", "end"):
            await driver.press("escape", "v")
            assert isinstance(driver.screen, AnswersScreen)
            await driver.press(*([choice] if choice == "enter" else [choice, "enter"]))
            assert isinstance(driver.screen, RunScreen)
            assert sitting.administration.position < reached
            assert sitting.administration.frontier == reached


@pytest.mark.parametrize("name", SOMEWHERE)
async def test_a_window_too_small_takes_nothing_and_gives_the_focus_back(
    tmp_path: Path, name: str
) -> None:
    sitting = come_to(tmp_path, name)
    before = {step: given.answer for step, given in kept(sitting).items()}
    async with on_stage(tmp_path, sitting) as driver:
        await driver.pilot.resize_terminal(50, 15)
        await driver.press("x", "y", "left", "backspace", "enter", "1", "p")
        assert "Agrandissez" in driver.shown
        assert {step: given.answer for step, given in kept(sitting).items()} == before
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        assert driver.app.focused is not None
        assert driver.app.focused.is_attached
    assert {step: given.answer for step, given in kept(sitting).items()} == before


async def test_a_run_begun_too_small_takes_nothing_either(tmp_path: Path) -> None:
    sitting = begun(tmp_path, golden("portfolio"), "exp:1")
    async with on_stage(tmp_path, sitting, size=(50, 15)) as driver:
        await driver.press("x", "y", "enter")
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        await driver.type("ok")
        await driver.press("enter")
    assert kept(sitting)["exp:1"].answer == "ok"


async def test_what_else_there_is_is_not_lost_to_a_letter(tmp_path: Path) -> None:
    """« p » and « r » leave a question out; not once something is ticked."""
    sitting = begun(tmp_path, "job-enquiry", "next")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("1", "p", "r")
        assert sitting.step is not None
        assert sitting.step.id == "next"
        await driver.press("1", "r")
    assert kept(sitting)["next"].answer is Missing.DECLINED


@pytest.mark.parametrize(("name", "step"), [("portfolio", "exp:1"), ("timeline", "event:1")])
async def test_ending_a_list_leaves_nothing_out(tmp_path: Path, name: str, step: str) -> None:
    sitting = begun(tmp_path, golden(name), step)
    sitting.answer(Missing.SKIPPED, language="fr")
    assert sitting.administration.finished
    assert sitting.administration.passed == ()
    profile = sitting.finish()
    assert profile.closed == (step,)
    assert profile.lines == ()


async def test_going_back_and_back_eats_no_text_and_says_what_is_kept(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "first-interview", "needs", Target(Who(golden("form"))).answer)
    texts = {step: given.answer for step, given in kept(sitting).items()}
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press(*["backspace"] * 3)
        assert "Vos réponses suivantes sont gardées" in driver.shown.replace("\u00a0", " ")
        await driver.press("escape")
        assert isinstance(driver.screen, PauseScreen)
        assert f"Vos {len(texts) - 1} réponses" in driver.shown.replace("\u00a0", " ")
    assert {step: given.answer for step, given in kept(sitting).items()} == texts


async def test_arrows_lead_from_button_to_button(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("4", "escape", "down", "down", "enter")
        assert isinstance(driver.screen, DossierScreen)


async def test_what_is_under_way_goes_on_and_is_not_begun_again(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("4", "2", "escape", "d", "n")
        await choose(driver)
        assert "3 sur 60" in driver.shown
    dossier = unlocked(tmp_path).dossiers.all()[0][0]
    assert len(dossier.runs) == 1


async def test_the_programme_that_is_marked_is_the_one_that_is_made(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("ctrl+n")
        await driver.type("Morel, Inès")
        await driver.press("enter", "down", "tab")
        assert isinstance(driver.screen, NewDossierScreen)
        (marked,) = (row for row in driver.rows if "(•)" in row)
        assert "Définition" in marked
        await driver.press("enter")
    assert unlocked(tmp_path).dossiers.all()[0][0].programme == "project"
