"""Words of one's own: typing, drafts, buttons, what is not acceptable, pasting."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from progpro_forms.questions import Question
from progpro_tui.core.answers import Missing
from progpro_tui.testing.practice import unlocked
from progpro_tui.tui.screens.help import HelpScreen
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.steps import drafts
from progpro_tui.tui.steps.fields import LineField, LongField
from progpro_tui.workspace.runs import Sitting
from tests.tui.driver import CODE, Driver
from tests.tui.small_choices import EVERY_TYPE, LONG, both, cards, first_pile, form
from tests.tui.stage import begun, kept, on_stage


def writing(folder: Path, step: str = "story", *questions: Question) -> Sitting:
    return begun(folder, form(*questions), step)


def words(driver: Driver) -> str:
    field = driver.screen.query_one("#box")
    assert isinstance(field, LineField | LongField)
    return field.words


def at(sitting: Sitting) -> str:
    return sitting.step.id if sitting.step else ""


def answer(sitting: Sitting, step: str) -> tuple[object, bool]:
    given = kept(sitting)[step]
    return given.answer, given.final


async def test_long_text_has_rows_and_ctrl_s_goes_on(tmp_path: Path) -> None:
    sitting = writing(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        assert "Ctrl S Continuer" in driver.rows[-1]
        assert "← Revenir" not in driver.rows[-1]
        await driver.type("Un, p n r 12")
        await driver.press("enter")
        await driver.type("deux ?")
        await driver.press("ctrl+s")
        assert at(sitting) == "job"
        assert "● Enregistré." in driver.shown
    assert answer(sitting, "story") == ("Un, p n r 12\ndeux ?", True)


async def test_one_line_goes_on_by_enter(tmp_path: Path) -> None:
    sitting = writing(tmp_path, "job")
    async with on_stage(tmp_path, sitting) as driver:
        assert "Entrée Continuer" in driver.rows[-1]
        await driver.type(" cariste ")
        await driver.press("enter")
    assert answer(sitting, "job") == ("cariste", True)


@pytest.mark.parametrize(
    ("tabs", "answer_or_step"),
    [
        (1, "cariste"),
        (2, "story"),
        (3, Missing.NOT_APPLICABLE),
        (4, Missing.SKIPPED),
        (5, Missing.DECLINED),
    ],
)
async def test_tab_reaches_every_button(tmp_path: Path, tabs: int, answer_or_step: object) -> None:
    sitting = writing(tmp_path, "job")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.type("cariste")
        await driver.press(*["tab"] * tabs, "enter")
        if answer_or_step == "story":
            assert at(sitting) == "story"
            assert answer(sitting, "job") == ("cariste", False)
            return
    assert answer(sitting, "job") == (answer_or_step, True)


async def test_the_mouse_presses_buttons_and_back_at_a_button_goes_back(tmp_path: Path) -> None:
    sitting = writing(tmp_path, "job")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.pilot.click(f"#{Missing.DECLINED.name}")
        await driver.settle()
        assert at(sitting) == "hours"
        await driver.press("tab", "backspace")
        assert at(sitting) == "job"
        assert "[ • Je préfère ne pas répondre ]" in driver.shown
        await driver.press("backspace")
        assert at(sitting) == "job", "in the field it takes letters away"


async def test_nothing_written_says_how_to_pass(tmp_path: Path) -> None:
    sitting = begun(tmp_path, cards(own=1), "own:1", first_pile)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        await driver.press("enter")
        assert "! Nothing is written yet. To go on without an answer: Tab, then" in driver.shown
        assert "“Nothing to add”" in driver.shown
        assert "[ Nothing to add ]" in driver.shown
        await driver.type("a")
        assert "!" not in driver.shown


async def test_the_reminder_stands_beside_free_text_alone(tmp_path: Path) -> None:
    sitting = writing(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        reminder = "Write nothing about your health, beliefs, origins or a union."
        assert reminder in driver.shown
        await driver.press("a", "ctrl+s")
        assert reminder in driver.shown
        await driver.press("a", "enter")
        assert reminder not in driver.shown


@pytest.mark.parametrize("typed", ["douze", "12,5", "0", "61"])
async def test_a_number_that_is_none_or_out_of_bounds_is_said(tmp_path: Path, typed: str) -> None:
    sitting = writing(tmp_path, "hours")
    async with on_stage(tmp_path, sitting, language="en") as driver:
        assert "A whole number from 1 to 60." in driver.shown
        await driver.type(typed)
        await driver.press("enter")
        assert f"! {typed} " in driver.shown
        assert words(driver) == typed
        for _ in typed:
            await driver.press("backspace")
        await driver.press("3", "5", "enter")
    assert answer(sitting, "hours") == (35, True)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_date_is_typed_day_first_and_stored_as_iso(tmp_path: Path, language: str) -> None:
    sitting = writing(tmp_path, "since")
    async with on_stage(tmp_path, sitting, language=language) as driver:
        await driver.type("31/02/2011")
        await driver.press("enter")
        assert "! 31/02/2011 " in driver.shown
        await driver.press("home", "delete", "delete")
        await driver.type("15")
        await driver.press("enter")
        assert at(sitting) == "end"
        assert answer(sitting, "since") == ("2011-02-15", True)
        await driver.press("tab", "backspace")
        assert words(driver) == "15/02/2011"


async def test_drafts_are_kept_soon_after_the_last_key_and_while_one_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "PAUSE_SECONDS", 0.1)
    monkeypatch.setattr(drafts, "MOST_SECONDS", 0.4)
    sitting = writing(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.press("a")
        await asyncio.sleep(0.25)
        await driver.settle()
        assert answer(sitting, "story") == ("a", False)
        monkeypatch.setattr(drafts, "PAUSE_SECONDS", 30)
        for letter in "bcdefgh":
            await driver.press(letter)
            await asyncio.sleep(0.1)
        draft, final = answer(sitting, "story")
        assert not final
        assert str(draft).startswith("ab")
        assert at(sitting) == "story"
        assert words(driver) == "abcdefgh", "whoever types goes on typing"


async def test_a_draft_is_there_again_after_a_pause_the_code_and_a_kill(tmp_path: Path) -> None:
    sitting = writing(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.type("Savoir")
        await driver.press("escape")
        assert isinstance(driver.screen, PauseScreen)
        assert answer(sitting, "story") == ("Savoir", False)
        await driver.press("enter")
        await driver.type(" si")
        assert words(driver) == "Savoir si"
        await driver.press("escape", "f5")
        await driver.type(CODE)
        await driver.press("enter")
        assert not driver.app.handed
        assert words(driver) == "Savoir si"
    again = unlocked(tmp_path).runs.resume(sitting.dossier_id, sitting.record.id)
    async with on_stage(tmp_path, again) as driver:
        assert words(driver) == "Savoir si"
        await driver.type(" je peux")
        await driver.press("ctrl+s")
    assert answer(again, "story") == ("Savoir si je peux", True)


async def test_looking_at_an_answer_leaves_it_as_it_is(tmp_path: Path) -> None:
    sitting = writing(tmp_path, "job")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.type("cariste")
        await driver.press("enter", "tab", "backspace", "escape", "enter", "enter")
        assert at(sitting) == "story"
    assert answer(sitting, "job") == ("cariste", True)


async def test_an_earlier_text_is_amended_by_drafts_and_then_for_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "PAUSE_SECONDS", 0.05)
    sitting = writing(tmp_path, "job")
    async with on_stage(tmp_path, sitting) as driver:
        await driver.type("cariste")
        # Back and back again: the buttons have the focus there, and no letter is eaten.
        await driver.press("enter", "3", "5", "enter", "tab", "backspace", "backspace")
        assert at(sitting) == "job"
        assert answer(sitting, "hours") == (35, True)
        await driver.press("shift+tab", "shift+tab")
        await driver.type("s")
        await asyncio.sleep(0.2)
        await driver.settle()
        assert answer(sitting, "job") == ("caristes", False)
        await driver.type("!")
        await driver.press("enter")
        assert at(sitting) == "hours"
        assert words(driver) == "35", "the answers after it are there again"
    assert answer(sitting, "job") == ("caristes!", True)


async def test_what_is_typed_stays_through_f1_f2_f3_and_another_size(tmp_path: Path) -> None:
    sitting = writing(tmp_path)
    async with on_stage(tmp_path, sitting) as driver:
        await driver.type("Savoir?")
        await driver.press("f2", "f3")
        assert "Tell us. plain" in driver.shown
        assert "Two lines. plain" in driver.shown
        await driver.press("f1")
        assert isinstance(driver.screen, HelpScreen)
        await driver.press("escape")
        await driver.pilot.resize_terminal(50, 10)
        await driver.settle()
        await driver.type("x")
        await driver.pilot.resize_terminal(60, 20)
        await driver.settle()
        await driver.type(" si")
        assert words(driver) == "Savoir? si"


async def test_pasted_text_is_cleaned_and_cut_with_a_sentence(tmp_path: Path) -> None:
    sitting = writing(tmp_path)
    async with on_stage(tmp_path, sitting, language="en") as driver:
        await driver.paste("un\r\ndeux\x1b[2J\u202e")
        assert words(driver) == "un\ndeux[2J"
        await driver.paste("é" * 6000)
        assert len(words(driver)) == 5000
        assert "! No more fits here: 5,000 characters at most." in driver.shown
        await driver.press("a", "enter")
        assert len(words(driver)) == 5000
        assert "! No more fits here" in driver.shown
        await driver.press("backspace", "a", "ctrl+s")
    story = str(answer(sitting, "story")[0])
    assert len(story) == 5000
    assert story.endswith("éa")


async def test_one_line_takes_a_paste_of_several_rows_as_one(tmp_path: Path) -> None:
    sitting = writing(tmp_path, "job")
    async with on_stage(tmp_path, sitting, language="en") as driver:
        await driver.paste("chef\nd’équipe\x07")
        assert words(driver) == "chef d’équipe"
        await driver.paste("x" * 300)
        assert len(words(driver)) == 200
        assert "! No more fits here: 200 characters at most." in driver.shown
        await driver.press("x")
        assert len(words(driver)) == 200
        assert "! No more fits here" in driver.shown
        await driver.press("enter")
    assert len(str(answer(sitting, "job")[0])) == 200


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
@pytest.mark.parametrize("step", ["story", "job", "hours", "since"])
@pytest.mark.parametrize("handed", [True, False])
async def test_field_note_and_buttons_are_seen_at_every_size(
    tmp_path: Path, size: tuple[int, int], step: str, handed: bool
) -> None:
    long = both("Une question qui demande de la place, et même deux lignes entières à elle.", "?")
    questions = [
        Question(q.id, q.type, long, help=both("Une aide. " * 12, "?"), not_applicable=True)
        for q in EVERY_TYPE
    ]
    sitting = writing(tmp_path, step, *questions)
    async with on_stage(tmp_path, sitting, handed=handed, size=size) as driver:
        await driver.press("ctrl+s" if step == "story" else "enter")
        for said in ("!", "[ Continuer ]", "[ Passer ]", "[ Je préfère ne pas répondre ]", "╚"):
            assert said in driver.shown, said
        assert "F1 Aide" in driver.rows[-1]


async def test_a_long_word_breaks(tmp_path: Path) -> None:
    sitting = writing(tmp_path)
    async with on_stage(tmp_path, sitting, size=(60, 20)) as driver:
        await driver.paste(LONG)
        shown = "".join(row.strip().strip("║").strip() for row in driver.rows if "║" in row)
        assert shown == LONG


async def test_the_help_says_which_keys_need_a_button(tmp_path: Path) -> None:
    async with on_stage(tmp_path, writing(tmp_path), language="en") as driver:
        await driver.press("f1")
        for words in ("Ctrl S            Continue", "Back, from a button", "Skip, from a button"):
            assert words in driver.shown, words
        assert "prefer not" not in driver.shown


async def test_what_the_counsellor_copied_cannot_be_pasted_by_the_person(tmp_path: Path) -> None:
    async with on_stage(tmp_path, writing(tmp_path), handed=False) as driver:
        driver.app.copy_to_clipboard("Morel, Inès")
        await driver.press("ctrl+v")
        assert words(driver) == "Morel, Inès"
        await driver.press("ctrl+z", "f5", "enter", "ctrl+v")
        assert driver.app.handed
        assert words(driver) == ""
        await driver.type("ab")
        await driver.press("shift+left", "ctrl+x", "ctrl+v", "ctrl+v")
        assert words(driver) == "abb", "their own they may move"
