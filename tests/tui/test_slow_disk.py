"""While something takes its time on the disk, whatever is pressed loses nothing and shows nothing."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.screens import erase as erase_screen
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.tui.screens.erase import EraseDialog
from progpro_tui.tui.screens.help import HelpScreen
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.note import NoteDialog
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.screens.person_files import PersonFilesDialog
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.tui.steps.step_view import Answered
from progpro_tui.tui.steps.ways import Noting
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace import erasing, person_export
from tests.tui.driver import Driver, driving, practice
from tests.tui.test_files_of_the_practice import fill, search_for

NOTED = "Bonjour"


class Slow:
    """Does what it stands for once it is let on; ``reached`` is set when it is waited for."""

    def __init__(self, act: Callable[..., Any]) -> None:
        self._act = act
        self.reached, self.on = threading.Event(), threading.Event()

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.reached.set()
        assert self.on.wait(20)
        return self._act(*args, **options)


@contextmanager
def slowed(monkeypatch: pytest.MonkeyPatch, holder: object, name: str) -> Iterator[Slow]:
    slow = Slow(getattr(holder, name))
    monkeypatch.setattr(holder, name, slow)
    try:
        yield slow
    finally:
        slow.on.set()


async def until(driver: Driver, holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            await driver.settle()
            return
        await asyncio.sleep(0.01)
    raise TimeoutError(driver.shown)


async def press(driver: Driver, *keys: str) -> None:
    """As a hand does, which waits for nothing."""
    for key in keys:
        driver._post(key)
        await asyncio.sleep(0.05)


async def test_a_dossier_that_is_being_destroyed_cannot_be_kept_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice(tmp_path).dossiers.create("Petit, Rose", "bilan")
    async with driving(tmp_path) as driver:
        await driver.press("enter", "delete", "tab")
        with slowed(monkeypatch, erase_screen, "erase") as slow:
            await press(driver, "enter")
            await until_reached(slow)
            await press(driver, "shift+tab", "enter", "escape")
            await driver.pilot.click("#keep")
            assert isinstance(driver.screen, EraseDialog)
        await until(driver, lambda: isinstance(driver.screen, HomeScreen))
        assert "Rose" not in driver.shown
    names = sorted(path.suffix for path in (tmp_path / "documents").iterdir())
    assert names == [".json", ".pdf"], "the certificate"


async def until_reached(slow: Slow) -> None:
    await asyncio.get_running_loop().run_in_executor(None, slow.reached.wait, 20)


async def test_a_dialog_that_writes_stays_to_tell_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice(tmp_path / "practice").dossiers.create("Petit, Rose", "bilan")
    async with driving(tmp_path / "practice") as driver:
        await driver.press("enter")
        await search_for(driver, "tout ce qui est conservé")
        await driver.press("backspace")
        fill(driver, tmp_path / "out")
        with slowed(monkeypatch, person_export, "export_person") as slow:
            await press(driver, "enter")
            await until_reached(slow)
            await press(driver, "tab", "tab", "enter", "escape")
            await driver.pilot.click("#cancel")
            assert isinstance(driver.screen, PersonFilesDialog)
        await until(driver, lambda: "● Écrit" in driver.shown)


async def at_the_last_question(driver: Driver) -> RunScreen:
    await driver.press("enter", "enter")
    assert isinstance(driver.screen, RunScreen)
    return driver.screen


def with_one_question_left(folder: Path) -> str:
    workspace = practice(folder)
    dossier = workspace.dossiers.create("Petit, Rose", "bilan")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    sitting.answer("seen", language="fr")
    for _ in range(59):
        sitting.answer(3, language="fr")
    workspace.close()
    return dossier.id


def notes(driver: Driver, dossier_id: str) -> list[str]:
    return [note.words for note in driver.app.workspace.repository.notes(dossier_id)]


async def test_a_note_begun_while_the_last_answer_is_saved_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier_id = with_one_question_left(tmp_path)
    async with driving(tmp_path) as driver:
        run = await at_the_last_question(driver)
        noting = run.query_one(Noting)
        with slowed(monkeypatch, driver.app.workspace.repository, "keep_answer") as slow:
            await press(driver, "3")
            await until_reached(slow)
            begun = asyncio.create_task(noting.on_click())
            await asyncio.sleep(0.05)
        await begun
        await until(driver, lambda: isinstance(driver.screen, NoteDialog))
        await driver.type(NOTED)
        await driver.press("escape")
        assert isinstance(driver.screen, DoneScreen)
        assert notes(driver, dossier_id) == [NOTED]


@pytest.mark.parametrize(
    ("key", "over", "back"),
    [("m", NoteDialog, "escape"), ("f1", HelpScreen, "escape"), ("escape", PauseScreen, "enter")],
)
async def test_the_end_of_a_run_waits_behind_what_covers_it(
    tmp_path: Path, key: str, over: type[BaseScreen], back: str
) -> None:
    with_one_question_left(tmp_path)
    async with driving(tmp_path) as driver:
        run = await at_the_last_question(driver)
        assert run.sitting.step is not None
        answered = Answered(run.sitting.step, 3)
        await driver.press(key)
        run.post_message(answered)
        await until(driver, lambda: run.sitting.step is None)
        await driver.type("rien")
        assert isinstance(driver.screen, over)
        await driver.press(back)
        await until(driver, lambda: isinstance(driver.screen, DoneScreen))
        assert run not in driver.app.screen_stack


async def test_no_note_opens_once_the_keyboard_is_given_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_one_question_left(tmp_path)
    async with driving(tmp_path, size=(100, 30)) as driver:
        run = await at_the_last_question(driver)
        await run.saving.acquire()
        noting = asyncio.create_task(run.query_one(Noting).on_click())
        await asyncio.sleep(0)
        driver.app.hand_over(run.sitting)
        run.saving.release()
        await noting
        await driver.settle()
        assert driver.app.handed
        assert not any(isinstance(screen, NoteDialog) for screen in driver.app.screen_stack)
        assert "Petit" not in driver.shown


async def test_two_presses_at_once_destroy_and_certify(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice(tmp_path).dossiers.create("Petit, Rose", "bilan")
    async with driving(tmp_path) as driver:
        await driver.press("enter", "delete")
        with slowed(monkeypatch, erase_screen, "erase") as slow:
            driver.screen.query_one("#destroy", Verb).press()
            driver.screen.query_one("#keep", Verb).press()
            await until_reached(slow)
            await asyncio.sleep(0.05)
            assert isinstance(driver.screen, EraseDialog)
        await until(driver, lambda: isinstance(driver.screen, HomeScreen))
    assert len(list((tmp_path / "documents").iterdir())) == 2


async def test_what_is_under_way_is_said_to_whoever_leaves_and_ends_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice(tmp_path).dossiers.create("Petit, Rose", "bilan")
    async with driving(tmp_path) as driver:
        await driver.press("enter", "delete", "tab")
        slow = Slow(erasing.erase)
        monkeypatch.setattr(erase_screen, "erase", slow)
        await press(driver, "enter")
        await until_reached(slow)
        driver.app.doors._touched = float("-inf")
        await driver.app.doors.look()
        await press(driver, "ctrl+q", "ctrl+q")
        assert driver.app.return_code is None, "nobody has read it so soon"
        (told,) = [each.message for each in driver.app._notifications]
        assert "pas encore terminé" in told
        driver.app._warned_at = time.monotonic() - 1
        await press(driver, "ctrl+q")
        assert driver.app.return_code is not None
    threading.Timer(0.2, slow.on.set).start()
    await asyncio.to_thread(await_files, tmp_path / "documents", 2)


def await_files(folder: Path, count: int) -> None:
    for _ in range(500):
        if folder.exists() and len(list(folder.iterdir())) == count:
            return
        time.sleep(0.01)
    raise TimeoutError(str(folder))
