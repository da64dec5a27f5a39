"""Archives a dossier, or takes it back: it stays where it is, sealed, and only leaves the list."""

from __future__ import annotations

from progpro_tui.core.dossier import Dossier
from progpro_tui.storage.audit import Act
from progpro_tui.workspace.workspace import Workspace


def archive(workspace: Workspace, dossier_id: str, away: bool = True) -> Dossier:
    """Take a dossier out of the list, or back into it. Raises :class:`StoreError`."""
    workspace.vault.must_write()
    workspace.audit.note(Act.ARCHIVE, workspace.clock(), dossier_id)
    return workspace.dossiers.archive(dossier_id, away)
