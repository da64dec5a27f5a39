"""``progpro check``: three severities, a line that sums up each file, exit codes and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small import SMALL
from tests.cli.runner import Result, run

NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL.replace("en: Repair a bicycle", "en: Never repair a bicycle"), "utf-8")
    return path


def check(capsys: pytest.CaptureFixture[str], *arguments: object, language: str = "en") -> Result:
    return run(capsys, "--lang", language, "check", *arguments)


def test_each_line_says_where_how_grave_and_what(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = check(capsys, small)
    lines = result.out.splitlines()
    assert result.code == 0
    line = SMALL.splitlines().index("    text: {fr: Réparer un vélo, en: Repair a bicycle}") + 1
    assert f"{small}:{line}:37: advice: A negation (“Never”): say what one does," in result.out
    kinds = [line.split(": ")[1] for line in lines[:-1]]
    assert kinds == sorted(kinds, reverse=True)  # warnings, then advice
    assert lines[-1] == (
        f"{small}: no mistake, 3 questions · 5 warnings · 3 pieces of advice · "
        "reading: easy (fr), easy (en) · key found again"
    )
    french = check(capsys, small, language="fr").out
    assert f"{small}:{line}:37: conseil{NB}: Une négation (" in french
    assert f"5 avertissements · 3 conseils · lecture{NB}: facile (fr), facile (en)" in french


def test_advice_can_be_left_out_and_warnings_can_count(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ": advice: " in check(capsys, small, "--quick").out
    assert "advice" not in check(capsys, small, "--no-advice", "--quick").out.replace(str(small), "")
    assert check(capsys, small, "--quick").out.endswith("key not tried\n")
    assert check(capsys, small, "--strict", "--quick").code == 1
    small.write_text(small.read_text("utf-8").replace("minutes: 2", "minutes: soon"), "utf-8")
    result = check(capsys, small)
    assert result.code == 1
    first, line, mark, *_ = result.out.splitlines()
    assert first.startswith(f"{small}:10:10: error: ")
    assert (line, mark) == ("  10 │ minutes: soon", "     │          ^")
    assert result.out.splitlines()[-1] == f"{small}: 1 mistake"


def test_typography_is_put_right_in_place(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys, small, "--fix-typography", "--quick")  # the signs that this file was written with
    written = small.read_text("utf-8")
    small.write_text(written.replace("Réparer un vélo", "Réparer l'axe d'un vélo !"), "utf-8")
    small.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(small)
    result = check(capsys, link, "--fix-typography", "--quick")
    assert (result.code, result.out.splitlines()[0]) == (0, f"{link}: typography put right in 2 texts")
    assert small.read_text("utf-8") == written.replace(
        "Réparer un vélo", f"Réparer l’axe d’un vélo{NB}!"
    )
    assert (small.stat().st_mode & 0o777, link.is_symlink()) == (0o640, True)
    again = check(capsys, small, "--fix-typography", "--quick", "--json")
    assert again.err == f"{small}: no typography to put right\n"
    assert json.loads(again.out)["passed"]
    broken = small.read_text("utf-8").replace("minutes: 2", "minutes: l'eau") + "# l'eau\n"
    small.write_text(broken, "utf-8")
    result = check(capsys, small, "--fix-typography", tmp_path / "none.yaml")
    assert f"{small}: typography left as it is: mend the mistakes first" in result.out
    assert small.read_text("utf-8") == broken


def test_json_holds_every_list_with_places_and_codes(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = check(capsys, small, tmp_path / "none.yaml", "--json", "--quick")
    assert (result.code, result.err) == (2, "")
    found, missing = [json.loads(line) for line in result.out.splitlines()]
    assert (found["path"], found["passed"], found["size"]) == (str(small), True, "3 questions")
    assert (found["reading"]["fr"]["ease"], found["key"]) == ("easy", "untried")
    assert [entry["code"] for entry in found["warnings"]] == [
        "no-for-whom",
        "no-not-for",
        "few-items",
        "few-items",
    ]
    (negation,) = [entry for entry in found["advice"] if entry["code"] == "negation"]
    assert set(negation) == {"severity", "code", "line", "column", "message"}
    assert (negation["severity"], negation["line"], negation["column"]) == ("advice", 28, 37)
    assert (missing["passed"], missing["errors"][0]["code"]) == (False, "unreadable")


def test_a_folder_is_its_files_and_more_than_five_are_checked_without_the_key(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "six"
    folder.mkdir()
    for n in range(6):
        (folder / f"{n}.yaml").write_text(small.read_text("utf-8"), "utf-8")
    result = check(capsys, folder, "--no-advice")
    sums = [line for line in result.out.splitlines() if "no mistake" in line]
    assert len(sums) == 6
    assert all(line.endswith("key not tried") for line in sums)
    empty = tmp_path / "empty"
    empty.mkdir()
    refused = check(capsys, empty)
    assert (refused.code, refused.out) == (2, "")
    assert "no instrument file (.yaml)" in refused.err
    assert "keep one" in check(capsys, small, "--quick", "--thorough").err
