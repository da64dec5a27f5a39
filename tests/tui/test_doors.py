"""The doors: a practice begins, is unlocked, locks itself, and comes back where it was."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from progpro_tui.core.answers import Missing
from progpro_tui.core.errors import WrongPassphrase
from progpro_tui.storage.keys.recovery_code import new_code
from progpro_tui.testing.practice import CHEAP, PASSPHRASE, let_go
from progpro_tui.tui import doors
from progpro_tui.tui.app import ProgproApp
from progpro_tui.tui.doors import LOCK_ASKED
from progpro_tui.tui.screens.dossier import DossierScreen
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.new_phrase import NewPhraseScreen
from progpro_tui.tui.screens.new_recovery import NewRecoveryScreen
from progpro_tui.tui.screens.own_phrase import OwnPhraseScreen
from progpro_tui.tui.screens.phrase import PhraseScreen
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.tui.screens.proof import ProofScreen
from progpro_tui.tui.screens.run import RunScreen
from progpro_tui.tui.screens.seal import SealCodeScreen, SealScreen
from progpro_tui.tui.screens.setup import SetupScreen
from progpro_tui.tui.screens.setup_codes import CodesScreen
from progpro_tui.tui.screens.unlock import UnlockScreen
from progpro_tui.tui.spot import Spot
from progpro_tui.tui.widgets.listing import Listing
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import Workspace
from tests.kinds import golden
from tests.tui.driver import CODE, Driver, driving, practice
from tests.tui.setting_up import note, set_up, to_the_codes
from tests.tui.stage import begun, kept
from tests.tui.test_journey import begin

GOLDEN = Path(__file__).parents[1] / "storage" / "golden"


@asynccontextmanager
async def at_the_door(
    folder: Path, *, spot: str = "", language: str = "fr", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """The app on a folder that nobody has unlocked, if there is a practice in it at all."""
    workspace = Workspace(folder, kdf=CHEAP)
    app = ProgproApp(workspace, language, Settings(language), Spot.read(spot))
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        await driver.settle()
        yield driver
    app.workspace.close()


async def unlock(driver: Driver, phrase: str = PASSPHRASE) -> None:
    assert isinstance(driver.screen, UnlockScreen)
    await driver.paste(phrase)
    await driver.press("enter")


# -- a practice begins ------------------------------------------------------------------------------


async def test_three_steps_make_a_practice_that_its_phrase_opens(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        phrase, _ = await set_up(driver)
        assert isinstance(driver.screen, HomeScreen)
        assert Settings.load().folder == str(folder)
    async with at_the_door(folder) as driver:
        assert "Cabinet Horizon est verrouillé" in driver.shown
        await unlock(driver, phrase.upper())
        assert isinstance(driver.screen, HomeScreen)


async def test_nothing_is_written_before_the_last_step_is_done(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        await to_the_codes(driver)
        assert isinstance(driver.screen, CodesScreen)
        await driver.press("escape", "escape")
        assert isinstance(driver.screen, SetupScreen)
        assert driver.screen.query_one("#name", Input).value == "Cabinet Horizon"
    assert not folder.exists()


async def test_a_word_that_is_not_the_one_is_named_and_others_are_drawn(tmp_path: Path) -> None:
    async with at_the_door(tmp_path / "practice") as driver:
        await driver.type("A")
        await driver.press("enter")
        assert isinstance(driver.screen, PhraseScreen)
        before = driver.screen.drawn
        await driver.type("faux")
        await driver.press("enter")
        assert f"pas le mot {before.asked[0] + 1}" in driver.shown
        driver.screen.query_one("#draw").focus()
        await driver.press("enter")
        assert driver.screen.drawn.words != before.words
        assert "faux" not in driver.shown
        for word in driver.screen.drawn.words:
            assert word in driver.shown


async def test_a_phrase_of_ones_own_is_refused_with_the_reason_or_taken(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        await driver.type("A")
        await driver.press("enter")
        driver.screen.query_one("#own").focus()
        await driver.press("enter")
        assert isinstance(driver.screen, OwnPhraseScreen)
        await driver.type("soleil lapin")
        assert "soleil" not in driver.shown
        await driver.press("f4")
        assert "soleil lapin" in driver.shown
        await driver.press("enter")
        assert "peut être devinée" in driver.shown
        await driver.paste(" orage cerise boussole laine falaise")
        await driver.press("enter", *"soleil", "enter")
        assert "Les deux phrases diffèrent" in driver.shown
        await driver.paste("Soleil lapin orage cérise boussole laine falaise")
        await driver.press("enter")
        assert isinstance(driver.screen, CodesScreen)


async def test_a_code_that_was_not_noted_goes_no_further(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        await to_the_codes(driver)
        assert isinstance(driver.screen, CodesScreen)
        await driver.press(*"xxxx", "enter")
        assert "pas le dernier groupe" in driver.shown, "at once, and not behind the other fields"
        group = driver.screen.query_one("#group", Input)
        assert driver.app.focused is group
        group.value = driver.screen.code.split()[-1]
        await driver.press("enter", *CODE, "enter", *"0000", "enter")
        assert "Les deux codes" in driver.shown
    assert not folder.exists()


@pytest.mark.parametrize("code", ["123", "123456789"])
async def test_an_unfit_counsellors_code_goes_no_further(tmp_path: Path, code: str) -> None:
    async with at_the_door(tmp_path / "practice") as driver:
        await to_the_codes(driver)
        assert isinstance(driver.screen, CodesScreen)
        driver.screen.query_one("#group", Input).value = driver.screen.code.split()[-1]
        for field in ("code", "again"):
            driver.screen.query_one(f"#{field}", Input).value = code
        await driver.press("enter")
        assert isinstance(driver.screen, CodesScreen)
        assert "4 à 8 chiffres" in driver.shown


async def test_the_recovery_code_is_printed_on_a_page(tmp_path: Path) -> None:
    async with at_the_door(tmp_path / "practice") as driver:
        await to_the_codes(driver)
        driver.screen.query_one("#print").focus()
        await driver.press("enter")
        assert "supprimez ce fichier" in driver.shown
    assert (tmp_path / "documents" / "code-de-secours.pdf").read_bytes().startswith(b"%PDF")


async def test_the_page_of_the_recovery_code_goes_into_no_cloud(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "OneDrive" / "Documents"))
    async with at_the_door(tmp_path / "practice") as driver:
        await to_the_codes(driver)
        driver.screen.query_one("#print").focus()
        await driver.press("enter")
        assert "supprimez ce fichier" in driver.shown
    assert (home / "code-de-secours.pdf").read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "OneDrive").exists()


async def change_folder(driver: Driver, folder: Path) -> None:
    await driver.type("Cabinet Horizon")
    driver.screen.query_one("#change").focus()
    await driver.press("enter")
    driver.screen.query_one("#folder", Input).value = str(folder)
    await driver.press("enter")


async def test_another_folder_is_taken_and_found_at_the_next_start(tmp_path: Path) -> None:
    from progpro_tui.workspace.folders import practice_folder

    chosen = tmp_path / "chosen"
    async with at_the_door(tmp_path / "practice") as driver:
        await change_folder(driver, chosen)
        await note(driver)
        assert isinstance(driver.screen, CodesScreen)
        await driver.type(driver.screen.code.split()[-1])
        await driver.press("enter", *CODE, "enter", *CODE, "enter")
        assert isinstance(driver.screen, HomeScreen)
    assert practice_folder(None, Settings.load().folder) == chosen
    assert not (tmp_path / "practice").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [("Dropbox/practice", "Dropbox"), ("full", "autre chose"), ("file", "un fichier")],
)
async def test_an_unfit_folder_is_refused_with_the_way_out(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "other.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    async with at_the_door(tmp_path / "practice") as driver:
        await change_folder(driver, tmp_path / name)
        assert isinstance(driver.screen, SetupScreen)
        assert words in driver.shown.replace("\n", " ")


async def test_a_folder_that_holds_a_practice_is_opened(tmp_path: Path) -> None:
    practice(tmp_path / "other").close()
    async with at_the_door(tmp_path / "practice") as driver:
        await change_folder(driver, tmp_path / "other")
        await unlock(driver)
        assert isinstance(driver.screen, HomeScreen)


# -- a practice of an earlier version ---------------------------------------------------------------


async def test_a_practice_in_clear_is_encrypted_before_anything_of_it_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    shutil.copytree(GOLDEN / "1", folder)
    async with at_the_door(folder) as driver:
        assert isinstance(driver.screen, SealScreen)
        assert "pas encore chiffré" in driver.shown
        phrase = await note(driver)
        assert isinstance(driver.screen, SealCodeScreen)
        recovery = driver.screen.code
        assert (folder / "practice").is_file(), "nothing was written yet"
        await driver.type("xxxx")
        await driver.press("enter")
        assert "pas le dernier groupe" in driver.shown
        driver.screen.query_one("#group", Input).value = recovery.split()[-1]
        await driver.press("enter")
        assert driver.app.handed, "it was handed over in clear, and is so now"
        assert isinstance(driver.screen, RunScreen)
    for secret in (phrase, recovery):
        workspace = Workspace(folder)
        workspace.open(secret)
        assert len(workspace.dossiers.all()[0]) == 2
        workspace.close()


# -- it is unlocked ---------------------------------------------------------------------------------


async def test_a_wrong_phrase_is_told_and_can_be_looked_at_and_mended(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with at_the_door(tmp_path) as driver:
        await unlock(driver, PASSPHRASE.replace("grillon", "grillons"))
        assert "Cette phrase n’ouvre pas le cabinet" in driver.shown
        assert "grillons" not in driver.shown
        await driver.press("f4")
        assert "grillons" in driver.shown
        await driver.press("backspace", "enter")
        assert isinstance(driver.screen, HomeScreen)


async def test_a_wrong_phrase_can_be_typed_all_again(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with at_the_door(tmp_path) as driver:
        await unlock(driver, "soleil lapin")
        await unlock(driver)
        assert isinstance(driver.screen, HomeScreen)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_locked_practice_shows_nothing_of_anyone(tmp_path: Path, language: str) -> None:
    workspace = practice(tmp_path)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    workspace.close()
    async with at_the_door(tmp_path, language=language) as driver:
        for key in ("f1", "escape", "ctrl+p", "escape", "f9", "f4", "ctrl+s", "f3", "f3"):
            await driver.press(key)
            assert "Delorme" not in driver.shown
            assert driver.app.workspace.vault.locked
        assert isinstance(driver.screen, UnlockScreen)


async def test_the_recovery_code_opens_and_a_new_phrase_takes_the_old_ones_place(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        phrase, recovery = await set_up(driver)
    async with at_the_door(folder) as driver:
        await unlock(driver, recovery.lower().replace(" ", "-"))
        assert isinstance(driver.screen, NewPhraseScreen)
        assert "Ouvert par le code de secours" in driver.shown
        assert "étape suivante" not in driver.shown
        fresh = await note(driver)
        assert isinstance(driver.screen, HomeScreen)
    with pytest.raises(WrongPassphrase):
        Workspace(folder).unlock(phrase)
    async with at_the_door(folder) as driver:
        await unlock(driver, fresh)
        assert isinstance(driver.screen, HomeScreen)


async def test_the_old_phrase_may_be_kept_after_the_recovery_code(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        phrase, recovery = await set_up(driver)
    async with at_the_door(folder) as driver:
        await unlock(driver, recovery)
        await driver.press("escape")
        assert isinstance(driver.screen, HomeScreen)
    async with at_the_door(folder) as driver:
        await unlock(driver, phrase)
        assert isinstance(driver.screen, HomeScreen)


async def search_for(driver: Driver, command: str) -> None:
    await driver.press("ctrl+p")
    await driver.type(command)
    await driver.press("enter")


async def test_another_recovery_code_is_shown_and_noted_before_it_is_in_force(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        phrase, old = await set_up(driver)
        await search_for(driver, "code de secours")
        assert isinstance(driver.screen, ProofScreen)
        await driver.type("une phrase quelconque")
        await driver.press("enter")
        assert "× Ce n’est pas la phrase de passe" in driver.shown
        driver.screen.query_one(Input).value = ""
        await driver.type(phrase)
        await driver.press("enter")
        assert isinstance(driver.screen, NewRecoveryScreen)
        fresh = driver.screen.code
        assert driver.app.workspace.vault.accepts_code(old)
        await driver.press("enter")
        assert isinstance(driver.screen, NewRecoveryScreen)
        await driver.type(fresh.split()[-1].lower())
        await driver.press("enter")
        assert isinstance(driver.screen, HomeScreen)
        assert driver.app.workspace.vault.accepts_code(fresh)
        assert not driver.app.workspace.vault.accepts_code(old)
        assert driver.app.workspace.vault.accepts(phrase)


async def test_a_recovery_code_that_was_not_noted_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        phrase, old = await set_up(driver)
        await search_for(driver, "code de secours")
        await driver.type(phrase)
        await driver.press("enter", "escape")
        assert isinstance(driver.screen, HomeScreen)
        assert driver.app.workspace.vault.accepts_code(old)


async def test_another_passphrase_from_within_the_open_practice(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    async with at_the_door(folder) as driver:
        phrase, _ = await set_up(driver)
        await search_for(driver, "changer la phrase de passe")
        await driver.press("escape")
        assert isinstance(driver.screen, HomeScreen)
        await search_for(driver, "changer la phrase de passe")
        await driver.type(phrase)
        await driver.press("enter")
        assert isinstance(driver.screen, NewPhraseScreen)
        fresh = await note(driver)
        assert isinstance(driver.screen, HomeScreen)
        assert driver.app.workspace.vault.accepts(fresh)
        assert not driver.app.workspace.vault.accepts(phrase)


async def test_another_practices_recovery_code_opens_nothing(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with at_the_door(tmp_path) as driver:
        for code in (new_code(), new_code()[:-1] + "?", new_code()[:-3]):
            await unlock(driver, code)
            assert "×" in driver.shown
            assert driver.app.workspace.vault.locked
            driver.screen.query_one(Input).value = ""


async def test_a_handed_practice_comes_back_in_the_beneficiarys_mode(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("f5", "enter", "4")
        assert driver.app.handed
        driver.app.workspace.close()
    async with at_the_door(tmp_path) as driver:
        await unlock(driver)
        assert driver.app.handed
        assert isinstance(driver.screen, RunScreen)
        assert "2 sur 60" in driver.shown
        assert "Delorme" not in driver.shown


# -- it locks ---------------------------------------------------------------------------------------


async def lock(driver: Driver) -> None:
    """Press F9: nothing is painted after it."""
    driver.app.post_message(events.Key("f9", None))
    for _ in range(200):
        if driver.app.return_code == LOCK_ASKED:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it does not lock")


def age(driver: Driver, minutes: float) -> None:
    """Let the last key be so many minutes ago."""
    driver.app.doors._touched -= minutes * 60


async def asked_to_lock(driver: Driver) -> bool:
    await driver.app.doors.look()
    await asyncio.sleep(0)
    return driver.app.return_code == LOCK_ASKED


async def test_f9_locks_and_unlocking_leads_back_to_the_row(tmp_path: Path) -> None:
    workspace = practice(tmp_path)
    ids = [workspace.dossiers.create(f"P{n}", "bilan").id for n in range(4)]
    workspace.close()
    async with at_the_door(tmp_path) as driver:
        await unlock(driver)
        await driver.press("down", "down")
        chosen = driver.screen._found[2].id  # type: ignore[attr-defined]  # home's
        assert chosen in ids
        await lock(driver)
        spot = str(driver.app.doors.left_at)
    assert spot == f"home:{chosen}:"
    async with at_the_door(tmp_path, spot=spot) as driver:
        await unlock(driver)
        assert isinstance(driver.screen, HomeScreen)
        assert driver.screen.query_one(Listing).cursor == 2


async def test_unlocking_leads_back_to_the_dossier_the_run_and_its_draft(tmp_path: Path) -> None:
    sitting = begun(tmp_path, golden("portfolio"), "exp:1")
    sitting._runs.repository.close()  # type: ignore[attr-defined]  # the file repository's
    async with driving(tmp_path) as driver:
        await driver.press("enter")
        assert isinstance(driver.screen, DossierScreen)
        await lock(driver)
        assert str(driver.app.doors.left_at) == f"dossier:{sitting.dossier_id}:"
    async with driving(tmp_path) as driver:
        await driver.press("enter", "enter")
        assert isinstance(driver.screen, RunScreen)
        await driver.type("Du temps")
        await lock(driver)
        spot = str(driver.app.doors.left_at)
        assert spot == f"run:{sitting.dossier_id}:{sitting.record.id}"
    async with at_the_door(tmp_path, spot=spot) as driver:
        await unlock(driver)
        assert isinstance(driver.screen, RunScreen)
        assert "Du temps" in driver.shown
        await driver.press("escape", "d")
        assert isinstance(driver.screen, DossierScreen)


@pytest.mark.parametrize(
    "spot", ["", "home::", "run:0000:1111", "dossier:../..:", "x", "dossier:0000:"]
)
async def test_a_spot_that_is_gone_or_garbage_leads_home(tmp_path: Path, spot: str) -> None:
    practice(tmp_path).close()
    async with at_the_door(tmp_path, spot=spot) as driver:
        await unlock(driver)
        assert isinstance(driver.screen, HomeScreen)


async def test_five_minutes_without_a_key_lock_and_a_key_begins_anew(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with driving(tmp_path) as driver:
        age(driver, 4.9)
        assert not await asked_to_lock(driver)
        await driver.press("down")
        age(driver, 4.9)
        assert not await asked_to_lock(driver)
        age(driver, 0.2)
        assert await asked_to_lock(driver)


async def test_the_idle_minutes_are_the_practices(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with driving(tmp_path) as driver:
        driver.app.workspace.practice.set_idle_minutes(15)
        age(driver, 14)
        assert not await asked_to_lock(driver)
        age(driver, 2)
        assert await asked_to_lock(driver)


async def test_the_minutes_in_force_are_marked_among_the_commands(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with driving(tmp_path) as driver:
        await driver.press("ctrl+p")
        await driver.type("10 minutes")
        assert "( )" in driver.shown
        await driver.press("enter", "ctrl+p")
        await driver.type("10 minutes")
        assert "(•)" in driver.shown


async def test_the_beneficiarys_mode_locks_after_fifteen_minutes(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with driving(tmp_path) as driver:
        await begin(driver)
        await driver.press("f5", "enter", "4")
        age(driver, 14)
        assert not await asked_to_lock(driver)
        age(driver, 2)
        assert await asked_to_lock(driver)


async def test_a_locked_practice_does_not_lock_again(tmp_path: Path) -> None:
    practice(tmp_path).close()
    async with at_the_door(tmp_path) as driver:
        age(driver, 60)
        assert not await asked_to_lock(driver)
        await driver.press("f9")
        assert driver.app.return_code is None


def test_the_clock_goes_on_while_the_computer_sleeps() -> None:
    import time

    if hasattr(time, "CLOCK_BOOTTIME"):
        assert abs(doors.elapsed() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1


# -- the keyboard comes back ------------------------------------------------------------------------


async def test_after_five_wrong_codes_only_the_passphrase_helps(tmp_path: Path) -> None:
    workspace = practice(tmp_path)
    clock_forward(workspace)
    async with driving(tmp_path) as driver:
        clock_forward(driver.app.workspace)
        await begin(driver)
        await driver.press("f5", "enter", "escape", "f5")
        for _ in range(5):
            await driver.press(*"0000", "enter")
        assert "seule la phrase de passe" in driver.shown
        await driver.press(*CODE, "enter")
        assert driver.app.handed
        await driver.paste(PASSPHRASE)
        await driver.press("enter")
        assert not driver.app.handed
        assert isinstance(driver.screen, RunScreen)


def clock_forward(workspace: Workspace) -> None:
    """Every look at the clock is an hour later: no wait holds anyone up."""
    from datetime import timedelta

    desk, passed = workspace.practice, [0]
    now = desk._clock

    def later() -> object:
        passed[0] += 1
        return now() + timedelta(hours=passed[0])

    desk._clock = later  # type: ignore[assignment]  # a clock


# -- a second window --------------------------------------------------------------------------------


async def test_a_second_window_reads_says_who_has_it_and_saves_nothing(tmp_path: Path) -> None:
    first = unlocked_alone(tmp_path)
    first.dossiers.create("Delorme, Amina", "bilan")
    async with at_the_door(tmp_path) as driver:
        await unlock(driver)
        assert "Delorme" in driver.shown
        assert "Lecture seule" in driver.shown
        assert "…" not in driver.shown.splitlines()[0], "what does not fit is left out, not cut"
        assert "autre fenêtre" in driver.shown
        await driver.press("ctrl+n", *"Morel", "enter", "enter")
        assert "autre fenêtre" in driver.shown
        assert "Morel" not in str(first.dossiers.all())
    first.close()
    async with at_the_door(tmp_path) as driver:
        await unlock(driver)
        assert "Lecture seule" not in driver.shown


async def test_a_second_window_shows_nobody_once_somebody_has_the_keyboard(tmp_path: Path) -> None:
    first = unlocked_alone(tmp_path)
    dossier = first.dossiers.create("Delorme, Amina", "bilan")
    sitting = first.runs.begin(dossier, first.shelf.find("interests"))
    async with at_the_door(tmp_path) as driver:
        await unlock(driver)
        assert "Delorme" in driver.shown
        await driver.app.doors.look()
        assert driver.app.return_code is None
        first.practice.hand_over(dossier.id, sitting.record.id)
        await driver.app.doors.look()
        assert driver.app.return_code == LOCK_ASKED
    async with at_the_door(tmp_path) as driver:
        await unlock(driver)
        assert "Delorme" not in driver.shown
    first.close()


async def test_a_run_that_is_only_read_is_not_called_saved(tmp_path: Path) -> None:
    begun(tmp_path, "interests", "show:instructions")._runs.repository.close()  # type: ignore[attr-defined]  # the file repository's
    let_go()
    first = Workspace(tmp_path, kdf=CHEAP)
    first.unlock(PASSPHRASE)
    async with at_the_door(tmp_path) as driver:
        await unlock(driver)
        await driver.press("down", "enter", "enter", "enter")
        assert isinstance(driver.screen, RunScreen)
        assert "Lecture seule" in driver.shown
        assert "enregis" not in driver.shown.splitlines()[0]
    first.close()


def unlocked_alone(folder: Path) -> Workspace:
    """A practice that this program has the lock of."""
    practice(folder).close()
    workspace = Workspace(folder, kdf=CHEAP)
    workspace.unlock(PASSPHRASE)
    assert workspace.vault.frozen is None
    return workspace


async def test_a_profile_is_come_back_to(tmp_path: Path) -> None:
    sitting = begun(tmp_path, "interests", "show:instructions")
    while sitting.step is not None:
        answer = "seen" if sitting.step.id.startswith("show:") else Missing.SKIPPED
        sitting.answer(answer, language="fr")
    sitting.finish()
    assert kept(sitting)
    sitting._runs.repository.close()  # type: ignore[attr-defined]  # the file repository's
    spot = f"run:{sitting.dossier_id}:{sitting.record.id}"
    async with at_the_door(tmp_path, spot=spot) as driver:
        await unlock(driver)
        assert isinstance(driver.screen, ProfileScreen)
        await driver.press("escape")
        assert isinstance(driver.screen, DossierScreen)
