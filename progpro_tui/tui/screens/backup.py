"""A backup on a disk elsewhere, which a broken or stolen computer does not take along."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.core.text import N_
from progpro_tui.tui.screens.folder import FolderDialog


class BackupDialog(FolderDialog):
    """A dialog over the list of dossiers; the disk of the last time is proposed."""

    NOTE = N_(
        "Choose a folder on another disk, such as a USB stick. The backup is encrypted: your passphrase"
        " or your recovery code opens it."
    )
    VERB = N_("Back up")

    def title_words(self) -> str:
        return self.tr(N_("Backup on another disk"))

    def proposed(self) -> str:
        usual = self.home.workspace.backups.usual_folder
        return "" if usual is None else str(usual)

    def make(self, folder: Path) -> str:
        made = self.home.workspace.backups.make(folder, self._show)
        if made.verified.wrong:
            lines = [self.tr(N_("This backup is not whole: make another, on another disk."))]
            return "\n".join(f"× {line}" for line in (*lines, *map(self.tr, made.verified.wrong)))
        path = self.tr(N_("Written: {path}"), path=str(made.backup.folder))
        proof = self.tr(N_("Every file of it was read again and is whole."))
        return f"● {proof}\n  {path}"

    def _show(self, number: int, total: int) -> None:
        self.tell(N_("Backup: {n} of {total}"), number, total)
