"""Every command: what it prints, and one clear sentence where it cannot."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui import __version__
from progpro_tui.cli.main import COMMANDS
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage.system_errors import refusal
from progpro_tui.testing.practice import unlocked
from progpro_tui.workspace.demo_secrets import CODE
from tests.cli.runner import run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(demonstration, tmp_path_factory.mktemp("demo") / "practice"))


def test_version_and_help_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version").out == f"progpro {__version__}\n"
    assert "Le répertoire du cabinet." in run(capsys, "--lang", "fr", "--help").out
    assert "The practice’s folder." in run(capsys, "--lang=en", "--help").out


def test_demo_says_where_the_pdfs_are_and_the_code_and_is_made_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = run(capsys, "--lang", "fr", "demo", "--no-open")
    assert first.code == 0
    paths = [line.strip() for line in first.out.splitlines() if line.endswith(".pdf")]
    assert len(paths) == 6
    assert all(Path(path).read_bytes().startswith(b"%PDF") for path in paths)
    assert CODE in first.out
    before = [Path(path).stat().st_mtime_ns for path in paths]
    second = run(capsys, "--lang", "fr", "demo", "--no-open")
    assert [Path(path).stat().st_mtime_ns for path in paths] == before
    assert second.out.splitlines()[1:] == first.out.splitlines()[2:]


def test_instruments(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Mes intérêts" in run(capsys, "--lang", "fr", "instruments").out
    data = [json.loads(line) for line in run(capsys, "instruments", "--json").out.splitlines()]
    interests = next(found for found in data if found["id"] == "interests")
    assert interests["size"] == "60 questions"
    assert interests["languages"] == ["fr", "en"]


def test_dossiers(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "--practice", demo, "--lang", "fr", "dossiers").out.splitlines()
    assert len(lines) == 8
    assert any("3 profils " in line and "Delorme, Amina" in line for line in lines)
    data = [
        json.loads(line)
        for line in run(capsys, "--practice", demo, "dossiers", "--json").out.splitlines()
    ]
    assert {len(dossier["runs"]) for dossier in data} == {0, 1, 2, 3, 4}
    runs = [run for dossier in data for run in dossier["runs"] if run["finished"] is not None]
    assert sum(run["instrument"] == "interests" for run in runs) == 6


@pytest.mark.parametrize(
    ("voice", "has", "lacks"),
    [
        ("person", "Ce qui vous attire", "Provenance"),
        ("counsellor", "Provenance", "Ce qui vous attire"),
        ("both", "Provenance", "nothing of the kind"),
    ],
)
def test_export(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], voice: str, has: str, lacks: str
) -> None:
    out = tmp_path / "new folder" / "profile.pdf"
    result = run(
        capsys, "--practice", demo, "--lang", "fr", "export", "delorme", "--for", voice, "--pdf", out
    )
    assert (result.code, result.out) == (0, f"{out}\n")
    words = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert has in words
    assert lacks not in words


def refused(result: object) -> str:
    from tests.cli.runner import Result

    assert isinstance(result, Result)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("progpro: ")
    assert result.err.count("\n") == 1
    return result.err


def test_export_of_what_is_not_there_writes_nothing(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.pdf"

    def export(*arguments: object) -> str:
        return refused(run(capsys, "--practice", demo, "--lang", "en", "export", *arguments))

    assert "No dossier fits" in export("nobody", "--pdf", out)
    assert "no finished questionnaire" in export("morel", "--pdf", out)
    assert "no finished questionnaire" in export("bernard", "--pdf", out)
    assert "no run" in export("delorme", "--run", "x", "--pdf", out)
    assert ".pdf" in export("delorme", "--pdf", tmp_path / "x.txt")
    assert "--for" in export("delorme", "--for", "everyone", "--pdf", out)
    assert "--pdf" in export("delorme")
    assert "which dossier" in export("--pdf", out)
    half = unlocked(demo).dossiers.find("bernard")
    assert "not finished" in export("bernard", "--run", half.runs[0].id, "--pdf", out)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_practice_that_is_not_there_or_damaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no practice" in refused(run(capsys, "--lang", "en", "--practice", tmp_path, "dossiers"))
    (tmp_path / "keyring").write_bytes(b"garbage")
    assert "damaged" in refused(run(capsys, "--lang", "en", "--practice", tmp_path, "dossiers"))


def test_unknown_words_on_the_line_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Vouliez-vous dire «\xa0score\xa0»" in refused(run(capsys, "--lang", "fr", "scor"))
    assert "pas d’option --what" in refused(run(capsys, "--lang", "fr", "--what"))
    assert "Il manque" in refused(run(capsys, "--lang", "fr", "check"))
    assert "--lang" in refused(run(capsys, "--lang", "de"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("chek",), "check"),
        (("new", "questionaire"), "questionnaire"),
        (("new", "questionnaire", "--titre", "A"), "--title"),
    ],
)
def test_a_mistyped_word_gets_the_nearest(
    typed: tuple[str, ...], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Vouliez-vous dire" in (said := refused(run(capsys, "--lang", "fr", *typed)))
    assert meant in said


@pytest.mark.parametrize("command", [*COMMANDS, "", "new questionnaire", "new plugin"])
def test_no_help_in_french_speaks_english(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "--lang", "fr", *command.split(), "--help").out
    assert not re.search(
        r"\b(ARGS|COMMAND|TEXT|PATH|FILE|FOLDER|INTEGER|RANGE|Options:|Commands)\b", said
    )


def test_what_the_system_refuses_is_said_in_our_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    for path, words in (
        (tmp_path / ("x" * 300 + ".json"), "le nom est trop long"),
        (file / "s.json", "est un fichier, et non un répertoire"),
    ):
        assert words in refused(run(capsys, "--lang", "fr", "schema", "-o", path))
    for number in (errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EROFS, errno.EISDIR):
        said = Translator("fr")(refusal(OSError(number, os.strerror(number), "a.yaml")))
        assert said.startswith("a.yaml\xa0: ")
        assert os.strerror(number) not in said


@pytest.mark.parametrize(
    ("name", "hint"), [("q.yaml", "added “.txt”"), ("rythm.yaml", "Did you mean “rythme.yaml”?")]
)
def test_a_file_that_is_not_there_names_its_neighbour(
    name: str,
    hint: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for there in ("q.yaml.txt", "rythme.yaml"):
        Path(there).touch()
    assert hint in refused(run(capsys, "--lang", "en", "check", name))


def test_the_language_may_stand_behind_any_command(capsys: pytest.CaptureFixture[str]) -> None:
    shown = run(capsys, "instruments", "--help", "--lang", "en")
    assert (shown.code, shown.err) == (0, "")
    assert "List the instruments." in shown.out
    assert "--lang" in shown.out
    titles = [run(capsys, "instruments", f"--lang={language}").out for language in ("fr", "en")]
    assert titles[0] != titles[1]
    assert "--lang" in refused(run(capsys, "instruments", "--lang", "de"))


@pytest.mark.parametrize(
    "command", [["run", "--linear"], ["simulate"], ["score", "a.json", "--instrument"]]
)
def test_a_broken_instrument_file_tells_its_mistakes(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = (ROOT / "questionnaires" / "interests.yaml").read_text("utf-8")
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        good.replace("minutes: 15", "minutes: soon").replace("  score: mean", "  scor: mean", 1)
    )
    result = run(capsys, "--lang", "en", *command, bad)
    assert (result.code, result.out) == (2, "")
    checked = run(capsys, "--lang", "en", "check", bad).out
    assert result.err.splitlines()[0].startswith(f"progpro: {bad}: ")
    # "check" shows the line of each mistake as well; its last one sums up the file.
    lines = [line for line in checked.splitlines()[:-1] if not line.startswith("  ")]
    assert result.err.splitlines()[1:] == [line.replace(": error: ", ": ", 1) for line in lines]
    bad.write_text(good.replace("weight", "wait").replace("    scales:", "    scale:"))
    told = run(capsys, "--lang", "en", *command, bad).err.splitlines()
    assert len(told) == 12
    assert told[-1].endswith(f"progpro check {bad}")


@pytest.mark.parametrize(
    ("streams", "code"), [("<&-", 1), (">&-", 2), ("<&- >&-", 2)], ids=["in", "out", "both"]
)
def test_streams_that_the_shell_closed_leave_no_traceback(streams: str, code: int) -> None:
    command = f"{sys.executable} -m progpro_tui --lang en"
    lines = ((f"{command} run --linear interests-short {streams}", code), (f"{command} {streams}", 2))
    for line, left in lines:
        done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
        assert done.returncode == left, done.stderr
        assert "Traceback" not in done.stderr


def test_the_app_without_a_terminal_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "terminal" in refused(run(capsys))


def test_check_names_every_mistake_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = (ROOT / "questionnaires" / "interests.yaml").read_text("utf-8")
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        good.replace("minutes: 15", "minutes: soon").replace("  score: mean", "  scor: mean", 1)
    )
    good_one = ROOT / "questionnaires" / "interests.yaml"
    result = run(capsys, "--lang", "fr", "check", "--quick", bad, good_one)
    assert result.code == 1
    lines = result.out.splitlines()
    assert any("bad.yaml:" in line and "soon" in line for line in lines)
    assert any("scor" in line and "score" in line for line in lines)
    assert "aucune erreur, 60 questions" in lines[-1]
    missing = run(capsys, "--lang", "fr", "check", tmp_path / "none.yaml")
    refused(missing)


def test_a_pipe_closed_early_leaves_no_traceback(demo: Path) -> None:
    command = f"{sys.executable} -m progpro_tui --practice {demo} dossiers | head -1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr
    assert len(result.stdout.splitlines()) == 1
