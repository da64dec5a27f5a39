"""The life of a practice by commands: backup, restore, verify, archive, person, erase, audit."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from progpro_tui.storage.backups import backups_in
from progpro_tui.storage.fs import Fs
from progpro_tui.testing.practice import CHEAP, CODE, PASSPHRASE, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import Result, run


class Practice:
    """A practice of two people, and the command line on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        workspace = Workspace(folder, kdf=CHEAP)
        self.code = workspace.practice.create("Cabinet Horizon", CODE, PASSPHRASE)
        self.rose = workspace.dossiers.create("Petit, Rose", "bilan").id
        workspace.dossiers.create("Haddad, Samir", "project")
        workspace.close()

    def __call__(self, *arguments: object, language: str = "en") -> Result:
        return run(self._capsys, "--lang", language, "--practice", self.folder, *arguments)


@pytest.fixture
def practice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Practice:
    return Practice(tmp_path / "practice", capsys)


@pytest.mark.parametrize("change", ["plugins/put_in.py", "questionnaires/put_in.yaml", "manifest"])
def test_what_was_put_into_a_backup_is_told_when_it_is_restored(
    practice: Practice, tmp_path: Path, change: str
) -> None:
    backup = Path(practice("backup").out.splitlines()[0])
    if change == "manifest":
        (backup / "manifest").unlink()
    else:
        with ZipFile(backup / "files", "a") as container:
            container.writestr(change, "nothing of ours")
    restored = practice("restore", backup, tmp_path / "restored")
    assert restored.code == 1
    assert f"“{change}” is damaged" in restored.err


def test_a_backup_is_restored_by_either_secret(practice: Practice, tmp_path: Path) -> None:
    made = practice("backup")
    assert made.code == 0
    assert "Read: 2 dossiers, 0 questionnaires" in made.out
    backup = Path(made.out.splitlines()[0])
    assert backup.parent == practice.folder / "backups"
    (tmp_path / "code").write_text(practice.code)
    for number, options in enumerate([(), ("--recovery-file", tmp_path / "code")]):
        folder = tmp_path / f"restored{number}"
        restored = practice("restore", backup, folder, *options)
        assert restored.code == 0, restored.err
        assert "2 dossiers" in restored.out
        listed = practice("--practice", folder, "dossiers")
        assert "Petit, Rose" in listed.out
        again = practice("restore", backup, folder, *options)
        assert again.code == 2
        assert "holds something already" in again.err
    assert practice("restore", tmp_path, tmp_path / "new").code == 2
    elsewhere = practice("backup", tmp_path / "disk")
    assert Path(elsewhere.out.splitlines()[0]).parents[1] == tmp_path / "disk"


def test_verify_names_what_is_damaged(practice: Practice) -> None:
    practice("backup")
    whole = practice("verify", "--backups")
    assert (whole.code, whole.err) == (0, "")
    assert len([line for line in whole.out.splitlines() if line.startswith("Read: 2 dossiers")]) == 2
    (practice.folder / "dossiers" / practice.rose / "head" / "snapshot").write_bytes(b"gone")
    damaged = practice("verify", language="fr")
    assert damaged.code == 1
    assert practice.rose in damaged.err
    data = json.loads(practice("verify", "--json").out)
    assert data["dossiers"] == 1
    assert [each["name"] for each in data["damaged"]] == [practice.rose]
    (practice.folder / "keys.1.b").unlink()
    assert "keys.1.b" in practice("verify").err
    for path in (practice.folder / "practice").iterdir():
        path.write_bytes(b"gone")
    assert practice("verify").code == 1


def test_an_archived_dossier_leaves_the_list_and_comes_back(practice: Practice) -> None:
    assert practice("archive", "Petit, Rose").code == 0
    assert "Rose" not in practice("dossiers").out
    assert "Rose" in practice("dossiers", "--archived").out
    assert practice("archive", practice.rose, "--back").code == 0
    assert "Rose" in practice("dossiers").out
    assert practice("dossiers", "--archived").out == ""


def test_a_person_goes_out_and_comes_in(practice: Practice, tmp_path: Path) -> None:
    out = practice("person", "Petit, Rose", "-o", tmp_path / "out")
    assert out.code == 0
    path, pdf = map(Path, out.out.split())
    assert pdf.read_bytes().startswith(b"%PDF")
    imported = practice("person", "--import", path)
    assert imported.code == 0
    assert practice("dossiers").out.count("Petit, Rose") == 2
    assert practice("person", "Petit, Rose").code == 2
    assert practice("person", "--import", path, "-o", tmp_path).code == 2
    assert "n’est pas un fichier JSON" in practice("person", "--import", pdf, language="fr").err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_erased_dossier_has_a_certificate(practice: Practice, tmp_path: Path, language: str) -> None:
    practice("backup")
    practice("backup", tmp_path / "disk")
    (tmp_path / "disk").rename(tmp_path / "drawer")
    assert practice("erase", practice.rose, language=language).code == 2, "nobody confirmed it"
    assert "Rose" in practice("dossiers").out
    erased = practice("erase", practice.rose, "--yes", "-o", tmp_path / "out", language=language)
    assert erased.code == 0, erased.err
    assert "disk" in erased.err
    assert "Rose" not in practice("dossiers").out
    pdf, path = map(Path, erased.out.splitlines()[-2:])
    (page,) = PdfReader(pdf).pages
    words = page.extract_text().replace("\u00a0", " ")
    expected = "Attestation de destruction" if language == "fr" else "Certificate of destruction"
    for part in (expected, practice.rose, str(tmp_path / "disk")):
        assert part in words.replace("\n", ""), words
    assert "Rose" not in words
    data = json.loads(path.read_bytes())
    assert (data["id"], data["backups"]) == (practice.rose, 1)
    assert data["beyond"][0]["expires"] > data["when"]
    written = practice("erase", practice.rose, "--certificate", "-o", tmp_path / "out")
    assert len(written.out.split()) == 2
    assert practice("erase", practice.rose, "--yes").code == 2
    assert practice("erase", "practice", "--yes").code == 2
    (backup,) = backups_in(practice.folder / "backups", Fs())
    twin = unlocked(practice.folder).vault.twin(backup.folder, Fs())
    assert practice.rose not in twin.names()


def test_a_dossier_that_cannot_be_read_can_be_erased_by_its_id(practice: Practice) -> None:
    (practice.folder / "dossiers" / practice.rose / "head" / "snapshot").write_bytes(b"gone")
    assert practice("erase", practice.rose, "--yes").code == 0
    assert practice("verify").code == 0


def test_the_audit_says_what_was_done_and_its_head_can_be_noted(practice: Practice) -> None:
    practice("backup")
    head = practice("audit", "--head").out.strip()
    practice("archive", practice.rose)
    said = practice("audit", language="fr").out
    assert "sauvegarde" in said
    assert practice.rose in said
    assert "Rose" not in said
    acts = [json.loads(line)["act"] for line in practice("audit", "--json").out.splitlines()]
    assert acts[:5] == ["begin", "lock", "unlock", "backup", "lock"]
    assert practice("audit", "--verify", "--since", head).code == 0
    assert practice("audit", "--verify", "--since", "7-abcdef").code == 2


def test_a_new_passphrase_and_a_new_key_reach_the_backups(practice: Practice, tmp_path: Path) -> None:
    practice("backup")
    workspace = unlocked(practice.folder)
    workspace.rotate()
    workspace.change_passphrase("une autre phrase de passe")
    workspace.close()
    (backup,) = backups_in(practice.folder / "backups", Fs())
    (tmp_path / "new").write_text("une autre phrase de passe\n")
    restored = practice("--passphrase-file", tmp_path / "new", "restore", backup.folder, tmp_path / "r")
    assert restored.code == 0, restored.err


def test_nothing_in_clear_is_written_into_the_practice(practice: Practice, tmp_path: Path) -> None:
    inside = tmp_path / "link"
    inside.symlink_to(practice.folder)
    for to in (practice.folder, practice.folder / "dossiers" / "new", inside):
        for command in (("person", practice.rose), ("erase", practice.rose, "--yes")):
            refused = practice(*command, "-o", to)
            assert refused.code == 2
            assert "lies within the practice" in refused.err
    assert practice.rose in practice("dossiers").out
    assert not [*practice.folder.rglob("*.pdf"), *practice.folder.rglob("*.json")]
