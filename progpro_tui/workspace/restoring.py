"""Restores a backup into a folder of its own, and opens it."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.core.errors import InputError, StoreError
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_
from progpro_tui.storage.audit import Act
from progpro_tui.storage.backups import FILES, Backup, check_backup, restore
from progpro_tui.storage.places import check_place
from progpro_tui.storage.verification import Verified, verify
from progpro_tui.workspace.workspace import Workspace


def check_restore(backup: Path, folder: Path) -> None:
    """Raise :class:`InputError` where this is no backup, or the folder holds something already, and
    :class:`StoreError` where no practice can be kept there."""
    if not (backup / FILES).is_file() or not (backup / "keyring").is_file():
        raise InputError(
            N_(
                "“{folder}” is no backup. Give the folder named after the day and the hour, as"
                " 2026-11-23T18-00-00Z."
            ),
            folder=str(backup),
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            N_(
                "“{folder}” holds something already, and a backup is never written over it. Give a"
                " folder that does not exist."
            ),
            folder=str(folder),
        )
    check_place(folder)


def restored(backup: Path, workspace: Workspace, progress: Progress | None = None) -> None:
    """Unpack a backup into the folder of a workspace, which stays locked. Raises as
    :func:`check_restore`."""
    check_restore(backup, workspace.folder)
    restore(backup, workspace.folder, workspace.fs, progress)


def verified(workspace: Workspace, backup: Path, progress: Progress | None = None) -> Verified:
    """Note that an open practice was restored, and read all of it.

    What was put into the backup, or taken out, by somebody without its keys is wrong too: a container
    says nothing against that, its sealed manifest does.
    """
    workspace.audit.note(Act.RESTORE, workspace.clock())
    found = verify(workspace.vault, workspace.repository, progress)
    try:
        wrong = check_backup(workspace.vault, Backup(backup, workspace.clock()))
    except StoreError as error:
        wrong = [error]
    known = [error.message for error in found.wrong]
    found.wrong += [error for error in wrong if error.message not in known]
    return found
