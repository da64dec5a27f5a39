"""``progpro print`` and ``progpro key`` as a shell sees them: files, dossiers, refusals."""

from __future__ import annotations

import io
import json
import shlex
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import InputError
from progpro_tui.testing.practice import new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import run
from tests.tui.driver import CODE

ALL = "interests-short"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def practice(tmp_path: Path) -> Workspace:
    workspace = new_practice(tmp_path / "practice", code=CODE)
    workspace.dossiers.create("Delorme, Amina", "bilan")
    return workspace


def found(practice: Workspace, named: str) -> Dossier:
    """A dossier as it stands on the disk now."""
    return unlocked(practice.folder).dossiers.find(named)


# -- print --------------------------------------------------------------------------------------


def test_a_form_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    printed = run(capsys, "--lang", "fr", "print", ALL, "-o", tmp_path / "form.pdf")
    assert printed.code == 0
    assert printed.out.strip() == str(tmp_path / "form.pdf")
    reader = PdfReader(io.BytesIO((tmp_path / "form.pdf").read_bytes()))
    text = reader.pages[0].extract_text()
    assert "Comment remplir ces pages" in text
    assert reader.metadata is None or reader.metadata.author is None
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # as PDF has it
    ]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor.get_object()


def test_a_file_that_is_there_is_replaced_on_demand_only(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "form.pdf"
    out.write_bytes(b"mine")
    refused = run(capsys, "--lang", "en", "print", ALL, "-o", out)
    assert refused.code == 2
    assert "--force replaces it" in refused.err
    assert out.read_bytes() == b"mine"
    assert run(capsys, "print", ALL, "-o", out, "--force", "--plain").code == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("out", ["form.txt", "."])
def test_a_form_is_not_printed_just_anywhere(capsys: pytest.CaptureFixture[str], out: str) -> None:
    assert run(capsys, "print", ALL, "-o", out).code == 2


def test_what_the_counsellor_needs_stands_last_and_names_the_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = bundled_folder() / f"{ALL}.yaml"
    text = source.read_text("utf-8").replace(f"id: {ALL}", "id: rythme", 1)
    for name in ("mon rythme.yaml", "rythme.yaml.txt", "RYTHME.YAML", "rythme"):
        (tmp_path / name).write_text(text, "utf-8")
        printed = run(capsys, "--lang", "fr", "print", name, "-o", "form.pdf", "--force")
        assert printed.code == 0, printed.err
        pages = [page.extract_text() for page in PdfReader(tmp_path / "form.pdf").pages]
        [command] = [line for line in pages[-1].splitlines() if line.startswith("progpro key")]
        assert str(tmp_path) not in "".join(pages)
        assert "progpro key" not in pages[0]
        _, _, file, _, code = shlex.split(command)
        assert file == name
        digits = ("--digits", "5" * 30, "--form", code, "--force")
        assert run(capsys, "key", file, *digits).code == 0


def test_a_missing_folder_is_not_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for command in (("print", ALL), ("key", ALL, "--digits", "5" * 30)):
        refused = run(capsys, "--lang", "en", *command, "-o", tmp_path / "slip" / "x.pdf")
        assert refused.code == 2
        assert "there is no such folder: make it first" in refused.err
    assert not (tmp_path / "slip").exists()


# -- key, into a file ---------------------------------------------------------------------------


def test_digits_become_an_answers_file_that_is_scored(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "answers.json"
    keyed = run(capsys, "--lang", "en", "key", ALL, "-o", out, "--score", "--digits", "5432n" * 6)
    assert keyed.code == 0
    assert not out.with_name("answers.json.part").exists()
    data = json.loads(out.read_text("utf-8"))
    assert len(data) == 30
    assert list(data.values())[:5] == [5, 4, 3, 2, "not_applicable"]
    scored = run(capsys, "--lang", "en", "score", out, "--instrument", ALL)
    assert scored.out.splitlines()[1:] == keyed.out.splitlines()[2:]


def test_without_a_name_the_file_is_named_after_the_instrument(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(capsys, "key", ALL, "--digits", "5" * 30).code == 0
    assert (tmp_path / f"{ALL}-answers.json").exists()


def test_the_standard_input_is_keyed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("55555\n" * 6))
    assert run(capsys, "key", ALL, "-o", tmp_path / "a.json").code == 0


def test_a_wrong_digit_writes_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    refused = run(capsys, "--lang", "fr", "key", ALL, "--digits", "5555 7 555")
    assert refused.code == 2
    assert "Ligne 5" in refused.err
    assert "réponse 5" in refused.err
    assert "« 7 » a été trouvé. Il faut 1–5" in refused.err.replace("\N{NO-BREAK SPACE}", " ")
    assert list(tmp_path.glob("*answers*")) == []


def test_an_answers_file_that_is_there_is_kept(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "a.json"
    out.write_text("mine")
    assert run(capsys, "key", ALL, "-o", out, "--digits", "5" * 30).code == 2
    assert out.read_text() == "mine"
    assert run(capsys, "key", ALL, "-o", out, "--digits", "5" * 30, "--force").code == 0


def test_the_code_of_the_form_is_compared(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code = Workspace(tmp_path).shelf.find(ALL).hash[:6]
    assert run(capsys, "key", ALL, "--form", code.upper(), "--digits", "5" * 30).code == 0
    refused = run(
        capsys, "--lang", "en", "key", ALL, "--form", "abc123", "--force", "--digits", "5" * 30
    )
    assert refused.code == 2
    assert "abc123" in refused.err
    assert code in refused.err


def test_what_cannot_go_together(capsys: pytest.CaptureFixture[str], practice: Workspace) -> None:
    both = ("-o", "a.json", "--dossier", "amina delorme")
    folder = ("--practice", practice.folder)
    assert run(capsys, *folder, "key", ALL, *both, "--digits", "5" * 30).code == 2
    assert run(capsys, "key", ALL, "--verify", "--digits", "5" * 30).code == 2


# -- key, into a dossier ------------------------------------------------------------------------


def test_a_keyed_form_is_a_finished_run_that_says_it_was_on_paper(
    capsys: pytest.CaptureFixture[str], practice: Workspace, tmp_path: Path
) -> None:
    folder = ("--practice", practice.folder, "--lang", "fr")
    keyed = run(
        capsys, *folder, "key", ALL, "--dossier", "amina delorme", "--plain", "--digits", "54321" * 6
    )
    assert keyed.code == 0, keyed.err
    [record] = found(practice, "amina").runs
    assert record.finished
    profile, _ = unlocked(practice.folder).result(found(practice, "amina").id, record)
    assert profile.provenance is not None
    assert profile.provenance.by == ("paper",)
    assert profile.provenance.minutes == 0
    assert profile.provenance.plain
    assert {given.seconds for given in profile.given} == {0.0}
    speed = next(index for index in profile.indices if index.id == "style.speed")
    assert speed.data == {"speed": {"value": None}}
    pdf = tmp_path / "p.pdf"
    assert run(capsys, *folder, "export", "amina", "--pdf", pdf).code == 0
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "répondu sur papier, puis saisi" in " ".join(text.split())
    assert " min," not in text


def test_a_part_of_a_name_writes_nowhere(
    capsys: pytest.CaptureFixture[str], practice: Workspace
) -> None:
    folder = ("--practice", practice.folder, "--lang", "en")
    digits = ("--digits", "5" * 30)
    for part in ("D", "amina", "delorme, ami"):
        refused = run(capsys, *folder, "key", ALL, "--dossier", part, *digits)
        assert refused.code == 2
        assert "Did you mean Delorme, Amina (" in refused.err
        assert found(practice, "amina").runs == ()
    [dossier] = unlocked(practice.folder).dossiers.all()[0]
    for whole in ("DELORME, Amina", "amina  delorme", dossier.id):
        kept = run(capsys, *folder, "key", ALL, "--dossier", whole, *digits)
        assert (kept.code, kept.out) == (0, "Saved in the dossier of Delorme, Amina.\n")
    assert len(found(practice, "amina").runs) == 3


def test_two_people_of_one_name_are_told_apart_by_their_id(practice: Workspace) -> None:
    one = practice.dossiers.create("Delorme, Amina", "bilan")
    with pytest.raises(InputError):
        practice.dossiers.named("Amina Delorme")
    assert practice.dossiers.named(one.id) == one


def test_a_refused_form_leaves_the_dossier_as_it_was(
    capsys: pytest.CaptureFixture[str], practice: Workspace
) -> None:
    folder = ("--practice", practice.folder)
    assert (
        run(capsys, *folder, "key", ALL, "--dossier", "amina delorme", "--digits", "5" * 29).code == 2
    )
    assert found(practice, "amina").runs == ()


def test_a_run_under_way_on_the_screen_is_not_mixed_with_paper(
    capsys: pytest.CaptureFixture[str], practice: Workspace
) -> None:
    dossier = found(practice, "amina")
    sitting = practice.runs.begin(dossier, practice.shelf.find(ALL))
    sitting.answer("seen", language="fr")
    folder = ("--practice", practice.folder, "--lang", "en")
    refused = run(capsys, *folder, "key", ALL, "--dossier", "amina delorme", "--digits", "5" * 30)
    assert refused.code == 2
    assert "finish it there first" in refused.err


def test_no_dossier_is_opened_while_somebody_has_the_keyboard(
    capsys: pytest.CaptureFixture[str], practice: Workspace
) -> None:
    practice.practice.hand_over("some dossier", "some run")
    folder = ("--practice", practice.folder)
    assert (
        run(capsys, *folder, "key", ALL, "--dossier", "amina delorme", "--digits", "5" * 30).code == 2
    )
    assert found(practice, "amina").runs == ()
