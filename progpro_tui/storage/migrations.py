"""Seals a practice of format 1: on a copy, which is read back and compared, and then takes its place.

The copy is made beside the folder. Two renames put it there; cut short between them, the next start
finishes what was begun (:func:`settle`).
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from progpro_tui.core.errors import StoreDamaged
from progpro_tui.storage.clear_store import PARTS, ClearStore, is_clear
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.fs import Fs, writing
from progpro_tui.storage.keys.kdf import Kdf
from progpro_tui.storage.keys.keyring import FILE
from progpro_tui.storage.practice_store import PracticeStore
from progpro_tui.storage.repository import FileRepository
from progpro_tui.storage.vault import Vault


def seal_clear_store(
    folder: Path,
    passphrase: str,
    fs: Fs,
    now: datetime,
    kdf: Kdf | None = None,
    *,
    demo: bool = False,
    code: str = "",
) -> str:
    """Put a sealed practice in the place of a clear one; its recovery code, drawn where none is given.

    There is a backup of it, sealed too, before the clear one is given up. Raises :class:`StoreError`,
    and then the clear practice stands as it stood: a file of it that is damaged is named, and must be
    put back or moved away first.
    """
    from progpro_tui.storage.backups import BACKUPS, make_backup

    clear, sealed = ClearStore(folder, fs), _beside(folder, "sealed")
    shutil.rmtree(sealed, ignore_errors=True)
    vault = Vault(sealed, fs, kdf)
    code = vault.create(clear.practice()[0], passphrase, demo=demo, code=code)
    _copy(clear, vault)
    _copy_the_rest(folder, sealed)
    if not _alike(clear, sealed, passphrase, fs):
        raise damaged(sealed.name)
    make_backup(vault, sealed / BACKUPS, now, FileRepository(vault).still)
    with writing(folder):
        fs.rename(folder, _beside(folder, "clear"))
        fs.rename(sealed, folder)
        fs.sync_folder(folder.parent)
    settle(folder, fs)
    return code


def settle(folder: Path, fs: Fs) -> None:
    """Finish a sealing that was cut short: one that had not taken its place yet is begun anew."""
    clear, sealed = _beside(folder, "clear"), _beside(folder, "sealed")
    if not clear.exists():
        return
    with writing(folder):
        if not folder.exists():
            # Only what was compared and found alike comes so far.
            fs.rename(sealed if (sealed / FILE).exists() else clear, folder)
            fs.sync_folder(folder.parent)
    if not is_clear(folder):
        shutil.rmtree(clear, ignore_errors=True)


def _beside(folder: Path, what: str) -> Path:
    whole = folder.absolute()  # “.” has no name
    return whole.parent / f".{whole.name}.{what}"


def _copy(clear: ClearStore, vault: Vault) -> None:
    repository = FileRepository(vault)
    dossiers = list(clear.dossiers())
    if dossiers:
        vault.add_key(*(dossier.id for dossier, _ in dossiers))
    for instrument in clear.instruments():
        repository.keep_instrument(instrument)
    for dossier, runs in dossiers:
        for run in runs:
            repository.begin_run(dossier.id, run.id)
            for given in run.given:
                repository.keep_answer(dossier.id, run.id, given)
            if run.profile is not None:
                repository.keep_profile(dossier.id, run.id, run.profile)
        repository.keep_dossier(dossier)
    PracticeStore(vault, repository.databases).begin(clear.practice()[1])
    repository.close()
    vault.commit()


def _copy_the_rest(folder: Path, sealed: Path) -> None:
    """Plugins, questionnaires, exported profiles: what the practitioner put there stays in clear."""
    with writing(sealed):
        for path in folder.iterdir():
            if path.name in PARTS or path.name.startswith("."):
                continue
            if path.is_dir():
                shutil.copytree(path, sealed / path.name, symlinks=True)
            else:
                shutil.copy2(path, sealed / path.name)


def _alike(clear: ClearStore, sealed: Path, passphrase: str, fs: Fs) -> bool:
    """Whether everything reads back from the sealed practice as it stands in the clear one."""
    vault = Vault(sealed, fs)
    vault.unlock(passphrase)
    repository = FileRepository(vault)
    name, practice = clear.practice()
    with suppress(StoreDamaged):
        same = vault.name == name and PracticeStore(vault, repository.databases).load() == practice
        same &= all(repository.instrument(each.hash) == each for each in clear.instruments())
        count = 0
        for count, (dossier, runs) in enumerate(clear.dossiers(), 1):  # noqa: B007 - how many there were
            same &= repository.dossier(dossier.id) == dossier
            for run in runs:
                same &= tuple(repository.answers(dossier.id, run.id)) == run.given
                kept = repository.profile(dossier.id, run.id)
                same &= (kept is None) == (run.profile is None)
                same &= run.profile is None or (kept is not None and kept.scores == run.profile.scores)
        same &= len(repository.dossiers()[0]) == count
        repository.close()
        return same
    return False
