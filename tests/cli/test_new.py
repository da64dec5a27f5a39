"""``progpro new questionnaire`` in scripts: options answer, and what is missing is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from progpro_tui.authoring.new.wanted import (
    LICENCES,
    NewScale,
    check_name_free,
    checked_id,
    checked_scale_id,
    tidy_name,
)
from progpro_tui.cli.new_file import free_file
from progpro_tui.core.errors import InputError
from progpro_tui.i18n.translator import Translator
from tests.cli.runner import Result, run

EVERYTHING = (
    *("--title", "Ma façon de travailler", "--title-en", "My way of working", "--kind", "rating"),
    *(
        "--author",
        "Amina Delorme",
        "--licence",
        "CC-BY-4.0",
        "--languages",
        "fr,en",
        "--id",
        "ma-facon",
    ),
    *("--scale", "M=Faire|Making", "--scale", "A=Aider|Helping", "--items", "4", "--points", "7"),
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def new(capsys: pytest.CaptureFixture[str], *arguments: object) -> Result:
    return run(capsys, "--lang", "en", "new", "questionnaire", *arguments)


def without(option: str) -> list[str]:
    """All the options but one, and what stands behind it."""
    kept = list(EVERYTHING)
    while option in kept:
        place = kept.index(option)
        del kept[place : place + 2]
    return kept


def test_options_answer_every_question(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    result = new(capsys, *EVERYTHING)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Written: ma-facon.yaml",
        "Beside it: instrument.schema.json, by which an editor completes and checks while you type",
        "ma-facon.yaml: no mistake, 8 questions",
        "Now write your own: 36 sentences that begin with “À remplacer” are to be replaced. Then:",
        "  progpro check ma-facon.yaml",
        "  progpro preview ma-facon.yaml",
    ]
    words = (tmp_path / "ma-facon.yaml").read_text("utf-8")
    assert "author: Amina Delorme\nlicence: CC-BY-4.0\n" in words
    assert run(capsys, "check", "ma-facon.yaml").code == 0


@pytest.mark.parametrize(
    "option",
    [
        *("--title", "--title-en", "--kind", "--author", "--licence", "--languages", "--id", "--scale"),
        *("--items", "--points"),
    ],
)
def test_without_a_terminal_a_missing_answer_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str
) -> None:
    result = new(capsys, *without(option))
    assert result.code == 2
    assert f"by {option}" in result.err
    assert list(tmp_path.glob("*.yaml")) == []


def test_yes_takes_what_is_proposed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for option in ("--title", "--author"):
        assert f"by {option}." in new(capsys, *without(option), "--yes").err
    assert new(capsys, "--title", "Mes goûts", "--author", "Moi", "--yes", "a b.yaml").code == 0
    words = (tmp_path / "a b.yaml").read_text("utf-8")
    assert "id: mes-gouts\n" in words
    assert "title:\n  fr: Mes goûts\n  en: Mes goûts\n" in words
    assert "licence: CC-BY-SA-4.0\n" in words


def test_a_file_is_never_overwritten(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "ma-facon.yaml"
    path.write_text("mine")
    for argument in ("ma-facon.yaml", "ma-facon"):
        result = new(capsys, *EVERYTHING, argument)
        assert (result.code, result.err) == (
            2,
            f"progpro: FILE “{argument}”: This file exists already: choose another name.\n",
        )
    assert new(capsys, *EVERYTHING).code == 2
    assert path.read_text() == "mine"
    assert "There is no such folder" in new(capsys, *EVERYTHING, "none/here.yaml").err


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        (
            ("--scale", "Faire"),
            "--scale “Faire”: A scale is its id, = and its name, such as M=Faire|Making.",
        ),
        (("--scale", "1=Faire"), "--scale “1=Faire”: 1 to 16 letters"),
        (("--scale", "M=A|B|C"), "--scale “M=A|B|C”: A scale is its id"),
        (("--scale", "M=Faire", "--scale", "m=Dire"), "Another scale has the id “m”."),
        (
            ("--scale", "M=Faire", "--scale", "N=faire"),
            "--scale “N=faire”: Another scale has this name already.",
        ),
        (("--id", "Ma façon"), "--id “Ma façon”: Small letters"),
        (("--items", "1"), "--items “1”: Write a whole number from 2 to 20."),
        (("--points", "8"), "Write a whole number from 3 to 7."),
        (("--title", "\u200b"), "--title “□”: Write at least one letter."),
        (("--kind", "pairs"), "The kind “pairs” does not ask that: leave --points out."),
        (("--kind", "rates"), "--kind"),
    ],
)
def test_an_answer_that_does_not_pass(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, instead: tuple[str, ...], said: str
) -> None:
    result = new(capsys, *without(instead[0]), *instead)
    assert result.code == 2
    assert said in result.err
    assert list(tmp_path.glob("*.yaml")) == []


def test_pairs_take_two_scales_and_an_example_that_is_whole_takes_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    least = ("--title", "T", "--author", "A", "--languages", "fr", "--yes")
    result = new(capsys, *least, "--kind", "pairs", "--scale", "M=Faire")
    assert "Give from 2 to 20 scales by --scale; 1 were given." in result.err
    result = new(capsys, *least, "--kind", "wheel", "--scale", "M=Faire")
    assert "The kind “wheel” does not ask that: leave --scale out." in result.err
    assert new(capsys, *least, "--kind", "wheel").code == 0


def test_the_file_ends_as_questionnaires_do(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    result = new(capsys, *EVERYTHING, "essai.doc")
    assert (result.code, "FILE “essai.doc”: The file’s name must end in .yaml." in result.err) == (
        2,
        True,
    )
    assert list(tmp_path.iterdir()) == []
    assert new(capsys, *EVERYTHING, "essai").code == 0
    assert (tmp_path / "essai.yaml").is_file()
    again = new(capsys, *EVERYTHING, "autre.yml")
    assert (again.code, "Beside it" in again.out) == (0, False)


def shown_by_hand(language: str) -> dict[str, str]:
    """What is said below an answer that does not pass, the longest of each."""
    tr = Translator(language)
    one = NewScale("A" * 16, {"fr": "x" * 120})
    refused: list[Callable[[], object]] = [
        lambda: checked_id("É"),
        lambda: checked_scale_id("É", ()),
        lambda: checked_scale_id("A" * 16, ["A" * 16]),
        lambda: check_name_free({"fr": "x" * 120}, [one]),
        lambda: tidy_name(""),
        lambda: tidy_name("x" * 200),
        lambda: free_file("a" * 80 + ".doc"),
        lambda: free_file("a/" * 30 + "b"),
        lambda: free_file(__file__, (".py",)),
    ]
    said = {}
    for place, refuse in enumerate(refused):
        with pytest.raises(InputError) as found:
            refuse()
        said[str(place)] = tr(found.value)
    return said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_said_below_an_answer_fits_on_one_line(language: str) -> None:
    said = shown_by_hand(language)
    assert {place: words for place, words in said.items() if len(words) > 70} == {}


def test_the_guide_and_the_questions_offer_the_same_licences() -> None:
    docs = Path(__file__).parents[2] / "docs"
    for page in ("fr/partager.md", "en/sharing.md"):
        words = (docs / page).read_text("utf-8").split("\n## ")
        table = next(part for part in words if "CC-BY-SA-4.0" in part)
        offered = set(re.findall(r"^\|.*\| `(CC[^`]*)` \|$", table, re.MULTILINE))
        assert offered | {"reserved"} == set(LICENCES)


def test_an_empty_workbook(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    result = new(capsys, "--spreadsheet", "items.xlsx")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Written: items.xlsx\n")
    assert (tmp_path / "items.xlsx").read_bytes().startswith(b"PK")
    assert "exists already" in new(capsys, "--spreadsheet", "items.xlsx").err
    assert "must end in .xlsx" in new(capsys, "--spreadsheet", "items.yaml").err
    assert "leave --title out" in new(capsys, "--spreadsheet", "--title", "T").err


def test_an_empty_workbook_ends_in_xlsx(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert new(capsys, "--spreadsheet", "mine").out.startswith("Written: mine.xlsx\n")
    for name in ("mine.yaml", "mine.ods"):
        result = new(capsys, "--spreadsheet", name)
        assert result.code == 2
        assert f"“{name}”: The file’s name must end in .xlsx." in result.err
    assert [found.name for found in tmp_path.glob("mine*")] == ["mine.xlsx"]


def test_the_preview_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    result = run(capsys, "--lang", "en", "preview", "none.yaml")
    assert result.code == 2
    assert "needs a terminal" in result.err
