"""The one object that a front end holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from progpro_tui.authoring.shelf import Shelf
from progpro_tui.core.dossier import RunRecord
from progpro_tui.core.errors import InputError, PracticeInUse
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.admission import Admission
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.host.probe import PATIENCE, PATIENT
from progpro_tui.host.trust import Trust
from progpro_tui.storage.clear_store import is_clear
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.keys.kdf import Kdf
from progpro_tui.storage.lock import Lock
from progpro_tui.storage.migrations import seal_clear_store, settle
from progpro_tui.storage.repository import FileRepository
from progpro_tui.storage.vault import Vault
from progpro_tui.workspace.dossiers import Dossiers
from progpro_tui.workspace.plugins import Plugins
from progpro_tui.workspace.practice import Clock, PracticeDesk
from progpro_tui.workspace.programmes import Programmes
from progpro_tui.workspace.runs import MONOTONIC, Runs, local_now

OWN_INSTRUMENTS = "questionnaires"
"""The folder of a practice that its own instrument files stand in."""


class Workspace:
    """One practice folder, and everything that can be done there.

    What concerns dossiers raises :class:`Locked` until the practice has been unlocked. ``clock`` and
    ``monotonic`` are handed in so that the demonstration and the tests can tell the time, and ``kdf``
    so that their passphrases cost none.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock = local_now,
        monotonic: Callable[[], float] = MONOTONIC,
        host: PluginHost | None = None,
        fs: Fs | None = None,
        safe: bool = False,
        kdf: Kdf | None = None,
    ) -> None:
        self.folder = folder
        self.safe = safe
        self.clock = clock
        self.fs = fs or Fs()
        settle(folder, self.fs)
        self._host = host
        self._decided = False
        self.plugins = Plugins(lambda: self.host, lambda: self._trust, self._forget_plugins)
        self.programmes = Programmes(lambda: self.host)
        self.vault = Vault(folder, self.fs, kdf)
        self.lock = Lock(folder, clock, self.fs)
        self.repository = FileRepository(self.vault)
        self.practice = PracticeDesk(self.vault, self.repository.databases, clock, self.lock)
        self.dossiers = Dossiers(self.repository, clock)
        self.runs = Runs(self.repository, self.dossiers, lambda: self.host, clock, monotonic)

    # -- the door -------------------------------------------------------------------------------

    def unlock(self, passphrase: str) -> None:
        """Open the practice. Raises :class:`WrongPassphrase`, or :class:`StoreError`.

        Where another window holds it, it is open to be read: ``vault.frozen`` says who holds it, and
        whatever would write raises that.
        """
        self._open(self.vault.unlock, passphrase)

    def unlock_with_code(self, code: str) -> None:
        """Open it by its recovery code. Raises :class:`InputError` where the code is mistyped."""
        self._open(self.vault.unlock_with_code, code)

    @property
    def clear(self) -> bool:
        """Whether this is a practice of an earlier version, which kept everything in clear."""
        return is_clear(self.folder)

    def seal(self, passphrase: str, *, demo: bool = False) -> str:
        """Seal a clear practice, and open it; its recovery code.

        The clear files are deleted afterwards; the disk may hold their old blocks for a while. Raises
        :class:`StoreError`, and then everything is as it was.
        """
        code = seal_clear_store(self.folder, passphrase, self.fs, self.vault.kdf, demo=demo)
        self.unlock(passphrase)
        return code

    def _open(self, unlock: Callable[[str], None], secret: str) -> None:
        # The lock first: what is read behind it, nobody else changes any more.
        holder = self.lock.acquire() if self.vault.exists else None
        try:
            unlock(secret)
        except BaseException:
            self.lock.release()
            raise
        self.vault.frozen = None if holder is None else PracticeInUse(holder.words)
        if holder is None:
            self.vault.tidy()

    def close(self) -> None:
        """Put the files in order and lock the practice. What was acknowledged never waits for it."""
        self.repository.close()
        self.vault.lock()
        self.lock.release()

    # -- plugins and instruments ----------------------------------------------------------------

    @cached_property
    def host(self) -> PluginHost:
        """The plugins: those that are installed, and those in the practice's own folder."""
        if self._host is not None:
            return self._host
        return PluginHost(doorkeeper=self._doorkeeper(), practice=self.folder)

    @cached_property
    def shelf(self) -> Shelf:
        """The instruments on offer: those that came with the program, the practice's, the plugins'."""
        return Shelf(self.host, own=self.own_questionnaires)

    @property
    def own_questionnaires(self) -> Path:
        """The folder where a practice puts the files of its own questionnaires."""
        return self.folder / OWN_INSTRUMENTS

    @cached_property
    def _trust(self) -> Trust:
        return Trust.load()

    def _doorkeeper(self) -> Admission:
        # Who has just decided on a plugin waits for it; a start does not.
        patience = PATIENT if self._decided else PATIENCE
        return Admission(self._trust, safe=self.safe, patience=patience)

    def _forget_plugins(self) -> None:
        """After a decision: the host and what stands on the shelf are made anew when needed."""
        self._decided = True
        for made in ("host", "shelf"):
            self.__dict__.pop(made, None)

    def set_aside(self) -> list[Message]:
        """What there is to tell: of files, and of what was set aside, each with its reason."""
        plugins = [
            message(
                N_("The plugin “{name}” was set aside: {reason}."),
                name=plugin.name,
                reason=plugin.reason,
            )
            for plugin in self.host.set_aside
            if plugin.reason
        ]
        waiting = [
            message(
                N_("The plugin “{name}” waits for your approval: F8 on the list of dossiers."),
                name=plugin.name,
            )
            for plugin in self.host.waiting
        ]
        instruments = [
            message(N_("{place}: {what}"), place=str(mistake.place), what=mistake.what)
            for error in self.shelf.set_aside()
            for mistake in error.mistakes
        ]
        return [*self.repository.databases.notices, *plugins, *waiting, *instruments]

    def result(self, dossier_id: str, record: RunRecord) -> tuple[Profile, Instrument]:
        """The kept profile of a finished run, and the copy of the instrument it was made with.

        Raises :class:`InputError` where the run has no profile, :class:`StoreError` where it cannot
        be read.
        """
        profile = self.repository.profile(dossier_id, record.id)
        if profile is None:
            raise InputError(N_("This questionnaire is not finished: there is no profile yet."))
        return profile, self.repository.instrument(record.hash)
