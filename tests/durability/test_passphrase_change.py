"""Another passphrase for ten thousand dossiers: the keyring is rewritten, twice, and no other file."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import WrongPassphrase
from progpro_tui.storage.keys.kdf import FLOOR
from progpro_tui.storage.lock import HOLDER, LOCK
from progpro_tui.testing.practice import new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.durability.forms import Figures, forms
from tests.durability.writer import ForgetfulFs

OTHER = "grillon falaise laine boussole cerise orage tambour"


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (LOCK, HOLDER)
    }


@pytest.mark.parametrize("dossiers", forms(30, 10_000))
def test_another_passphrase_rewrites_no_dossier(memory: Path, figures: Figures, dossiers: int) -> None:
    folder = memory / "practice"
    workspace = new_practice(folder, fs=ForgetfulFs())  # so many syncs would only cost time here
    ids = [f"{number:016x}" for number in range(dossiers)]
    workspace.vault.add_key(*ids)
    for each in ids:
        workspace.repository.keep_dossier(Dossier(each, f"Person {each}", "bilan", "", ""))
    workspace.close()
    workspace = unlocked(folder)
    workspace.dossiers.all()
    before = hashes(folder)
    workspace.vault.kdf = FLOOR
    begun = time.monotonic()
    workspace.vault.change_passphrase(OTHER)
    seconds = time.monotonic() - begun
    after = hashes(folder)
    rewritten = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert rewritten == {"keyring", "keyring.copy"}
    workspace.close()
    with pytest.raises(WrongPassphrase):
        unlocked(folder)
    other = Workspace(folder)
    other.unlock(OTHER)
    assert len(other.dossiers.all()[0]) == dossiers
    other.close()
    figures(dossiers=dossiers, files_rewritten=len(rewritten), seconds=round(seconds, 2))
