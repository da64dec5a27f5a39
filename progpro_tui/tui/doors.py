"""The doors of the app: which screen stands first, and how the practice is opened and locked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from progpro_tui.core.clean import clean
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.storage.places import check_place
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.spot import Spot
from progpro_tui.workspace.beginning import remember

if TYPE_CHECKING:
    from progpro_tui.tui.app import ProgproApp
    from progpro_tui.tui.deriving import DerivingScreen

LOCK_ASKED = 65
"""The exit code by which the app asks to be started anew, locked: what it knew is gone with it."""

HANDED_MINUTES = 15
"""Without a key for so long, the beneficiary's mode is locked too."""

LEAST_MINUTES = 1

EVERY = 5.0
"""Seconds between two looks at the clock."""


def elapsed() -> float:
    """Seconds on a clock that nobody sets, and that goes on while the computer sleeps."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class Doors:
    """Opens, locks and lands. ``spot`` is where one was when the program before was locked."""

    def __init__(self, app: ProgproApp, spot: Spot) -> None:
        self._app = app
        self._spot = spot
        self._touched = elapsed()
        self._locking = False
        self.left_at = Spot()
        """Where one was when this program was locked."""

    # -- where one lands ------------------------------------------------------------------------

    def land(self) -> None:
        """Show the first screen: the practice's beginning, the lock, the run under way, or home."""
        app, workspace = self._app, self._app.workspace
        app.go_to()
        try:
            if not workspace.practice.exists:
                from progpro_tui.tui.screens.setup import SetupScreen

                app.push_screen(SetupScreen())
            elif workspace.clear:
                from progpro_tui.tui.screens.seal import SealScreen

                check_place(workspace.folder)
                app.push_screen(SealScreen(workspace.clear_name))
            elif workspace.vault.locked:
                from progpro_tui.tui.screens.unlock import UnlockScreen

                check_place(workspace.folder)
                app.push_screen(UnlockScreen(workspace.practice.name))
            else:
                self._enter()
        except ProgproError as error:
            app.stop_at(error)
        app.call_after_refresh(app.started)

    def _enter(self) -> None:
        """The practice is open: the run of whoever has the keyboard, else where one was, else home."""
        app = self._app
        handed = app.workspace.practice.handed_over
        if handed is None:
            self._go_back()
            return
        if app.workspace.vault.frozen is not None:  # the person answers in the other window
            raise app.workspace.vault.frozen
        try:
            # Home is not even in the stack below: there is nothing to fall back on.
            app.show_run(app.workspace.runs.resume(*handed), resumed=True, handed=True)
        except (ProgproError, KeyError):
            from progpro_tui.tui.screens.stranded import StrandedScreen

            app.handed = True
            app.push_screen(StrandedScreen())

    def _go_back(self) -> None:
        """To the screen and the row that were locked, as far as they are there still."""
        from progpro_tui.tui.screens.home import HomeScreen

        app, spot, self._spot = self._app, self._spot, Spot()
        app.push_screen(HomeScreen(spot.dossier))
        if spot.screen == "home" or not spot.dossier:
            return
        from progpro_tui.tui.screens.dossier import DossierScreen

        try:
            dossier = app.workspace.dossiers.get(spot.dossier)
            app.push_screen(DossierScreen(dossier.id))
            record = next((run for run in dossier.runs if run.id == spot.run), None)
            if record is not None and record.finished:
                app.show_profile(dossier.id, record)
            elif record is not None:
                app.show_run(app.workspace.runs.resume(dossier.id, record.id), resumed=True)
        except (ProgproError, KeyError):
            return

    # -- opening --------------------------------------------------------------------------------

    def move_to(self, folder: Path) -> None:
        """Another folder for the practice, chosen before it began."""
        if folder == self._app.workspace.folder:
            return
        self._app.workspace = self._app.workspace.elsewhere(folder)
        if self._app.workspace.practice.exists:
            remember(folder, self._app.settings)

    def begun(self) -> None:
        """A practice was made."""
        remember(self._app.workspace.folder, self._app.settings)
        self.land()

    def opened(self, by_code: bool) -> None:
        """It was unlocked. By the recovery code: the passphrase is lost, so another is given."""
        from progpro_tui.tui.screens.new_phrase import NewPhraseScreen

        if by_code and self._app.workspace.vault.frozen is None:
            self._app.go_to(NewPhraseScreen())
        else:
            self.land()

    def renew_passphrase(self) -> None:
        """Another passphrase, for whoever knows the one in force."""
        from progpro_tui.tui.screens.new_phrase import NewPhraseScreen

        self._prove(NewPhraseScreen)

    def renew_recovery_code(self) -> None:
        """Another recovery code, for whoever knows the passphrase."""
        from progpro_tui.tui.screens.new_recovery import NewRecoveryScreen

        self._prove(lambda: NewRecoveryScreen(self._app.workspace.practice.name))

    def _prove(self, screen: Callable[[], BaseScreen]) -> None:
        from progpro_tui.tui.screens.proof import ProofScreen

        app = self._app
        app.push_screen(ProofScreen(app.workspace.practice.name, lambda: app.go_to(screen())))

    def change_passphrase(self, screen: DerivingScreen, phrase: str) -> None:
        """Give the open practice another passphrase, and say so on home."""
        words = N_("The passphrase was changed. The old one opens nothing any more.")
        change = self._app.workspace.change_passphrase
        screen.derive(lambda: change(phrase), lambda _: self._changed(words))

    def change_recovery_code(self, screen: DerivingScreen, code: str) -> None:
        """Give the open practice another recovery code, and say so on home."""
        words = N_("The recovery code was changed. Destroy the page of the old one: it opens nothing.")
        change = self._app.workspace.change_recovery_code
        screen.derive(lambda: change(code), lambda _: self._changed(words))

    def _changed(self, words: str) -> None:
        self.land()
        tr = self._app.translator
        but = tr(N_("Backups out of reach, and copies made by hand, still open to the old one."))
        self._app.notify(clean(f"{tr(words)} {but}"), markup=False, timeout=15)

    def lock_after(self, minutes: int) -> None:
        """Choose how long nobody has to touch a key until the counsellor's screens are locked."""
        try:
            self._app.workspace.practice.set_idle_minutes(minutes)
        except ProgproError as error:
            self._app.notify(clean(self._app.translator(error)), severity="error", markup=False)

    # -- locking --------------------------------------------------------------------------------

    def touched(self, event: events.Event) -> None:
        """Somebody is there, as far as this event tells."""
        if isinstance(event, events.InputEvent | events.Paste):
            self._touched = elapsed()

    async def look(self) -> None:
        """Lock once nobody has touched a key for as long as the practice says."""
        app = self._app
        if app.workspace.vault.locked or app.under_way:
            return
        if self._given_away_elsewhere():
            await self.lock()
            return
        alone = elapsed() - self._touched
        if alone >= LEAST_MINUTES * 60 and alone >= self._minutes * 60:
            await self.lock()

    def _given_away_elsewhere(self) -> bool:
        """Whether the window that writes was handed over: then this one, which reads, shows nobody."""
        workspace = self._app.workspace
        try:
            return workspace.vault.frozen is not None and workspace.practice.handed_over is not None
        except ProgproError:
            return False

    @property
    def _minutes(self) -> int:
        return HANDED_MINUTES if self._app.handed else self.idle_minutes

    @property
    def idle_minutes(self) -> int:
        """How long nobody has to touch a key until the counsellor's screens are locked."""
        try:
            return self._app.workspace.practice.idle_minutes
        except ProgproError:  # what cannot be read is locked all the sooner
            return LEAST_MINUTES

    async def lock(self) -> None:
        """Keep what stands unsaved, then leave: the program that comes next knows no key."""
        app = self._app
        if self._locking or app.workspace.vault.locked:
            return
        self._locking = True
        screens = [screen for screen in reversed(app.screen_stack) if isinstance(screen, BaseScreen)]
        self.left_at = next((spot for screen in screens if (spot := screen.spot())), Spot())
        for screen in screens:
            await screen.keep_unsaved()
        app.exit(return_code=LOCK_ASKED)
