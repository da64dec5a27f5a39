"""A new passphrase in the place of one that was lost, or that somebody may know."""

from __future__ import annotations

from progpro_tui.core.text import N_
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.phrase import PhraseScreen


class NewPhraseScreen(PhraseScreen):
    """The same as at the beginning; Esc leaves the old one in force."""

    LEAD = N_("Opened by the recovery code. The new passphrase:")
    KEEP = N_(
        "Write it on paper, now, and put it away from the office.\n"
        "! Without it and without your recovery code nobody can open your\n"
        "  dossiers again: neither you, nor we."
    )
    ACTS = (
        Act("go_on", ("enter",), N_("Change the passphrase")),
        Act("back", ("escape",), N_("Keep the old one")),
    )

    def __init__(self) -> None:
        doors, practice = self.home.doors, self.home.workspace.practice
        super().__init__(N_("A new passphrase"), doors.change_passphrase, practice.name)

    def action_back(self) -> None:
        self.home.doors.land()
