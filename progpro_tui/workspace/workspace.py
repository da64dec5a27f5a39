"""The one object that a front end holds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from progpro_tui.core.errors import InputError, PracticeInUse, StoreError, WrongPassphrase
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_, Message, message
from progpro_tui.storage.audit import Act, Audit
from progpro_tui.storage.clear_store import ClearStore, is_clear
from progpro_tui.storage.erasure import Erasures
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.keys.recovery_code import looks_like_code
from progpro_tui.storage.lock import Lock
from progpro_tui.storage.migrations import seal_clear_store, settle
from progpro_tui.storage.places import check_place
from progpro_tui.storage.repository import FileRepository
from progpro_tui.storage.vault import Vault
from progpro_tui.workspace import upkeep
from progpro_tui.workspace.dossiers import Dossiers
from progpro_tui.workspace.plugins import Plugins
from progpro_tui.workspace.practice import MONOTONIC, Clock, PracticeDesk, local_now
from progpro_tui.workspace.programmes import Programmes

if TYPE_CHECKING:  # each is imported when something of it is needed: a start is felt
    from progpro_tui.authoring.shelf import Shelf
    from progpro_tui.core.dossier import RunRecord
    from progpro_tui.core.instrument import Instrument
    from progpro_tui.core.profile import Profile
    from progpro_tui.host.admission import Admission
    from progpro_tui.host.plugin_host import PluginHost
    from progpro_tui.host.trust import Trust
    from progpro_tui.storage.keys.kdf import Kdf
    from progpro_tui.workspace.backups import BackupDesk
    from progpro_tui.workspace.runs import Runs

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
        self.audit = Audit(self.vault, self.repository.databases)
        self.erasures = Erasures(self.vault, self.repository)
        databases = self.repository.databases
        self.practice = PracticeDesk(self.vault, databases, self.audit, clock, self.lock)
        self.dossiers = Dossiers(self.repository, clock)
        self._monotonic = monotonic

    @cached_property
    def runs(self) -> Runs:
        from progpro_tui.workspace.runs import Runs

        return Runs(self.repository, self.dossiers, lambda: self.host, self.clock, self._monotonic)

    @cached_property
    def backups(self) -> BackupDesk:
        from progpro_tui.workspace.backups import BackupDesk

        return BackupDesk(self.vault, self.repository, self.audit, self.clock)

    # -- the door -------------------------------------------------------------------------------

    def begin(self, name: str, passphrase: str, code: str, recovery: str) -> None:
        """Begin a practice in the folder, and open it. ``code`` is the counsellor's.

        Raises :class:`InputError` where something does not fit, and :class:`StoreError` where the
        folder cannot be written, or another window writes there.
        """
        check_place(self.folder)
        self.practice.create(name, code, passphrase, recovery=recovery)

    def open(self, typed: str) -> bool:
        """Open the practice by its passphrase, or the recovery code in its place; whether it was that.

        Raises as :meth:`unlock`.
        """
        typed = typed.strip()
        if looks_like_code(typed):
            try:
                self.unlock_with_code(typed)
            except InputError as wrong:
                try:  # a passphrase may look like anything
                    self.unlock(typed)
                except WrongPassphrase:
                    raise wrong from None
                return False
            return True
        self.unlock(typed)
        return False

    def unlock(self, passphrase: str) -> None:
        """Open the practice, for reading alone where another window has it: see ``vault.frozen``.

        Raises :class:`WrongPassphrase`, or :class:`StoreError`.
        """
        self._unlock(lambda: self.vault.unlock(passphrase), upkeep.PASSPHRASE)

    def unlock_with_code(self, code: str) -> None:
        """Open it by its recovery code. Raises :class:`InputError` where the code is mistyped."""
        self._unlock(lambda: self.vault.unlock_with_code(code), upkeep.RECOVERY)

    def _unlock(self, opening: Callable[[], None], door: str) -> None:
        check_place(self.folder)
        # Before anything is read: what another window writes meanwhile would be missed.
        self.vault.frozen = self._reserved()
        try:
            opening()
        except BaseException as error:
            self.lock.release()
            if isinstance(error, WrongPassphrase):
                upkeep.tried_in_vain(self)
            raise
        if self.vault.frozen is None:
            upkeep.opened(self, door)

    def list_dossiers(self, progress: Progress) -> None:
        """Have the list of dossiers at hand. Where its index is lost or wrong it is made anew, from the
        head of each, and ``progress`` is told how far that is.
        """
        with suppress(StoreError):  # told where the list is shown
            self.repository.list_dossiers(progress)

    @property
    def clear(self) -> bool:
        """Whether this is a practice of an earlier version, which kept everything in clear."""
        return is_clear(self.folder)

    @property
    def clear_name(self) -> str:
        """The name of a practice that is kept in clear. Raises :class:`StoreDamaged`."""
        return ClearStore(self.folder, self.fs).practice()[0]

    def seal(self, passphrase: str, *, demo: bool = False, recovery: str = "") -> str:
        """Seal a clear practice, and open it; its recovery code, drawn where none is given.

        The clear files are deleted afterwards; the disk may hold their old blocks for a while. Raises
        :class:`StoreError`, and then everything is as it was.
        """
        check_place(self.folder)
        if (frozen := self._reserved()) is not None:
            raise frozen
        try:
            code = seal_clear_store(
                self.folder, passphrase, self.fs, self.clock(), self.vault.kdf, demo=demo, code=recovery
            )
        finally:
            self.lock.release()
        self.unlock(passphrase)
        with suppress(StoreError):
            self.audit.note(Act.SEAL, self.clock())
        return code

    def _reserved(self) -> StoreError | None:
        """Take the lock of the practice; the reason where nothing may be written."""
        try:
            holder = self.lock.acquire()
        except StoreError as error:
            return error
        return None if holder is None else PracticeInUse(holder.words)

    def change_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open the practice, and its backups in reach.

        Raises :class:`StoreError`.
        """
        self.vault.change_passphrase(passphrase)
        upkeep.secrets_changed(self, Act.PASSPHRASE)

    def change_recovery_code(self, code: str) -> None:
        """Let another recovery code open the practice, and its backups in reach: one that was shown.

        Raises :class:`StoreError`.
        """
        self.vault.change_recovery_code(code)
        upkeep.secrets_changed(self, Act.CODE)

    def rotate(self) -> None:
        """Replace the store key, in the backups in reach too. Raises :class:`StoreError`."""
        self.vault.rotate()
        upkeep.secrets_changed(self, Act.ROTATION)

    def elsewhere(self, folder: Path) -> Workspace:
        """The same on another folder, locked."""
        return Workspace(folder, clock=self.clock, fs=self.fs, safe=self.safe, kdf=self.vault.kdf)

    def close(self) -> None:
        """Put the files in order and lock the practice. What was acknowledged never waits for it."""
        upkeep.closing(self)
        self.repository.close()
        self.vault.lock()
        self.lock.release()

    # -- plugins and instruments ----------------------------------------------------------------

    @cached_property
    def host(self) -> PluginHost:
        """The plugins: those that are installed, and those in the practice's own folder."""
        if self._host is not None:
            return self._host
        from progpro_tui.host.plugin_host import PluginHost

        return PluginHost(doorkeeper=self._doorkeeper(), practice=self.folder)

    @cached_property
    def shelf(self) -> Shelf:
        """The instruments on offer: those that came with the program, the practice's, the plugins'."""
        from progpro_tui.authoring.shelf import Shelf

        return Shelf(self.host, own=self.own_questionnaires)

    @property
    def own_questionnaires(self) -> Path:
        """The folder where a practice puts the files of its own questionnaires."""
        return self.folder / OWN_INSTRUMENTS

    @cached_property
    def _trust(self) -> Trust:
        from progpro_tui.host.trust import Trust

        return Trust.load()

    def _doorkeeper(self) -> Admission:
        from progpro_tui.host.admission import Admission
        from progpro_tui.host.probe import PATIENCE, PATIENT

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
        instruments = [
            message(N_("{place}: {what}"), place=str(mistake.place), what=mistake.what)
            for error in self.shelf.set_aside()
            for mistake in error.mistakes
        ]
        return [*self.repository.databases.notices, *self.plugins.told(), *instruments]

    def result(self, dossier_id: str, record: RunRecord) -> tuple[Profile, Instrument]:
        """The kept profile of a finished run, and the copy of the instrument it was made with.

        Raises :class:`InputError` where the run has no profile, :class:`StoreError` where it cannot
        be read.
        """
        profile = self.repository.profile(dossier_id, record.id)
        if profile is None:
            raise InputError(N_("This questionnaire is not finished: there is no profile yet."))
        return profile, self.repository.instrument(record.hash)
