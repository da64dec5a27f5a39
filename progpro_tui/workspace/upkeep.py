"""What is done beside the work whenever a practice is opened, closed, or given another secret."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.audit import Act
from progpro_tui.storage.tries import note_opened, note_wrong

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace

PASSPHRASE = "passphrase"  # noqa: S105 - the name of a door
RECOVERY = "recovery code"
"""By which secret a practice was opened, as its audit says it."""


def tried_in_vain(workspace: Workspace) -> None:
    """Count a wrong passphrase."""
    with suppress(StoreError):  # who typed it wrong is told that, not of the disk
        note_wrong(workspace.folder, workspace.fs)


def opened(workspace: Workspace, door: str) -> None:
    """Note it, and finish what was cut short. A full or damaged disk keeps no dossier shut."""
    with suppress(StoreError):
        workspace.vault.tidy()
    workspace.audit.by = door
    act = Act.RECOVERY if door == RECOVERY else Act.UNLOCK
    with suppress(StoreError):
        note_opened(workspace.audit, act, workspace.clock(), workspace.folder, workspace.fs)
    with suppress(StoreError):  # tried again at the next opening
        if workspace.erasures.begun():
            from progpro_tui.workspace.erasing import finish_erasures

            finish_erasures(workspace)
        workspace.erasures.clear_remains()


def secrets_changed(workspace: Workspace, act: Act) -> None:
    """Let the backups in reach open as the practice does. It was changed, whatever is refused here."""
    with suppress(StoreError):
        workspace.audit.note(act, workspace.clock())
    with suppress(StoreError):
        workspace.backups.renew()


def closing(workspace: Workspace) -> None:
    """Note that an open practice is locked again."""
    if not workspace.vault.locked and workspace.vault.exists:
        with suppress(StoreError):
            workspace.audit.note(Act.LOCK, workspace.clock())
