"""The page of the recovery code is lost, or somebody saw it: another code takes its place."""

from __future__ import annotations

from typing import ClassVar

from progpro_tui.core.text import N_
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.recovery import RecoveryScreen


class NewRecoveryScreen(RecoveryScreen):
    """The old code stays in force until the new one is noted, and Enter puts it in its place."""

    STEP, VERB = N_("Another recovery code"), N_("Change the recovery code")
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Change the code")),
        Act("back", ("escape",), N_("Keep the old code")),
    )

    def on_input_submitted(self) -> None:
        self.action_go_on()

    def action_back(self) -> None:
        self.home.doors.land()

    def action_go_on(self) -> None:
        if self.noted():
            self.home.doors.change_recovery_code(self, self.code)
