"""The profile of every sort of exercise on the counsellor's screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.core.dossier import RunRecord
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.tui.screens.reader import ReaderScreen
from tests.reports import findings_samples as made
from tests.tui.driver import Driver, driving, practice

VALUES = made.instrument("What matters to me")


async def open_profile(driver: Driver, profile: Profile, of: Instrument = VALUES) -> None:
    dossier = driver.app.workspace.dossiers.create("Delorme, Amina", "bilan")
    record = RunRecord(
        "r", of.id, of.version, of.hash, of.title, of.kind, "sample 1.0", 1, 3,
        "2026-11-23T09:30:00", "2026-11-23T09:44:00",
    )  # fmt: skip
    driver.app.push_screen(ProfileScreen(dossier, record, profile, of))
    await driver.settle()


def row_of(driver: Driver, words: str) -> str:
    return next(row for row in driver.rows if words in row)


SORTED, _ = made.ipsative((1, 1, 0, 0, -1, 0), made.SHAPE)
EVERY = {
    "ranking": (made.profile(made.RANKING), ("Being useful", "● there", "Kept as well: Creating")),
    "quadrants": (made.profile(made.quadrants()), ("── I can and want to", "… 2 others", "in no box")),
    "gaps": (made.profile(made.GAPS), ("●──", "4 =", "● today   ○ wished")),
    "life line": (made.profile(made.LINE), ("very good", "┬", "2011")),
    "portfolio": (made.profile(made.RECORDS), ("■■■□", "Where, when, what")),
    "q-sort": (SORTED, ("← least important", "card 0 of\N{NO-BREAK SPACE}1", "1.00", "Ipsative")),
    "form": (made.FORM, ("What brings you?", "“Changer de métier.", "1 answer is for the person")),
}  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
async def test_a_profile_shows_what_came_out(tmp_path: Path, name: str) -> None:
    practice(tmp_path)
    profile, expected = EVERY[name]
    async with driving(tmp_path, language="en", size=(80, 60)) as driver:
        await open_profile(driver, profile)
        for words in (*expected, "What this profile does not say", "To ask   What do you see first?"):
            assert words in driver.shown
        await driver.press("v")
        assert isinstance(driver.screen, ReaderScreen)
        await driver.press("escape", "d")
        assert "the counsellor’s page" in driver.shown
        await driver.press("escape")
        assert isinstance(driver.screen, ProfileScreen)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
@pytest.mark.parametrize("name", EVERY)
async def test_a_profile_speaks_both_languages_in_any_window(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language="fr", size=size) as driver:
        await open_profile(driver, EVERY[name][0])
        first = driver.shown
        await driver.press("f3")
        assert driver.shown != first
        assert driver.rows[-1].split()[:4] == ["e", "Export", "v", "Their"]


async def test_values_stand_as_they_were_drawn(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language="en") as driver:
        await open_profile(driver, made.profile(made.RANKING))
        assert row_of(driver, "Being useful") == (
            "   1   Being useful  ● there    “Quand je forme les nouveaux.”".ljust(80)
        )
        assert row_of(driver, "Fairness").startswith("   2\N{NO-BREAK SPACE}= Fairness      ○ missing")
        assert row_of(driver, "= tied").strip().startswith("= tied: marked as equal")


async def test_what_does_not_fit_is_scrolled_to(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language="en") as driver:
        await open_profile(driver, made.profile(made.RANKING, made.LINE, made.RECORDS))
        assert "To ask" not in driver.shown
        await driver.press("pagedown", "space", "pagedown")
        assert "To ask" in driver.shown
        await driver.press("pageup", "pageup", "pageup")
        assert "Being useful" in driver.shown


async def test_what_is_private_is_shown_only_when_asked_for(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language="en") as driver:
        await open_profile(driver, made.PRIVATE)
        assert "it is private" in driver.shown
        assert "v Show" in driver.rows[-1]
        for secret in ("Fermeture", "1998", "Answered"):
            assert secret not in driver.shown
        await driver.press("d")
        for _ in range(3):
            assert "Fermeture" not in driver.shown
            await driver.press("pagedown")
        await driver.press("escape", "v", "pagedown")
        assert "Fermeture" in driver.shown


async def test_a_private_answer_is_not_on_the_screen(tmp_path: Path) -> None:
    practice(tmp_path)
    async with driving(tmp_path, language="en", size=(80, 60)) as driver:
        await open_profile(driver, made.FORM)
        assert "Le secret" not in driver.shown
        await driver.press("d")
        assert "Le secret" not in driver.shown
        await driver.press("escape", "v")
        assert "Le secret" in driver.shown


async def test_the_persons_view_of_a_q_sort_has_no_figures(tmp_path: Path) -> None:
    practice(tmp_path)
    profile, of = made.ipsative((1, 1, 0, 0, -1, 0))
    async with driving(tmp_path, language="en", size=(140, 60)) as driver:
        await open_profile(driver, profile, of)
        await driver.press("v")
        assert not any(letter.isdigit() for row in driver.rows[1:-1] for letter in row)
