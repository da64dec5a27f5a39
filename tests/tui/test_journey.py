"""The main job by keyboard alone: a practice, a dossier, sixty items, the profile, the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.code import CodeScreen
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.tui.screens.dossier import DossierScreen
from progpro_tui.tui.screens.export import ExportDialog
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.instruments import InstrumentsScreen
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.tui.screens.run import RunScreen
from tests.tui.driver import CODE, Driver, driving, practice
from tests.tui.setting_up import set_up


async def choose(driver: Driver, instrument: str = "interests") -> None:
    """Begin this instrument on the screen that lists them."""
    screen = driver.screen
    assert isinstance(screen, InstrumentsScreen)
    offer = next(offer for offer in screen._found if offer.id == instrument)
    await driver.paste(offer.title.resolve(driver.app.translator.language))
    places = [offer.id for offer in screen._found]
    await driver.press(*["down"] * places.index(instrument), "enter")


async def begin(driver: Driver, person: str = "Delorme, Amina", instrument: str = "interests") -> None:
    """From home to the first question, with the counsellor."""
    await driver.press("ctrl+n")
    await driver.type(person)
    await driver.press("enter", "enter")
    assert isinstance(driver.screen, DossierScreen)
    await driver.press("enter")
    assert isinstance(driver.screen, InstrumentsScreen)
    await choose(driver, instrument)
    assert isinstance(driver.screen, RunScreen)
    await driver.press("enter")


async def test_from_an_empty_machine_to_a_pdf(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with driving(folder) as driver:
        await set_up(driver)
        assert isinstance(driver.screen, HomeScreen)
        assert "Aucun dossier pour l’instant." in driver.shown
        await begin(driver)
        for number in range(1, 61):
            assert f"{number} sur 60" in driver.shown
            await driver.press("12345"[number % 5])
        assert isinstance(driver.screen, DoneScreen)
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, ProfileScreen)
        assert "Répondu 60 sur 60" in driver.shown
        await driver.press("e")
        assert isinstance(driver.screen, ExportDialog)
        await driver.press("ctrl+s")
        assert "● Écrit" in driver.shown
        await driver.press("escape", "escape", "escape")
        assert isinstance(driver.screen, HomeScreen)
        assert "● Delorme, Amina" in driver.shown
    written = list((tmp_path / "documents").glob("*.pdf"))
    assert [path.name for path in written] == [f"mes-interets-{_today()}.pdf"]
    assert written[0].read_bytes().startswith(b"%PDF")


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


async def test_hand_over_answer_alone_give_back_by_the_code(tmp_path: Path) -> None:
    practice(tmp_path / "p")
    async with driving(tmp_path / "p") as driver:
        await begin(driver)
        await driver.press("4", "f5", "enter")
        assert driver.app.handed
        assert "Delorme" not in driver.shown
        await driver.press("5", "5", "escape")
        assert isinstance(driver.screen, PauseScreen)
        assert "Vos 3 réponses sont enregistrées." in driver.shown
        await driver.press("f5")
        assert isinstance(driver.screen, CodeScreen)
        await driver.type("0000")
        await driver.press("enter")
        assert "Encore 2 essais" in driver.shown
        await driver.type(CODE)
        await driver.press("enter")
        assert isinstance(driver.screen, RunScreen)
        assert not driver.app.handed
        assert "4 sur 60" in driver.shown
    workspace = unlocked(tmp_path / "p")
    dossier = workspace.dossiers.all()[0][0]
    given = workspace.repository.answers(dossier.id, dossier.runs[0].id)
    assert [g.by for g in given][-3:] == ["counsellor", "person", "person"]


async def test_the_code_takes_the_unshifted_digits_of_a_french_keyboard(tmp_path: Path) -> None:
    practice(tmp_path / "p")
    azerty = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))
    async with driving(tmp_path / "p") as driver:
        await begin(driver)
        await driver.press("f5", "enter", "escape", "f5")
        await driver.press(*(azerty[digit] for digit in CODE), "enter")
        assert not driver.app.handed


@pytest.mark.parametrize("handed", [True, False])
async def test_a_stop_in_the_middle_goes_on_at_the_next_item(tmp_path: Path, handed: bool) -> None:
    practice(tmp_path / "p")
    async with driving(tmp_path / "p") as driver:
        await begin(driver)
        if handed:
            await driver.press("f5", "enter")
        await driver.press("1", "2", "3")
    async with driving(tmp_path / "p") as driver:
        if not handed:
            assert isinstance(driver.screen, HomeScreen)
            await driver.press("enter", "enter")
        assert isinstance(driver.screen, RunScreen)
        assert driver.app.handed is handed
        assert "4 sur 60" in driver.shown
        assert "Vous en étiez à la question 4." in driver.shown.replace("\u00a0", " ")
        assert ("Delorme" in driver.shown) is not handed


async def test_at_the_end_the_beneficiary_sees_thanks_and_no_result(tmp_path: Path) -> None:
    practice(tmp_path / "p")
    async with driving(tmp_path / "p") as driver:
        await begin(driver)
        await driver.press("f5", "enter", *("5" * 59), "p")
        assert isinstance(driver.screen, DoneScreen)
        assert "1 question passée" in driver.shown
        await driver.press("tab", "enter")
        assert isinstance(driver.screen, RunScreen)
        assert "60 sur 60" in driver.shown
        await driver.press("5", "enter")
        assert "C’est terminé. Merci." in driver.shown
        assert "RIASEC" not in driver.shown
        await driver.press("escape", "ctrl+q", "ctrl+p", "backspace")
        assert "C’est terminé. Merci." in driver.shown
        await driver.press("f5")
        await driver.type(CODE)
        await driver.press("enter")
        assert isinstance(driver.screen, DoneScreen)
        await driver.press("enter")
        assert isinstance(driver.screen, ProfileScreen)
        assert "(RIASEC)" in driver.shown
        assert "Indifférencié" in driver.shown


async def test_passed_questions_are_visited_one_after_the_other(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        keys = ["p" if number in {4, 20, 59} else "5" for number in range(1, 61)]
        await driver.press(*keys)
        assert "3 questions passées" in driver.shown
        await driver.press("tab", "enter")
        assert "4 sur 60" in driver.shown
        await driver.press("3")
        assert "20 sur 60" in driver.shown
        await driver.press("p")
        assert "59 sur 60" in driver.shown
        await driver.press("3")
        assert isinstance(driver.screen, DoneScreen)
        assert "1 question passée" in driver.shown


async def test_forward_goes_past_answers_that_stand(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("1", "2", "3", "left", "left")
        assert "2 sur 60" in driver.shown
        assert "→ Suivante" in driver.shown
        await driver.press("right", "right", "right")
        assert "4 sur 60" in driver.shown
        assert "→ Suivante" not in driver.shown
