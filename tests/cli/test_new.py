"""``progpro new questionnaire`` in scripts: options answer, and what is missing is named."""

from __future__ import annotations

from pathlib import Path

import pytest

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
        "ma-facon.yaml: no mistake, 8 questions",
        "Now write your own sentences in it, then:",
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
    for arguments in ((), ("ma-facon.yaml",)):
        result = new(capsys, *EVERYTHING, *arguments)
        assert (result.code, result.err) == (
            2,
            "progpro: ma-facon.yaml exists already: nothing was written.\n",
        )
    assert path.read_text() == "mine"
    assert "there is no such folder" in new(capsys, *EVERYTHING, "none/here.yaml").err


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        (
            ("--scale", "Faire"),
            "“Faire” is no scale. Expected: its id, = and its name, such as M=Faire|Making.",
        ),
        (("--scale", "1=Faire"), "“1” is no id of a scale"),
        (("--scale", "M=A|B|C"), "is no scale"),
        (("--scale", "M=Faire", "--scale", "m=Dire"), "Another scale already has the id “m”"),
        (("--scale", "M=Faire", "--scale", "N=faire"), "Another scale is already called “faire”"),
        (("--id", "Ma façon"), "“Ma façon” is no id: small letters"),
        (("--items", "1"), "Write a whole number from 2 to 20."),
        (("--points", "8"), "Write a whole number from 3 to 7."),
        (("--title", "\u200b"), "Write at least one letter."),
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


def test_an_empty_workbook(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    result = new(capsys, "--spreadsheet", "items.xlsx")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Written: items.xlsx\n")
    assert (tmp_path / "items.xlsx").read_bytes().startswith(b"PK")
    assert "exists already" in new(capsys, "--spreadsheet", "items.xlsx").err
    assert "leave --title out" in new(capsys, "--spreadsheet", "--title", "T").err


def test_an_empty_workbook_ends_in_xlsx(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert new(capsys, "--spreadsheet", "mine").out.startswith("Written: mine.xlsx\n")
    for name in ("mine.yaml", "mine.ods"):
        result = new(capsys, "--spreadsheet", name)
        assert result.code == 2
        assert f"{name}: an empty workbook ends in .xlsx: write mine.xlsx." in result.err
    assert [found.name for found in tmp_path.glob("mine*")] == ["mine.xlsx"]


def test_the_preview_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    result = run(capsys, "--lang", "en", "preview", "none.yaml")
    assert result.code == 2
    assert "needs a terminal" in result.err
