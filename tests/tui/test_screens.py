"""Home, search, masks, footers, colours: what screens show, at every size and in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color

from progpro_tui.tui.screens.commands import CommandsScreen
from progpro_tui.tui.screens.help import HelpScreen
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.tui.screens.reader import ReaderScreen
from progpro_tui.tui.screens.trouble import TroubleScreen
from progpro_tui.tui.themes import ROLES
from progpro_tui.tui.widgets.key_bar import SPARE, KeyBar
from tests.tui.driver import Driver, driving, practice


@pytest.fixture
def copied(demonstration: Path, tmp_path: Path) -> Path:
    import shutil

    return Path(shutil.copytree(demonstration, tmp_path / "practice"))


async def open_profile(driver: Driver, name: str) -> None:
    await driver.type(name)
    await driver.press("enter", "enter")
    assert isinstance(driver.screen, ProfileScreen)


async def test_home_lists_everyone_and_searches_without_accents(copied: Path) -> None:
    async with driving(copied) as driver:
        assert "8 dossiers" in driver.shown
        for name in ("Delorme, Amina", "Bernard-Nguyễn, Élodie", "Morel, Inès"):
            assert name in driver.shown
        await driver.type("nguyen elo")
        assert "Bernard-Nguyễn" in driver.shown
        assert "Delorme" not in driver.shown
        await driver.press("escape")
        assert "Delorme" in driver.shown


async def test_names_can_be_hidden(copied: Path) -> None:
    async with driving(copied) as driver:
        await driver.press("f4")
        assert "Delorme" not in driver.shown
        assert "•••" in driver.shown
        await driver.press("f4")
        assert "Delorme" in driver.shown


async def test_coming_back_finds_the_same_row_and_the_same_search(copied: Path) -> None:
    async with driving(copied) as driver:
        await driver.type("e")
        await driver.press("down", "down", "enter", "escape")
        assert isinstance(driver.screen, HomeScreen)
        from progpro_tui.tui.widgets.listing import Listing

        assert driver.screen.query_one(Listing).cursor == 2


async def test_a_name_from_outside_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    workspace = practice(tmp_path)
    for name in ("\x1b[31mRouge\x1b]0;titre\x07", "[/red] [b]gras", "\u202egauche", "a" * 150):
        workspace.dossiers.create(name, "bilan")
    async with driving(tmp_path) as driver:
        shown = driver.shown
        assert not set(shown) & {"\x1b", "\x07", "\u202e"}
        assert "[/red] [b]gras" in shown
        for _ in range(4):
            await driver.press("enter")
            assert "\x1b" not in driver.shown
            await driver.press("escape", "down")


@pytest.mark.long
async def test_every_profile_of_the_demonstration_opens_in_both_languages(copied: Path) -> None:
    async with driving(copied) as driver:
        for name in ("Delorme", "Haddad", "Lefèvre", "Okafor", "Ferrand", "Petit"):
            await open_profile(driver, name)
            assert "Ce que ce profil ne dit pas" in driver.shown
            await driver.press("f3")
            assert "What this profile does not say" in driver.shown
            await driver.press("f3", "v")
            assert isinstance(driver.screen, ReaderScreen)
            assert "Ce qui vous attire" in driver.shown
            await driver.press("escape", "d")
            assert "page du conseiller" in driver.shown
            await driver.press("escape", "escape", "escape", "escape")


async def test_a_direction_without_answers_leaves_no_code_and_says_why(copied: Path) -> None:
    async with driving(copied) as driver:
        await open_profile(driver, "Petit")
        assert "Pas de code" in driver.shown
        assert "trop peu de réponses en" in driver.shown


async def test_the_persons_view_has_no_letter_figure_or_hexagon(copied: Path) -> None:
    async with driving(copied, size=(140, 60)) as driver:
        await open_profile(driver, "Delorme")
        await driver.press("v")
        body = "\n".join(driver.rows[1:-1])
        assert not any(letter.isdigit() for letter in body)
        for word in ("Social", "Artistique", "%", "Delorme"):
            assert word not in body


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_footers_fit_the_reference_size(copied: Path, language: str) -> None:
    """At 80 columns no hint of a screen's own is cut, but the language key may be."""
    seen = []
    async with driving(copied, language=language) as driver:

        def check() -> None:
            bar = driver.screen.query_one(KeyBar)
            fitting = {hint.action for hint in bar.fitting}
            lost = [h.words for h in bar._hints if h.action not in fitting | set(SPARE)]
            assert lost == [], (type(driver.screen).__name__, lost)
            assert bar.fitting[-1].action == "app.help"
            seen.append(type(driver.screen).__name__)

        check()
        for keys in (("down", "enter"), ("enter",), ("v",), ("escape", "e"), ("escape", "escape")):
            await driver.press(*keys)
            check()
        for keys in (("n",), ("enter",), ("enter",), ("3", "escape"), ("enter", "f5")):
            await driver.press(*keys)
            check()
        for keys in (("enter",), ("escape",), ("f5",)):
            await driver.press(*keys)
            check()
    assert len(set(seen)) >= 9


async def test_help_and_commands_name_the_keys_of_the_screen(copied: Path) -> None:
    async with driving(copied) as driver:
        await driver.press("f1")
        assert isinstance(driver.screen, HelpScreen)
        for words in ("Ctrl N", "Nouveau", "Ctrl Q", "Quitter"):
            assert words in driver.shown
        await driver.press("escape", "ctrl+p")
        assert isinstance(driver.screen, CommandsScreen)
        await driver.type("claires")
        await driver.press("enter")
        assert driver.app.theme == "papier"
        assert isinstance(driver.screen, HomeScreen)


async def test_the_choice_of_language_and_colours_is_kept(copied: Path) -> None:
    from progpro_tui.workspace.settings import Settings

    async with driving(copied) as driver:
        await driver.press("f3")
        driver.app.wear("contraste")
    assert Settings.load() == Settings("en", "contraste")


async def test_a_damaged_practice_gets_its_sentence(copied: Path) -> None:
    for path in (copied / "practice").iterdir():
        path.write_bytes(b"nonsense" * 50)
    async with driving(copied) as driver:
        assert isinstance(driver.screen, TroubleScreen)
        assert "est abîmé" in driver.shown


async def test_a_dossier_of_a_newer_version_is_named_and_the_others_open(copied: Path) -> None:
    head = next((copied / "dossiers").glob("*/head/snapshot"))
    sealed = head.read_bytes()
    head.write_bytes(sealed[:10] + bytes([0, 99]) + sealed[12:])
    for path in (copied / "index").iterdir():
        path.unlink()
    async with driving(copied) as driver:
        assert "7 dossiers" in driver.shown
        assert "version plus récente" in driver.shown


def luminance(colour: Color) -> float:
    parts = [c / 255 for c in colour.rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("roles", ROLES, ids=lambda roles: str(roles.name))
def test_contrast_is_what_the_design_asks(roles: object) -> None:
    def ratio(one: str, other: str) -> float:
        a, b = (
            luminance(Color.parse(getattr(roles, one))),
            luminance(Color.parse(getattr(roles, other))),
        )
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)

    for ground in ("background", "surface"):
        for ink in ("text", "muted", "accent", "second", "success", "warning", "error"):
            assert ratio(ink, ground) >= 4.5, (ink, ground)
        assert ratio("line", ground) >= 3
    assert ratio("on_accent", "accent") >= 4.5


async def test_without_colour_the_cursor_and_the_focus_are_told_by_form(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driving(copied) as driver:
        assert driver.app.no_color
        rows = driver.rows
        assert sum("▌" in row for row in rows) == 1
        assert any("╔" in row for row in rows)
        await driver.press("enter", "enter", "down", "down")
        assert sum("▌" in row for row in driver.rows) == 1


async def test_buttons_grow_with_their_words(copied: Path) -> None:
    """In either language, and after a switch, no button is cut."""
    async with driving(copied) as driver:
        await driver.press("down", "enter", "n", "f3")
        assert "[ Begin together ]" in driver.shown
        assert "[ Hand the keyboard over ]" in driver.shown
        await driver.press("f3")
        assert "[ Commencer ensemble ]" in driver.shown


@pytest.mark.parametrize(
    "path", ["~nobodyatall/x.pdf", "x" * 400 + ".pdf", "/", "", "/dev/null/x.pdf", "a\0b.pdf"]
)
async def test_a_path_that_cannot_be_is_told(copied: Path, path: str) -> None:
    async with driving(copied) as driver:
        await open_profile(driver, "Delorme")
        await driver.press("e")
        from textual.widgets import Input

        driver.screen.query_one("#path", Input).value = path
        await driver.press("ctrl+s")
        assert "× " in driver.shown
        await driver.press("escape")
        assert isinstance(driver.screen, ProfileScreen)


async def test_a_file_is_replaced_only_when_asked_twice(copied: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken.pdf"
    taken.write_text("mine")
    async with driving(copied) as driver:
        await open_profile(driver, "Delorme")
        await driver.press("e")
        from textual.widgets import Input

        driver.screen.query_one("#path", Input).value = str(taken)
        await driver.press("ctrl+s")
        assert "existe déjà" in driver.shown
        assert taken.read_text() == "mine"
        await driver.press("ctrl+s")
        assert taken.read_bytes().startswith(b"%PDF")


async def test_a_mistake_of_ours_tells_no_secret(
    copied: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from progpro_tui.tui.screens.new_dossier import NewDossierScreen

    def fail(self: NewDossierScreen) -> None:
        secret = "Delorme, Amina"
        raise RuntimeError(secret)

    monkeypatch.setattr(NewDossierScreen, "draw", fail)
    with pytest.raises(RuntimeError):
        async with driving(copied) as driver:
            await driver.press("ctrl+n")
    printed = capsys.readouterr()
    assert "erreur de sa part, notée" in printed.out + printed.err
    assert "Amina" not in printed.out + printed.err


@pytest.mark.parametrize("opening", ["ctrl+p", "e"])
async def test_dialogs_have_the_keys_of_every_screen(copied: Path, opening: str) -> None:
    async with driving(copied) as driver:
        await open_profile(driver, "Delorme")
        await driver.press(opening)
        dialog = driver.screen
        await driver.press("f3")
        assert "Français" in driver.shown
        await driver.press("f3", "f1")
        assert isinstance(driver.screen, HelpScreen)
        await driver.press("escape")
        assert driver.screen is dialog
        await driver.pilot.resize_terminal(60, 20)
        await driver.settle()
        assert "Agrandissez la fenêtre" in driver.shown
        await driver.press("escape")
        assert driver.screen is not dialog
