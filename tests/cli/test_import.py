"""``progpro import``: a file beside the spreadsheet, never over another one, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.spreadsheet.workbook import write_workbook
from tests.cli.runner import run

EASY = "reading: easy (fr), easy (en) · key found again"


def test_the_workbook_becomes_a_file_that_passes_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, out = tmp_path / "mine.xlsx", tmp_path / "mine.yaml"
    write_workbook(book, "fr")
    done = run(capsys, "--lang", "fr", "import", book)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{out} est écrit.\nEnsuite\N{NO-BREAK SPACE}: progpro check {out}\n"
    assert out.read_text("utf-8").startswith("# yaml-language-server: $schema=instrument.schema.json\n")
    assert run(capsys, "--lang", "en", "check", out).out == f"{out}: no mistake, 6 questions · {EASY}\n"


def test_a_file_is_written_over_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, out = tmp_path / "mine.xlsx", tmp_path / "mine.yaml"
    write_workbook(book, "fr")
    out.write_text("kept", "utf-8")
    refused = run(capsys, "--lang", "en", "import", book)
    assert (refused.code, refused.out) == (2, "")
    assert "is there already: choose another name with -o, or add --force." in refused.err
    assert "what was changed in it by hand is lost, except its examples." in refused.err
    assert out.read_text("utf-8") == "kept"
    elsewhere = tmp_path / "other.yaml"
    assert run(capsys, "import", book, "-o", elsewhere).code == 0
    assert run(capsys, "import", book, "--force").code == 0
    assert out.read_bytes() == elsewhere.read_bytes()


def test_examples_written_by_hand_outlive_another_import(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items, out = tmp_path / "mine.csv", tmp_path / "mine.yaml"
    items.write_text("id;text_fr;scales\na;Lire;R\n", "utf-8")
    assert run(capsys, "--lang", "en", "import", items).code == 0
    first = out.read_text("utf-8")
    by_hand = "\nexamples:\n  - name: by hand\n    answers: {a: 4}\n    scores: {R: 4}\n"
    out.write_text(first + by_hand, "utf-8")
    again = run(capsys, "--lang", "en", "import", items, "--force")
    assert "The examples that stood in it are kept" in again.out
    assert out.read_text("utf-8") == first + by_hand


def test_a_place_that_cannot_be_written_to_is_told_in_our_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    items = tmp_path / "mine.csv"
    items.write_text("id;text_fr;scales\na;Lire;R\n", "utf-8")

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied", "mine.yaml")

    monkeypatch.setattr("os.open", refuse)
    done = run(capsys, "--lang", "en", "import", items)
    assert done.code == 2
    assert "mine.yaml: the file cannot be written: you do not have the right to do this" in done.err
    assert "Permission denied" not in done.err


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
    assert len(unwritten) == 11
    (listed,) = (line for line in done.out.splitlines() if "looked at again" in line)
    assert len(listed.split(", ")) == 12  # and the usual answers
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
