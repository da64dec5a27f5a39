"""``init``, ``passphrase``, ``recover`` and ``rotate`` in scripts: secrets come from files alone."""

from __future__ import annotations

import hashlib
import io
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.core.errors import InputError, StoreError, WrongPassphrase
from progpro_tui.storage.keys.recovery_code import new_code, random_part
from progpro_tui.testing.practice import PASSPHRASE, new_practice
from progpro_tui.workspace.folders import practice_folder
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import Workspace
from tests.cli.runner import Result, run

GOLDEN = Path(__file__).parents[1] / "storage" / "golden"
NEW = "gravel mandolin otter teapot lemon canyon whistle"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a passphrase costs is measured elsewhere."""
    from progpro_tui.testing.practice import CHEAP

    monkeypatch.setattr("progpro_tui.storage.vault.calibrated", lambda: CHEAP)


def progpro(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: object) -> Result:
    return run(capsys, "--lang", "en", "--practice", folder, *arguments, passphrase=False)


def secret(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.write_text(f"{words}\n", "utf-8")
    return path


def init(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, *more: object, code: str = "2468"
) -> Result:
    return progpro(
        capsys,
        tmp_path / "practice",
        *("init", "--name", "Cabinet Horizon"),
        *("--passphrase-file", secret(tmp_path, "phrase", PASSPHRASE)),
        *("--code-file", secret(tmp_path, "code", code)),
        *more,
    )


def recovery_in(pdf: Path) -> str:
    text = PdfReader(io.BytesIO(pdf.read_bytes())).pages[0].extract_text()
    words = text.split()
    sevens = (words[start : start + 7] for start in range(len(words)))
    # A group of a code may be all digits, as a year is.
    return " ".join(next(seven for seven in sevens if is_code("".join(seven))))


def is_code(words: str) -> bool:
    with suppress(InputError):
        return bool(random_part(words))
    return False


def test_a_practice_begins_without_anybody_and_opens_by_both_secrets(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pdf = tmp_path / "recovery.pdf"
    result = init(capsys, tmp_path, "--recovery-pdf", pdf)
    assert (result.code, result.err) == (0, "")
    assert "delete this file" in result.out
    assert pdf.stat().st_mode & 0o777 == 0o600
    practice = Workspace(tmp_path / "practice")
    practice.unlock(PASSPHRASE)
    assert practice.practice.try_code("2468").right
    practice.close()
    practice.unlock_with_code(recovery_in(pdf))
    practice.close()
    assert practice_folder(None, Settings.load().folder) == tmp_path / "practice"


def test_without_a_pdf_the_recovery_code_is_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    result = init(capsys, tmp_path)
    assert result.code == 0
    code = next(line for line in result.out.splitlines() if line.count(" ") == 6 and line.isupper())
    practice = Workspace(tmp_path / "practice")
    practice.unlock_with_code(code)
    practice.close()


@pytest.mark.parametrize("missing", ["--name", "--passphrase-file", "--code-file"])
def test_what_is_missing_is_named_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, missing: str
) -> None:
    said = {
        "--name": "Cabinet Horizon",
        "--passphrase-file": secret(tmp_path, "phrase", PASSPHRASE),
        "--code-file": secret(tmp_path, "code", "2468"),
    }
    del said[missing]
    options = [part for pair in said.items() for part in pair]
    result = progpro(capsys, tmp_path / "practice", "init", *options)
    assert result.code == 2
    assert missing in result.err
    assert not (tmp_path / "practice").exists()


def test_a_weak_phrase_is_refused_with_the_reason(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    weak = secret(tmp_path, "weak", "soleil lapin")
    options = (
        "--name",
        "A",
        "--passphrase-file",
        weak,
        "--code-file",
        secret(tmp_path, "code", "2468"),
    )
    result = progpro(capsys, tmp_path / "practice", "init", *options)
    assert result.code == 2
    assert "could be guessed" in result.err
    assert "soleil" not in result.err
    assert not (tmp_path / "practice").exists()


def test_a_clear_practice_is_not_sealed_under_a_weak_phrase(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "practice"
    shutil.copytree(GOLDEN / "1", folder)
    before = files(folder)
    weak = secret(tmp_path, "weak", "soleil lapin")
    refused = progpro(capsys, folder, "--passphrase-file", weak, "dossiers")
    assert refused.code == 2
    assert "could be guessed" in refused.err
    assert files(folder) == before
    strong = secret(tmp_path, "strong", NEW)
    assert progpro(capsys, folder, "--passphrase-file", strong, "dossiers").code == 0
    assert Workspace(folder).vault.accepts(NEW)


def test_an_unfit_code_or_file_stops_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "4 to 8 digits" in init(capsys, tmp_path, code="12").err
    result = init(capsys, tmp_path, "--code-file", tmp_path / "none")
    assert (result.code, "cannot be read" in result.err) == (2, True)
    (tmp_path / "empty").write_text("\n")
    assert "is empty" in init(capsys, tmp_path, "--code-file", tmp_path / "empty").err
    (tmp_path / "binary").write_bytes(b"\xff\xfe\n")
    assert "UTF-8" in init(capsys, tmp_path, "--code-file", tmp_path / "binary").err
    assert not (tmp_path / "practice").exists()


def test_a_practice_is_not_begun_twice_and_not_in_a_cloud(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert init(capsys, tmp_path).code == 0
    assert "already" in init(capsys, tmp_path).err
    result = progpro(capsys, tmp_path / "Dropbox" / "practice", "init", "--name", "A")
    assert (result.code, "Dropbox" in result.err) == (2, True)


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_passphrase_is_changed_and_one_file_beside_the_audit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "practice"
    practice = new_practice(folder)
    practice.dossiers.create("Delorme, Amina", "bilan")
    practice.close()
    before = files(folder)
    old, new = secret(tmp_path, "old", PASSPHRASE), secret(tmp_path, "new", NEW)
    result = progpro(
        capsys, folder, "--passphrase-file", old, "passphrase", "--new-passphrase-file", new
    )
    assert (result.code, result.err) == (0, "")
    after = files(folder)
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed == {"keyring", "keyring.copy", "audit/snapshot", "practice/snapshot"}
    with pytest.raises(WrongPassphrase):
        Workspace(folder).unlock(PASSPHRASE)
    Workspace(folder).unlock(NEW)


def test_the_recovery_code_gives_a_new_passphrase(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pdf, folder = tmp_path / "recovery.pdf", tmp_path / "practice"
    init(capsys, tmp_path, "--recovery-pdf", pdf)
    new = secret(tmp_path, "new", NEW)
    wrong = secret(tmp_path, "wrong", new_code())
    result = progpro(capsys, folder, "recover", "--recovery-file", wrong, "--new-passphrase-file", new)
    assert result.code == 2
    right = secret(tmp_path, "right", recovery_in(pdf).lower())
    result = progpro(capsys, folder, "recover", "--recovery-file", right, "--new-passphrase-file", new)
    assert (result.code, result.err) == (0, "")
    Workspace(folder).unlock(NEW)


def test_another_recovery_code_is_printed_and_the_one_on_paper_tried(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    first, second, folder = tmp_path / "first.pdf", tmp_path / "second.pdf", tmp_path / "practice"
    init(capsys, tmp_path, "--recovery-pdf", first)
    phrase = secret(tmp_path, "phrase", PASSPHRASE)
    old = secret(tmp_path, "old", recovery_in(first))

    def tried(file: Path) -> Result:
        return progpro(capsys, folder, "recovery-code", "--try", "--recovery-file", file)

    assert (tried(old).code, tried(old).err) == (0, "")
    changing = ("--passphrase-file", phrase, "recovery-code", "--recovery-pdf")
    result = progpro(capsys, folder, *changing, first)
    assert (result.code, "exists already" in result.err) == (2, True)
    assert tried(old).code == 0
    result = progpro(capsys, folder, *changing, second)
    assert (result.code, result.err) == (0, "")
    assert "Destroy the page of the old one" in result.out
    assert "does not open" in tried(old).err
    assert tried(secret(tmp_path, "new", recovery_in(second))).code == 0
    result = progpro(capsys, folder, "--passphrase-file", phrase, "audit")
    assert "recovery code changed" in result.out


def test_a_recovery_code_is_told_before_it_is_in_force_or_not_at_all(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf, folder = tmp_path / "recovery.pdf", tmp_path / "practice"
    init(capsys, tmp_path, "--recovery-pdf", pdf)
    old, phrase = secret(tmp_path, "old", recovery_in(pdf)), secret(tmp_path, "phrase", PASSPHRASE)

    def refuse(*_: object) -> None:
        raise StoreError("no")

    with monkeypatch.context() as full:
        full.setattr("progpro_tui.storage.vault.keep_keyring", refuse)
        second = tmp_path / "second.pdf"
        options = ("--passphrase-file", phrase, "recovery-code", "--recovery-pdf", second)
        assert progpro(capsys, folder, *options).code == 2
        assert not second.exists()
    assert progpro(capsys, folder, "recovery-code", "--try", "--recovery-file", old).code == 0
    result = progpro(capsys, folder, "--passphrase-file", phrase, "recovery-code")
    code = next(line for line in result.out.splitlines() if line.count(" ") == 6 and line.isupper())
    new = secret(tmp_path, "new", code)
    assert progpro(capsys, folder, "recovery-code", "--try", "--recovery-file", new).code == 0


def test_the_key_of_the_practice_is_replaced_and_both_secrets_stay(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "practice"
    practice = new_practice(folder)
    practice.dossiers.create("Delorme, Amina", "bilan")
    practice.close()
    before = files(folder)
    phrase = secret(tmp_path, "phrase", PASSPHRASE)
    assert progpro(capsys, folder, "--passphrase-file", phrase, "rotate").code == 0
    after = files(folder)
    assert {name for name in before if name.startswith("dossiers")} <= set(after)
    assert all(after[name] == before[name] for name in before if name.startswith("dossiers"))
    assert {name for name in after if name.startswith("keys.")} == {"keys.2.a", "keys.2.b"}
    practice = Workspace(folder)
    practice.unlock(PASSPHRASE)
    assert practice.dossiers.all()[0][0].person == "Delorme, Amina"
    practice.close()


def test_while_another_window_has_the_practice_nothing_is_changed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "practice"
    new_practice(folder).close()
    held = Workspace(folder)
    held.unlock(PASSPHRASE)
    phrase, new = secret(tmp_path, "phrase", PASSPHRASE), secret(tmp_path, "new", NEW)
    for command in (("rotate",), ("passphrase", "--new-passphrase-file", new)):
        result = progpro(capsys, folder, "--passphrase-file", phrase, *command)
        assert result.code == 2
        assert "another window" in result.err
    listed = progpro(capsys, folder, "--passphrase-file", phrase, "dossiers")
    assert listed.code == 0
    held.close()
