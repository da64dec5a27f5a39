"""``progpro import``: a file beside the spreadsheet, never over another one, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.spreadsheet.workbook import write_workbook
from tests.cli.runner import run


def test_the_workbook_becomes_a_file_that_passes_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, out = tmp_path / "mine.xlsx", tmp_path / "mine.yaml"
    write_workbook(book, "fr")
    done = run(capsys, "--lang", "fr", "import", book)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{out} est écrit.\nEnsuite\N{NO-BREAK SPACE}: progpro check {out}\n"
    assert out.read_text("utf-8").startswith("# yaml-language-server: $schema=instrument.schema.json\n")
    checked = run(capsys, "--lang", "en", "check", out)
    assert f"{out}: no mistake, 4 questions" in checked.out
    assert "proposed" not in checked.out


def test_a_file_is_written_over_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, out = tmp_path / "mine.xlsx", tmp_path / "mine.yaml"
    write_workbook(book, "fr")
    out.write_text("kept", "utf-8")
    refused = run(capsys, "--lang", "en", "import", book)
    assert (refused.code, refused.out) == (2, "")
    assert "is there already: choose another name with -o, or add --force." in refused.err
    assert out.read_text("utf-8") == "kept"
    elsewhere = tmp_path / "other.yaml"
    assert run(capsys, "import", book, "-o", elsewhere).code == 0
    assert run(capsys, "import", book, "--force").code == 0
    assert out.read_bytes() == elsewhere.read_bytes()


def test_mistakes_are_all_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text_fr,scales\n" + "A 1,,?\n" * 8, "utf-8")
    done = run(capsys, "--lang", "fr", "import", path)
    assert (done.code, done.out) == (1, "")
    assert f"{path}: A9: « A 1 » ne peut pas" in done.err.replace("\N{NO-BREAK SPACE}", " ")
    assert done.err.count(f"{path}: ") == 3 * 8 + 7  # seven of the ids are there already
    assert [found.name for found in tmp_path.iterdir()] == ["a.csv"]


def test_what_is_still_to_be_written_is_told_by_its_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items, scales = tmp_path / "items.csv", tmp_path / "scales.csv"
    items.write_bytes("id;texte_fr;simple_fr;échelles\na;Été;Été;R\n".encode("cp1252"))
    scales.write_text("id,name_fr,plain_fr\nR,Dehors,Dehors\n", "utf-8")
    done = run(capsys, "--lang", "en", "import", items, "--scales", scales)
    assert done.code == 0
    assert "it was read as Windows-1252" in done.err
    written = (tmp_path / "items.yaml").read_text("utf-8")
    lines = enumerate(written.splitlines(), start=1)
    unwritten = [str(number) for number, line in lines if line.endswith(": À compléter")]
    assert f"looked at again: lines {', '.join(unwritten)}, " in done.out
    assert len(unwritten) == 9
    assert "fr: Été\n" in written
    assert "fr: Dehors\n" in written


def test_a_workbook_takes_no_other_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "mine.xlsx"
    write_workbook(book, "en")
    done = run(capsys, "--lang", "en", "import", book, "--scales", book)
    assert (done.code, done.out) == (2, "")
    assert "a workbook has a sheet for each part" in done.err


@pytest.mark.parametrize("name", ["missing.xlsx", "missing.csv", "."])
def test_what_is_no_file_is_told(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "--lang", "en", "import", tmp_path / name)
    assert done.code == 2
    assert "there is no such file." in done.err or "this is not a file." in done.err
