"""What the counsellor notes stands in the dossier, whichever way one leaves, and nowhere else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from textual.widgets import TextArea

from progpro_tui.core.errors import PracticeInUse, StoreFull
from progpro_tui.core.text import N_
from progpro_tui.storage.lock import Holder
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.ending import AGAIN
from progpro_tui.tui.screens.dossier import DossierScreen
from progpro_tui.tui.screens.note import NoteDialog
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.workspace.notes import LONGEST
from progpro_tui.workspace.workspace import Workspace
from tests.tui.driver import Driver, driving, practice

NOTED = "A quitté la logistique en juin"


def one_dossier(folder: Path) -> str:
    workspace = practice(folder)
    dossier = workspace.dossiers.create("Petit, Rose", "bilan")
    workspace.close()
    return dossier.id


def words_of(folder: Path) -> list[str]:
    workspace = unlocked(folder)
    (dossier,) = workspace.dossiers.all()[0]
    words = [note.words for note in workspace.repository.notes(dossier.id)]
    workspace.close()
    return words


def kept(driver: Driver) -> list[str]:
    repository = driver.app.workspace.repository
    (dossier,) = repository.dossiers()[0]
    return [note.words for note in repository.notes(dossier.id)]


async def test_a_note_is_written_read_changed_and_emptied(tmp_path: Path) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "m")
        assert isinstance(driver.screen, NoteDialog)
        assert "Note\u00a0: Petit, Rose" in driver.shown
        await driver.type(NOTED)
        await driver.press("escape")
        assert isinstance(driver.screen, DossierScreen)
        assert f"– {NOTED}" in driver.shown
        await driver.press("down", "enter")
        assert driver.screen.query_one(TextArea).text == NOTED
        await driver.type(", dit-elle")
        await driver.press("ctrl+s")
        assert kept(driver) == [f"{NOTED}, dit-elle"]
        await driver.press("down", "enter")
        driver.screen.query_one(TextArea).load_text(" ")
        await driver.press("ctrl+s")
        assert isinstance(driver.screen, DossierScreen)
        assert NOTED not in driver.shown
    assert words_of(tmp_path) == []


async def test_the_button_that_says_so_leaves_a_note_as_it_was(tmp_path: Path) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "m")
        await driver.type("Pour rien")
        await driver.pilot.pause(1.0)
        assert kept(driver) == ["Pour rien"], "it is kept while it is typed"
        await driver.press("tab", "tab", "enter")
        assert isinstance(driver.screen, DossierScreen)
        assert kept(driver) == []
        await driver.press("m")
        await driver.type(NOTED)
        await driver.press("tab", "enter", "down", "enter")
        await driver.type(" et autre chose")
        await driver.press("tab", "tab", "enter")
        assert kept(driver) == [NOTED]


async def test_leaving_the_program_keeps_what_is_typed(tmp_path: Path) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "m")
        await driver.type(NOTED)
        await driver.press("ctrl+q")
    assert words_of(tmp_path) == [NOTED]


async def test_a_note_that_is_refused_stays_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "m")
        await driver.type(NOTED)
        with monkeypatch.context() as disk:
            disk.setattr(driver.app.workspace.repository, "keep_note", full)
            await driver.press("escape")
        assert isinstance(driver.screen, NoteDialog)
        assert "× " in driver.shown
        assert driver.screen.query_one(TextArea).text == NOTED
        await driver.press("escape")
        assert kept(driver) == [NOTED]


async def test_hidden_with_the_names_it_shows_nothing(tmp_path: Path) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "m")
        await driver.type(NOTED)
        await driver.press("f4")
        assert NOTED not in driver.shown
        assert "Petit" not in driver.shown
        await driver.press("escape")
        assert NOTED not in driver.shown
        assert kept(driver) == [NOTED]
        await driver.press("f4")
        assert NOTED in driver.shown


async def test_no_more_is_taken_than_fits(tmp_path: Path) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "m")
        await driver.paste("a" * (LONGEST + 1))
        assert "10\u00a0000 caractères au plus" in driver.shown
        await driver.press("escape")
        assert kept(driver) == ["a" * LONGEST]


def begun(folder: Path) -> Workspace:
    workspace = practice(folder)
    dossier = workspace.dossiers.create("Petit, Rose", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    sitting.answer("seen", language="fr")
    return workspace


async def test_in_a_run_it_is_noted_beside_the_question_by_the_counsellor_alone(tmp_path: Path) -> None:
    workspace = begun(tmp_path)
    (dossier,) = workspace.dossiers.all()[0]
    workspace.close()
    async with driving(tmp_path) as driver:
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, RunScreen)
        assert "m noter" in driver.shown
        await driver.press("m")
        await driver.type(NOTED)
        await driver.press("ctrl+s")
        assert isinstance(driver.screen, RunScreen)
        (note,) = driver.app.workspace.repository.notes(dossier.id)
        assert (note.words, note.run) == (NOTED, dossier.runs[0].id)
        await driver.press("f5", "enter")
        assert driver.app.handed
        assert "noter" not in driver.shown
        await driver.press("m")
        assert isinstance(driver.screen, RunScreen)
        assert NOTED not in driver.shown


async def test_at_a_profile_what_was_said_of_it_is_noted(tmp_path: Path) -> None:
    workspace = begun(tmp_path)
    (dossier,) = workspace.dossiers.all()[0]
    sitting = workspace.runs.resume(dossier.id, dossier.runs[0].id)
    for _ in range(60):
        sitting.answer(3, language="fr")
    sitting.finish()
    workspace.close()
    async with driving(tmp_path) as driver:
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, ProfileScreen)
        await driver.press("m")
        assert "Mes intérêts" in driver.shown
        await driver.type("S’y reconnaît")
        await driver.press("escape", "escape")
        assert "– S’y reconnaît" in driver.shown


async def test_whoever_leaves_is_told_once_that_a_note_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        monkeypatch.setattr(driver.app.workspace.repository, "keep_note", full)
        await driver.press("enter", "m")
        await driver.type(NOTED)
        for key in ("ctrl+q", "f9"):
            driver.app._warned_at = float("-inf")
            await driver.press(key)
            assert driver.app.return_code is None
            (told,) = [each.message for each in driver.app._notifications]
            assert "n’est pas enregistrée" in told
            driver.app.clear_notifications()
        assert driver.screen.query_one(TextArea).text == NOTED
        await driver.press("ctrl+q")
        assert driver.app.return_code is None, "a key that is held warns nobody"
        driver.app._warned_at = time.monotonic() - AGAIN[0]
        await driver.press("ctrl+q")
        assert driver.app.return_code is not None


def full(*_: object) -> None:
    raise StoreFull(N_("The disk is full."))


async def test_shown_again_a_note_goes_on_and_hidden_it_takes_no_key(tmp_path: Path) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter", "m")
        await driver.type("avant ")
        await driver.press("f4", "f4")
        await driver.type("après")
        await driver.press("escape")
        assert kept(driver) == ["avant après"]
        await driver.press("f4", "down", "enter")
        await driver.type("XYZ")
        await driver.press("backspace", "backspace", "backspace", "backspace", "escape")
        assert kept(driver) == ["avant après"]


async def test_in_the_smallest_window_a_note_is_written_and_left(tmp_path: Path) -> None:
    begun(tmp_path).close()
    async with driving(tmp_path, size=(80, 24)) as driver:
        await driver.press("enter", "enter")
        await driver.pilot.resize_terminal(60, 20)
        await driver.press("m")
        await driver.type(NOTED)
        assert NOTED in driver.shown
        assert "Enregistrer cette note" in driver.shown
        await driver.pilot.resize_terminal(50, 20)
        await driver.press("escape")
        assert isinstance(driver.screen, RunScreen)
        assert kept(driver) == [NOTED]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_window_that_only_reads_says_so_at_once_and_whole(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    one_dossier(tmp_path)
    first = unlocked(tmp_path)
    (dossier,) = first.dossiers.all()[0]
    async with driving(tmp_path) as driver:
        driver.app.workspace.vault.frozen = PracticeInUse(Holder(1, "poste", "2026-03-01T09:05").words)
        await driver.press("enter", "m")
        await driver.pilot.resize_terminal(*size)
        shown = " ".join(driver.shown.replace("│", " ").split())
        assert "(sur poste, depuis le 01/03/2026 09:05)" in shown
        assert "Fermez l’autre, puis relancez celle-ci" in shown
        await driver.type(NOTED)
        await driver.press("escape")
        assert isinstance(driver.screen, DossierScreen)
        assert first.repository.notes(dossier.id) == []


async def test_the_note_that_was_lit_stays_lit(tmp_path: Path) -> None:
    one_dossier(tmp_path)
    async with driving(tmp_path) as driver:
        await driver.press("enter")
        for words in ("une", "deux"):
            await driver.press("m")
            await driver.type(words)
            await driver.press("escape")
        await driver.press("down", "down")
        await driver.press("m")
        await driver.type("trois")
        await driver.press("escape", "enter")
        assert driver.screen.query_one(TextArea).text == "une"
