"""Before a secret of the practice is changed: whoever does it shows that they know its passphrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from progpro_tui.core.text import N_
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.unlock import UnlockScreen


class ProofScreen(UnlockScreen):
    """``then`` comes once the passphrase is right; Esc leaves everything as it is."""

    LEAD = N_("To change this, type the passphrase of {practice} first:")
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("unlock", ("enter",), N_("Continue")),
        Act("show", ("f4",), N_("Show")),
        Act("back", ("escape",), N_("Back")),
    )

    def __init__(self, practice: str, then: Callable[[], object]) -> None:
        super().__init__(practice)
        self._then = then

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_unlock(self) -> None:
        typed, accepts = self.typed, self.home.workspace.vault.accepts
        if typed.strip():
            self.derive(lambda: accepts(typed), self._answered)

    def _answered(self, right: bool) -> None:
        if right:
            self._then()
        else:
            self.refuse(self.tr(N_("This is not the passphrase. Check the order of the words.")))
