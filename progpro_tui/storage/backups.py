"""Backups: the sealed files of a practice in one container, beside the keys that open them.

```
<date>T<time>Z/
  keyring, keys.<generation>.a .b   as in the practice; replaced when a key there is destroyed
  files                             every other file, as it stands on the disk (containers.py)
  manifest                          sealed: the names of these files, and the SHA-256 of each and of all
```
No key of an object ever changes. So the keys of today open every backup, and an old store key need not
be known to take the key of a dossier out of it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from progpro_tui.core.errors import StoreError
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_
from progpro_tui.storage.containers import ContainerFs, Sums, check_whole, container, is_fit, pack
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.envelope import ObjectKey, seal, unseal
from progpro_tui.storage.fs import Fs, writing
from progpro_tui.storage.keys.key_table import KIND as KEYS
from progpro_tui.storage.keys.key_table import copies
from progpro_tui.storage.keys.keyring import FILE as KEYRING
from progpro_tui.storage.keys.keyring import keyrings
from progpro_tui.storage.vault import PRACTICE, Vault

BACKUPS = "backups"
"""The folder of a practice that its own backups stand in."""
FILES, MANIFEST = "files", "manifest"
PARTS = ("practice", "instruments", "audit", "questionnaires", "plugins")
"""What a backup holds beside the dossiers. The index is not in it: it would keep erased names."""

_NAME = "%Y-%m-%dT%H-%M-%SZ"

Still = Callable[[Path], AbstractContextManager[None]]
"""Keeps everybody out of a folder while it is copied."""


@dataclass(frozen=True)
class Backup:
    """One backup: where it stands, and when it was made (UTC)."""

    folder: Path
    made: datetime


def backups_in(place: Path, fs: Fs) -> list[Backup]:
    """The backups in a folder, oldest first. Raises :class:`StoreError` where it cannot be read."""
    found = []
    for name in fs.names(place):
        with suppress(ValueError):
            made = datetime.strptime(name[:20], _NAME).replace(tzinfo=UTC)
            found.append(Backup(place / name, made))
    return sorted(found, key=lambda backup: (backup.made, backup.folder.name))


def make_backup(
    vault: Vault, place: Path, now: datetime, still: Still, progress: Progress | None = None
) -> Backup:
    """Copy the practice into a new folder in ``place``: whole and durable, or not there at all.

    Raises :class:`StoreError`.
    """
    fs, made = vault.fs, now.astimezone(UTC).replace(microsecond=0)
    name = _free_name(place, made)
    unfinished = place / f".{name}.{secrets.token_hex(4)}"
    fs.make_folder(unfinished)
    try:
        sums = pack(unfinished / FILES, _files(vault, still, progress), fs)
        content = json.dumps({"made": made.isoformat(), **asdict(sums)}).encode()
        with still(vault.folder / PRACTICE), writing(unfinished):
            fs.write_new(unfinished / MANIFEST, seal(_key(vault), MANIFEST, content))
            for path in key_files(vault):
                fs.write_new(unfinished / path.name, fs.read(path))
            fs.sync_folder(unfinished)
            fs.rename(unfinished, place / name)
            fs.sync_folder(place)
    except BaseException:
        with suppress(StoreError):
            fs.clear_away(unfinished)
        raise
    return Backup(place / name, made)


def check_backup(vault: Vault, backup: Backup) -> list[StoreError]:
    """Whether a backup holds exactly the files that were put into it: what is wrong, if anything.

    What its files hold is not read here. Raises :class:`StoreError` where it cannot be opened.
    """
    sums = _manifest(vault, backup)
    with container(backup.folder, FILES) as fs:
        twin = vault.twin(backup.folder, fs)
        return [*twin.check_copies(), *check_whole(fs, backup.folder, FILES, sums)]


def renew_keys(vault: Vault, backup: Backup) -> None:
    """Put the keys of today into a backup: the rename of the keyring is when it is done.

    Raises :class:`StoreError`: then the keys of before stand there, or those of today.
    """
    fs = vault.fs
    for path in key_files(vault):
        fs.replace(backup.folder / path.name, fs.read(path))
    kept = {path.name for path in key_files(vault)}
    with writing(backup.folder):
        for name in fs.names(backup.folder):
            if name not in kept and name.lstrip(".").startswith((f"{KEYS}.", KEYRING)):
                fs.unlink(backup.folder / name)
        fs.sync_folder(backup.folder)


def key_files(vault: Vault) -> list[Path]:
    """What opens a practice, in the order in which it is copied: the keyring last."""
    return [*copies(vault.folder, vault.generation), *keyrings(vault.folder)]


def remove_backup(backup: Backup, fs: Fs) -> None:
    """Delete a backup; from the first moment on it no longer counts as one."""
    gone = backup.folder.with_name(f".{backup.folder.name}.gone")
    with writing(gone):
        fs.rename(backup.folder, gone)
        fs.sync_folder(gone.parent)
    fs.clear_away(gone)


def tidy(place: Path, fs: Fs) -> None:
    """Delete what a backup, or the deleting of one, that was cut short has left."""
    for name in fs.names(place):
        with suppress(ValueError, StoreError):
            datetime.strptime(name[1:21], _NAME)
            if name.startswith("."):
                fs.clear_away(place / name)


def restore(backup: Path, folder: Path, fs: Fs, progress: Progress | None = None) -> None:
    """Unpack a backup into a folder that does not exist yet: whole and durable, or not at all.

    Raises :class:`StoreError`. Nothing is decrypted: the vault that stands there is locked.
    """
    unfinished = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    fs.make_folder(unfinished)
    try:
        with writing(unfinished), container(backup, FILES) as packed:
            folders = _unpack(packed, backup, unfinished, fs, progress)
            for name in fs.names(backup):
                if name.startswith((KEYRING, f"{KEYS}.")):
                    fs.write_new(unfinished / name, fs.read(backup / name))
            for each in sorted(folders, reverse=True):
                fs.sync_folder(each)
            fs.rename(unfinished, folder)
            fs.sync_folder(folder.parent)
    except BaseException:
        with suppress(StoreError):
            fs.clear_away(unfinished)
        raise


def _unpack(
    packed: ContainerFs, backup: Path, to: Path, fs: Fs, progress: Progress | None
) -> set[Path]:
    folders = {to}
    for number, name in enumerate(packed.files, 1):
        path = to / name
        for each in reversed([each for each in path.parents if each.is_relative_to(to)]):
            if each not in folders:
                fs.make(each)
                folders.add(each)
        fs.write_new(path, packed.read(backup / name))
        if progress is not None:
            progress(number, len(packed.files))
    return folders


def _files(vault: Vault, still: Still, progress: Progress | None) -> Iterator[tuple[str, bytes]]:
    """Every file of the practice: those of one dossier, or of one other part, at one moment."""
    within = vault.folder / "dossiers"
    names = (name for name in vault.fs.visible(within) if vault.fs.has_folder(within / name))
    dossiers = [f"dossiers/{name}" for name in names]
    parts = [*dossiers, *PARTS]
    for number, part in enumerate(parts, 1):
        with still(vault.folder / part):
            held = list(_below(vault.folder, part, vault.fs))
        yield from held
        if progress is not None:
            progress(number, len(parts))


def _below(folder: Path, name: str, fs: Fs) -> Iterator[tuple[str, bytes]]:
    for each in fs.visible(folder / name):
        path = folder / name / each
        if each == "__pycache__" or path.is_symlink():
            continue
        if not is_fit(each):
            words = N_("“{name}” has a name that no backup can carry. Rename it, then try again.")
            raise StoreError(words, name=str(path))
        if path.is_dir():
            yield from _below(folder, f"{name}/{each}", fs)
        else:
            yield f"{name}/{each}", fs.read(path)


def _manifest(vault: Vault, backup: Backup) -> Sums:
    try:
        sealed = vault.fs.read(backup.folder / MANIFEST)
    except FileNotFoundError:
        raise damaged(MANIFEST) from None
    _, content = unseal(_key(vault), MANIFEST, sealed, MANIFEST)
    kept = json.loads(content)
    return Sums(kept["whole"], kept["files"])


def _key(vault: Vault) -> ObjectKey:
    return vault.key(PRACTICE).part(MANIFEST)


def _free_name(place: Path, made: datetime) -> str:
    name, copy = made.strftime(_NAME), 2
    while (place / name).exists():
        name, copy = f"{made.strftime(_NAME)}-{copy}", copy + 1
    return name
