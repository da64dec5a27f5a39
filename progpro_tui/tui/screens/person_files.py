"""Everything that is kept of one person, as files for that person."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from progpro_tui.core.dossier import Dossier
from progpro_tui.core.text import N_
from progpro_tui.tui.screens.folder import FolderDialog


class PersonFilesDialog(FolderDialog):
    """A dialog over the dossier."""

    NOTE = N_(
        "A PDF to read and a JSON file for another program, both in clear: give them to the person,"
        " then delete them here."
    )
    VERB = N_("Write the two files")

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier

    def title_words(self) -> str:
        person = self.home.name_shown(self._dossier.person)
        return self.tr(N_("Everything that is kept of {person}"), person=person)

    def proposed(self) -> str:
        return str(user_documents_path())

    def make(self, folder: Path) -> str:
        from progpro_tui.workspace.person_export import export_person

        home = self.home
        paths = export_person(home.workspace, self._dossier, folder, home.translator)
        return "\n".join(f"● {self.tr(N_('Written: {path}'), path=str(path))}" for path in paths)
