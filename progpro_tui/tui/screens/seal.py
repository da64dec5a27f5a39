"""A practice of an earlier version, kept in clear so far: it gets a passphrase and a recovery code."""

from __future__ import annotations

from typing import ClassVar

from progpro_tui.core.clean import clean
from progpro_tui.core.text import N_
from progpro_tui.tui.deriving import DerivingScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.screens.phrase import PhraseScreen
from progpro_tui.tui.screens.recovery import RecoveryScreen


class SealScreen(PhraseScreen):
    """Step 1 of 2: the passphrase. Nothing is written before the second step is done."""

    LEAD = N_("This practice is not encrypted yet. Its passphrase will be these words:")
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Continue")),
        Act("app.quit", ("escape",), N_("Quit")),
    )

    def __init__(self, practice: str) -> None:
        super().__init__(N_("Encrypting, 1 of 2"), self._noted, practice)

    def _noted(self, _: DerivingScreen, phrase: str) -> None:
        self.home.push_screen(SealCodeScreen(self.practice, phrase))


class SealCodeScreen(RecoveryScreen):
    """Step 2 of 2: the recovery code. Its Enter encrypts the practice."""

    STEP, VERB = N_("Encrypting, 2 of 2"), N_("Encrypt the practice")
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("go_on", ("enter",), N_("Encrypt the practice")),
        Act("back", ("escape",), N_("Step before")),
    )

    def __init__(self, practice: str, phrase: str) -> None:
        super().__init__(practice)
        self._phrase = phrase

    def on_input_submitted(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        if self.noted():
            seal = self.home.workspace.seal
            self.derive(lambda: seal(self._phrase, recovery=self.code), self._sealed)

    def _sealed(self, _: str) -> None:
        self.home.land()
        if self.home.handed:  # no message comes to a person who answers
            return
        blocks = N_(
            "The files in clear were deleted. The disk may still hold what they were written on: only a"
            " disk that is encrypted as a whole is sure."
        )
        self.home.notify(clean(self.tr(blocks)), markup=False, timeout=30)
