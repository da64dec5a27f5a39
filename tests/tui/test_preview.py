"""The preview: a file that is being written, asked anew each time it is saved."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from progpro_tui.tui.preview.app import PreviewApp
from progpro_tui.tui.preview.mistakes import marked
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.watching import Watched
from progpro_tui.workspace.workspace import Workspace
from tests.kinds import GOLDEN, host
from tests.tui.driver import Driver

GOOD = (GOLDEN / "rating.yaml").read_text("utf-8").replace("order: balanced", "order: fixed")
FORM = (GOLDEN / "form.yaml").read_text("utf-8")
ITEM = "Préparer ses outils la veille"
"""The second item."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    save(path, GOOD)
    return path


def save(path: Path, words: str) -> None:
    """As an editor does in another window."""
    path.write_text(words, "utf-8")


@asynccontextmanager
async def previewing(
    path: Path, language: str = "fr", size: tuple[int, int] = (80, 24), at: str = ""
) -> AsyncIterator[Driver]:
    workspace = Workspace(path.parent / "none", host=host())
    app = PreviewApp(workspace, Watched(path, host()), language, Settings(language), at)
    async with app.run_test(size=size) as pilot:
        yield Driver(app, pilot)
    assert not workspace.folder.exists()


async def until(driver: Driver, holds: Callable[[], bool], seconds: float = 10) -> None:
    for _ in range(round(seconds / 0.02)):
        if holds():
            break
        await asyncio.sleep(0.02)
    assert holds(), driver.shown
    if driver.app.return_code is None:
        await driver.settle()


async def shows(driver: Driver, words: str) -> None:
    await until(driver, lambda: words in driver.shown)


async def lacks(driver: Driver, words: str) -> None:
    await until(driver, lambda: words not in driver.shown)


async def at_second_item(driver: Driver) -> None:
    await shows(driver, "Voici 9 activités")
    await driver.press("enter", "4")
    await shows(driver, ITEM)


async def test_what_is_saved_is_shown_at_the_same_question(path: Path) -> None:
    async with previewing(path) as driver:
        await at_second_item(driver)
        assert driver.rows[0].split() == ["Aperçu", "›", "mine.yaml", "p2"]
        save(path, GOOD.replace(ITEM, "Ranger ses outils le soir"))
        await shows(driver, "Ranger ses outils le soir")
        assert "2 sur 9" in driver.shown
        assert "● Fichier relu." in driver.shown
        await driver.press("pageup")
        assert "(•)  4" in driver.shown


async def test_a_mistake_is_shown_in_place_and_gone_when_it_is_mended(path: Path) -> None:
    async with previewing(path) as driver:
        await at_second_item(driver)
        broken = GOOD.replace("minutes: 3", "minuts: 3").replace("score: mean", "score: meen", 1)
        save(path, broken)
        await shows(driver, "2 erreurs dans mine.yaml")
        number = broken.splitlines().index("minuts: 3") + 1
        assert f"ligne {number}, colonne 1" in driver.shown
        row = next(n for n, line in enumerate(driver.rows) if f"{number} │ minuts: 3" in line)
        assert driver.rows[row + 1].index("^") == driver.rows[row].index("minuts")
        assert "Vouliez-vous écrire « minutes » ?" in driver.shown.replace("\u00a0", " ")
        await driver.press("1", "pagedown", "escape")
        assert "2 erreurs" in driver.shown, "nothing is answered behind it, and it is not closed"
        assert "score: meen" in driver.shown
        save(path, broken.replace("minuts", "minutes"))
        await shows(driver, "1 erreur dans mine.yaml")
        assert "minuts" not in driver.shown
        save(path, GOOD)
        await lacks(driver, "erreur")
        assert ITEM in driver.shown
        assert "2 sur 9" in driver.shown


async def test_a_file_with_a_mistake_at_the_start(path: Path) -> None:
    save(path, GOOD + "\n  - [")
    async with previewing(path, "en") as driver:
        await shows(driver, "mistake")
        save(path, GOOD)
        await shows(driver, "Here are 9 activities")
        await driver.press("enter")
        assert "1 of 9" in driver.shown


async def test_questions_can_be_seen_beside_a_golden_example_that_is_wrong(path: Path) -> None:
    async with previewing(path) as driver:
        await at_second_item(driver)
        wrong = GOOD.replace("scores: {P: 5, W: 2.67, M: 2}", "scores: {P: 5, W: 2.67, M: 3}")
        save(path, wrong.replace(ITEM, "Ranger ses outils"))
        await shows(driver, "1 erreur dans mine.yaml")
        await driver.press("escape")
        assert "erreur" not in driver.shown
        assert "Ranger ses outils" in driver.shown


async def test_looking_through_answers_nothing_and_ends_at_the_profile(path: Path) -> None:
    async with previewing(path) as driver:
        await shows(driver, "Voici 9 activités")
        for number in range(1, 10):
            await driver.press("pagedown")
            assert f"{number} sur 9" in driver.shown
        await driver.press("pageup")
        assert "8 sur 9" in driver.shown
        assert "(•)" not in driver.shown
        await driver.press("pagedown", "pagedown")
        assert "Profil" in driver.rows[0]
        assert "vos réponses" in driver.rows[0]
        await driver.press("escape")
        assert "9 sur 9" in driver.shown


async def test_the_profile_follows_what_is_saved(path: Path) -> None:
    async with previewing(path, "en") as driver:
        await at_second_item_in_english(driver)
        await driver.press("f8")
        assert "answers at random" in driver.rows[0]
        await driver.press("f8")
        assert "the most everywhere" in driver.rows[0]
        assert "Planning" in driver.shown
        assert "Export" not in driver.shown
        save(path, GOOD.replace("en: Planning}", "en: Foreseeing}"))
        await shows(driver, "Foreseeing")
        assert "the most everywhere" in driver.rows[0]
        await driver.press("e", "f8")
        assert "the least everywhere" in driver.rows[0]
        await driver.press("v")
        assert "Their view" in driver.rows[0]
        await driver.press("escape", "escape")
        assert "2 of 9" in driver.shown


async def at_second_item_in_english(driver: Driver) -> None:
    await shows(driver, "Here are 9 activities")
    await driver.press("enter", "4")
    await shows(driver, "2 of 9")


async def test_any_question_can_be_opened_those_of_closed_branches_too(path: Path) -> None:
    save(path, FORM)
    async with previewing(path, "en") as driver:
        await shows(driver, "A few questions")
        await driver.press("f4")
        await shows(driver, "Every question that may be asked.")
        row = next(n for n, line in enumerate(driver.rows) if line.rstrip().endswith(" lighter"))
        first = next(n for n, line in enumerate(driver.rows) if line.rstrip().endswith(" situation"))
        await driver.press(*["down"] * (row - first), "enter")
        await shows(driver, "What would make the week lighter?")
        assert driver.rows[0].rstrip().endswith("lighter")


async def test_what_is_typed_is_there_after_the_file_was_saved(path: Path) -> None:
    save(path, FORM)
    async with previewing(path, "en", at="lighter") as driver:
        await shows(driver, "What would make the week lighter?")
        await driver.type("a day at home")
        save(path, FORM.replace("make the week lighter", "lighten the week"))
        await shows(driver, "What would lighten the week?")
        assert "a day at home" in driver.shown
        await driver.press("pagedown", "pageup")
        assert "a day at home" in driver.shown, "what was typed is an answer, not made up"


async def test_it_opens_where_it_is_told(path: Path) -> None:
    async with previewing(path, at="m2") as driver:
        await shows(driver, "Remplir les rayons")
        assert driver.rows[0].rstrip().endswith("m2")
    async with previewing(path, at="m9") as driver:
        await until(driver, lambda: driver.app.return_code == 2)
        assert isinstance(driver.app, PreviewApp)
        assert str(driver.app.refused) == "No question has the id “m9”."


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_language_wording_and_quitting_are_at_hand(path: Path, size: tuple[int, int]) -> None:
    async with previewing(path, size=size) as driver:
        await at_second_item(driver)
        for words in ("Avancer", "F8 Profil", "F2 Mots simples", "Échap Quitter", "F1 Aide"):
            assert words in driver.rows[-1]
        assert ("F4 Questions" in driver.rows[-1]) is (size[0] >= 120), "a narrow footer has no room"
        assert "Réponse 1 notée" in driver.shown, "nothing is kept, so nothing is saved"
        await driver.press("f2", "f3")
        assert "Get tools ready the day before" in driver.shown
        await driver.press("f5")
        assert "Get tools ready the day before" in driver.shown, "no keyboard to hand over"
        await driver.press("f1")
        assert "Keys of this screen" in driver.shown
        await driver.press("escape")
        assert driver.app.check_action("quit", ())
        await driver.pilot.press("escape")
        await until(driver, lambda: driver.app.return_code is not None)


async def test_the_first_page_says_where_one_is_and_how_to_leave(path: Path) -> None:
    async with previewing(path) as driver:
        await shows(driver, "Voici 9 activités")
        assert driver.rows[0].rstrip().endswith("Consignes")
        assert "F2 Mots simples  Échap Quitter" in driver.rows[-1]
        await driver.pilot.press("escape")
        await until(driver, lambda: driver.app.return_code is not None)


async def test_what_is_written_for_the_counsellor_is_for_nobody_else(path: Path) -> None:
    async with previewing(path) as driver:
        await shows(driver, "Voici 9 activités")
        await driver.press("f8", "f8")
        assert "Demandez un jour où tout a changé." in driver.shown
        await driver.press("v")
        assert "Demandez un jour" not in driver.shown
    async with previewing(path, size=(140, 80)) as driver:
        await shows(driver, "Voici 9 activités")
        await driver.press("f8", "f8", "d")
        assert "Demandez un jour où" in driver.shown
        assert "Lisez l’ordre des trois points" in driver.shown
        reverse = [row for row in driver.rows if "compte à l’envers" in row]
        assert any("Improviser la visite d’un quartier" in row for row in reverse)
        assert not any("Préparer ses outils" in row for row in reverse)


def test_a_line_is_shown_around_its_column_and_steers_no_terminal() -> None:
    line, mark = (content.plain for content in marked("ab\x1b[31mcd" + "x" * 500, 7, 400, 60))
    assert line.startswith("7 │ xxx")
    assert len(line) <= 60
    assert 0 < mark.index("^") < 60
    line, mark = (content.plain for content in marked("名: \x1b]52;x", 12, 4, 60))
    assert "\x1b" not in line
    assert line.startswith("12 │ 名: ")
    assert mark == "   │ " + " " * 4 + "^"
