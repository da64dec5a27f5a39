"""``progpro run --linear``: options, dossiers, exit codes, what stands on which stream."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import InputError
from progpro_tui.testing.practice import new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import Result, run

ROOT = Path(__file__).parents[2]
RATING = ROOT / "tests" / "golden" / "rating.yaml"
FORM = ROOT / "tests" / "golden" / "form.yaml"
NINE = "\n" + "4\n" * 9


@pytest.fixture
def practice(tmp_path: Path) -> Workspace:
    """A practice with two dossiers."""
    workspace = new_practice(tmp_path / "practice", code="75310864")
    workspace.dossiers.create("Delorme, Amina", "bilan")
    workspace.dossiers.create("Petit, Rose", "bilan")
    return workspace


def found(practice: Workspace, named: str) -> Dossier:
    """A dossier as it stands on the disk now."""
    return unlocked(practice.folder).dossiers.find(named)


class Runner:
    """Runs the command with what is typed, in English unless asked otherwise."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        self._capsys, self._monkeypatch, self._folder = capsys, monkeypatch, folder

    def __call__(self, typed: str, *arguments: object, language: str = "en") -> Result:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        spoken = ("--lang", language) if language else ()
        return run(self._capsys, "--practice", self._folder, *spoken, "run", *arguments)


@pytest.fixture
def lead(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    return Runner(capsys, monkeypatch, tmp_path / "practice")


def refused(result: Result) -> str:
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("progpro: ")
    assert result.err.count("\n") == 1
    return result.err


def test_without_linear_it_says_where_the_whole_screen_is(lead: Runner) -> None:
    assert "--linear" in refused(lead("", "interests"))


def test_a_run_that_is_kept_nowhere_says_so_and_writes_nothing(lead: Runner, tmp_path: Path) -> None:
    done = lead(NINE, "--linear", RATING)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Nothing is kept")
    assert "It is finished. Thank you." in done.out
    assert "kept in the dossier" not in done.out
    assert not (tmp_path / "practice").exists()


def test_a_script_that_ends_before_the_end_leaves_with_1(lead: Runner) -> None:
    done = lead(NINE[:-2], "--linear", RATING)
    assert done.code == 1
    assert done.out.endswith("You are leaving before the end. Nothing was kept.\n")
    assert lead("", "--linear", RATING).code == 1


def test_the_counsellors_view_on_demand(lead: Runner) -> None:
    assert "Provenance" not in lead(NINE, "--linear", RATING).out
    assert "Provenance" in lead(NINE, "--linear", RATING, "--for", "counsellor").out


def test_plain_words_and_the_language_also_behind_the_command(lead: Runner) -> None:
    done = lead("\n", "--linear", RATING, "--plain", "--lang", "fr", language="")
    assert "Il faut environ 3 minutes." in done.out
    assert "Allow about 3 minutes." in lead("\n", "--linear", RATING).out


def test_a_seed_fixes_the_order_and_has_no_place_in_a_dossier(
    lead: Runner, practice: Workspace
) -> None:
    once, again = (lead(NINE, "--linear", RATING, "--seed", 5).out for _ in range(2))
    assert once == again
    assert lead(NINE, "--linear", RATING, "--seed", 6).out != once
    assert "--seed" in refused(lead("", "--linear", RATING, "--seed", 5, "--dossier", "amina delorme"))


def test_a_dossier_keeps_every_answer_and_the_run_goes_on_where_it_stopped(
    lead: Runner, practice: Workspace
) -> None:
    first = lead("\n4\n5\n", "--linear", RATING, "--dossier", "amina delorme")
    assert first.code == 1
    dossier = found(practice, "amina")
    assert len(dossier.runs) == 1
    assert "Your 2 answers are saved." in first.out
    assert first.out.splitlines()[-1].endswith(f"run --linear {RATING} --dossier {dossier.id}")

    second = lead("4\n" * 7 + "\n", "--linear", RATING, "--dossier", dossier.id)
    assert second.code == 0
    assert "You were at question 3." in second.out
    assert "The profile is kept in the dossier." in second.out
    dossier = found(practice, "amina")
    [record] = dossier.runs
    assert record.finished
    given = unlocked(practice.folder).repository.answers(dossier.id, record.id)
    assert [g.answer for g in given if not g.step.startswith("show:")] == [4, 5, *[4] * 7]
    assert unlocked(practice.folder).repository.profile(dossier.id, record.id) is not None

    lead("", "--linear", RATING, "--dossier", dossier.id)  # a finished run stands: a new one begins
    assert len(found(practice, "amina").runs) == 2
    assert found(practice, "rose").runs == ()


def test_a_draft_survives_a_closed_input(lead: Runner, practice: Workspace) -> None:
    lead("\n2\np\n1\nA garden.\n", "--linear", FORM, "--dossier", "rose petit")
    again = lead("\n", "--linear", FORM, "--dossier", "rose petit")
    assert "You wrote:\nA garden.\n" in again.out
    assert "Saved.\n" in again.out


def test_a_file_that_changed_since_says_that_the_run_keeps_its_own_copy(
    lead: Runner, practice: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "rating.yaml"
    file.write_text(RATING.read_text("utf-8"), "utf-8")
    lead("\n4\n", "--linear", file, "--dossier", "amina delorme")
    file.write_text(file.read_text("utf-8").replace("version: 1.0.0", "version: 2.0.0"), "utf-8")
    done = lead("", "--linear", file, "--dossier", "amina delorme")
    assert "its own copy, version 1.0.0." in done.out
    assert len(found(practice, "amina").runs) == 1


def test_while_a_beneficiary_has_the_keyboard_no_dossier_is_opened(
    lead: Runner, practice: Workspace
) -> None:
    workspace = unlocked(practice.folder)
    dossier = workspace.dossiers.find("amina")
    sitting = workspace.runs.begin(dossier, workspace.shelf.find("interests"))
    workspace.practice.hand_over(dossier.id, sitting.record.id)
    workspace.close()
    for named in ("amina", "rose", "nobody"):
        words = refused(lead("", "--linear", "interests", "--dossier", named))
        assert "keyboard" in words
        assert "Amina" not in words
    assert len(found(practice, "amina").runs) == 1
    assert lead(NINE, "--linear", RATING).code == 0  # it opens no dossier


def test_what_is_not_there_is_said_in_one_sentence(lead: Runner, tmp_path: Path) -> None:
    assert "no practice" in refused(lead("", "--linear", RATING, "--dossier", "amina delorme"))
    assert "nobody" in refused(lead("", "--linear", "nobody"))
    refused(lead("", "--linear", tmp_path / "none.yaml"))
    refused(lead("", "--linear", RATING, "--for", "everyone"))
    refused(lead("", "--linear", RATING, "--lang", "de"))
    refused(lead("", "--linear", RATING, "--seed", -1))
    refused(lead("", "--linear"))


def test_a_dossier_that_is_not_there(lead: Runner, practice: Workspace) -> None:
    assert "No dossier" in refused(lead("", "--linear", RATING, "--dossier", "zoe"))


def test_exactly_this_name_comes_before_names_that_hold_it(practice: Workspace) -> None:
    practice.dossiers.create("Ngo, Zoé", "bilan")
    exact = practice.dossiers.create("Zoé Ngo", "bilan")
    assert practice.dossiers.find("zoe  ngo").id == exact.id
    with pytest.raises(InputError):
        practice.dossiers.find("zoé")
    practice.dossiers.create("Zoe Ngo", "bilan")
    with pytest.raises(InputError):
        practice.dossiers.find("Zoé Ngo")


def progpro(typed: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "progpro_tui", "--lang", "fr", "run", "--linear", *arguments]
    return subprocess.run(command, input=typed, capture_output=True, check=False)


def test_a_pipe_gets_every_line_without_prompts_or_questionary(tmp_path: Path) -> None:
    done = progpro(NINE.encode(), str(RATING))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert b"\r" not in done.stdout
    said = done.stdout.decode("utf-8")
    assert said.count("Plutôt oui\n") >= 18  # said with the choices, and again when taken


def test_bytes_that_are_no_letters_end_nothing() -> None:
    done = progpro(b"\n4\n\xff\xfe\n4\n", str(RATING))
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    words = f"printf '\\n4\\n4\\n' | {sys.executable} -m progpro_tui run --linear {RATING} | head -1"
    done = subprocess.run(words, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 1


MODULES = """
import sys
from progpro_tui.cli.main import main
try:
    main(["run", "--linear", sys.argv[1]])
finally:
    print("IMPORTED", *sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_a_script_loads_no_screen_no_pdf_and_nothing_that_prompts() -> None:
    command = [sys.executable, "-c", MODULES, str(RATING)]
    done = subprocess.run(command, input=NINE, capture_output=True, text=True, check=True)
    imported = set(done.stdout.split("IMPORTED ")[1].split())
    assert imported & {"textual", "rich", "fpdf", "questionary", "prompt_toolkit"} == set()
