"""The practice: how it begins, the counsellor's code, and who has the keyboard."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from progpro_tui.core.errors import InputError, PracticeInUse, StoreError
from progpro_tui.core.text import N_
from progpro_tui.storage.audit import Act, Audit
from progpro_tui.storage.clear_store import is_clear
from progpro_tui.storage.databases import Databases
from progpro_tui.storage.lock import Lock
from progpro_tui.storage.practice_store import Practice, PracticeStore
from progpro_tui.storage.vault import Vault

Clock = Callable[[], datetime]
MONOTONIC = time.monotonic

FREE_TRIES = 3
MOST_TRIES = 5
"""After so many wrong codes only the passphrase gives the keyboard back."""
WAIT = timedelta(minutes=1)


def local_now() -> datetime:
    """The clock of this machine, with its time zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class CodeVerdict:
    """Whether the code was right; else how many tries are left before a wait, or until when.

    ``spent`` says that no code is taken any more: only the passphrase helps.
    """

    right: bool
    tries_left: int = 0
    wait_until: datetime | None = None
    spent: bool = False


class PracticeDesk:
    """The practice of one folder. Locked, it tells its name and nothing else."""

    def __init__(
        self, vault: Vault, databases: Databases, audit: Audit, clock: Clock, lock: Lock
    ) -> None:
        self._vault = vault
        self._store = PracticeStore(vault, databases)
        self._audit = audit
        self._clock = clock
        self._lock = lock
        self._tries = (0, "")

    @property
    def exists(self) -> bool:
        # Dossiers without a keyring are a damaged practice: nobody may choose a new code over them.
        folder = self._vault.folder
        return self._vault.exists or is_clear(folder) or (folder / "dossiers").exists()

    @property
    def name(self) -> str:
        """The name of the practice. Raises :class:`StoreError` where it cannot be read."""
        return self._vault.name

    def load(self) -> Practice:
        """The practice. Raises :class:`StoreError` where it cannot be read."""
        return self._store.load()

    def create(
        self, name: str, code: str, passphrase: str, *, demo: bool = False, recovery: str = ""
    ) -> str:
        """Begin a practice and open it; its recovery code, drawn where none is given.

        Raises :class:`InputError` on an empty name or an unfit counsellor's code.
        """
        if not name.strip():
            raise InputError(N_("The practice needs a name."))
        if self.exists:
            raise InputError(N_("There is a practice in this folder already."))
        check_code(code)
        self._vault.fs.make_folder(self._vault.folder)
        holder = self._lock.acquire()
        if holder is not None:
            raise PracticeInUse(holder.words)
        try:
            return self._begin(name.strip(), code, passphrase, demo, recovery)
        except BaseException:
            self._lock.release()
            raise

    def _begin(self, name: str, code: str, passphrase: str, demo: bool, recovery: str) -> str:
        recovery = self._vault.create(name, passphrase, demo=demo, code=recovery)
        salt = secrets.token_bytes(16)
        created = self._clock().isoformat(timespec="seconds")
        self._store.begin(Practice(created, salt.hex(), _hashed(code, salt)))
        self._vault.commit()
        self._note_in_audit(Act.BEGIN)
        return recovery

    @property
    def idle_minutes(self) -> int:
        """Without a key for so long, the counsellor's screens are locked."""
        return self.load().idle_minutes

    def set_idle_minutes(self, minutes: int) -> None:
        self._store.keep(replace(self.load(), idle_minutes=minutes))

    # -- the keyboard ---------------------------------------------------------------------------

    @property
    def handed_over(self) -> tuple[str, str] | None:
        """The dossier and the run whose beneficiary has the keyboard, or none."""
        practice = self.load()
        if practice.handed_run:
            return practice.handed_dossier, practice.handed_run
        return None

    def hand_over(self, dossier_id: str, run_id: str) -> None:
        """Give the keyboard to the beneficiary of a run, durably: a kill does not take it back."""
        self._store.keep(replace(self.load(), handed_dossier=dossier_id, handed_run=run_id))
        self._audit.note(Act.HAND_OVER, self._clock(), dossier_id)

    def try_code(self, code: str) -> CodeVerdict:
        """Take the keyboard back by the counsellor's code.

        From the third wrong code on one waits a minute, and after the fifth no code is taken. Tries are
        kept, so that starting the program again does not give new ones.
        """
        practice = self._with_tries(self.load())
        now = self._clock()
        if practice.wrong >= MOST_TRIES:
            return CodeVerdict(False, spent=True)
        if (until := self._waits(practice, now)) is not None:
            return CodeVerdict(False, wait_until=until)
        if hmac.compare_digest(_hashed(code, bytes.fromhex(practice.code_salt)), practice.code_hash):
            self._take_back(practice)
            return CodeVerdict(True)
        self._note_in_audit(Act.WRONG_CODE, practice.handed_dossier)
        wrong = practice.wrong + 1
        if wrong < FREE_TRIES:
            self._note(replace(practice, wrong=wrong))
            return CodeVerdict(False, tries_left=FREE_TRIES - wrong)
        until = now + WAIT
        self._note(replace(practice, wrong=wrong, wait_until=until.isoformat()))
        spent = wrong >= MOST_TRIES
        return CodeVerdict(False, wait_until=None if spent else until, spent=spent)

    def _waits(self, practice: Practice, now: datetime) -> datetime | None:
        """Until when no code is tried, if one has to wait."""
        if not practice.wait_until:
            return None
        until = datetime.fromisoformat(practice.wait_until)
        if until > now + WAIT:  # the clock was set back since: it must not lock anybody out for years
            until = now + WAIT
            self._note(replace(practice, wait_until=until.isoformat()))
        return until if now < until else None

    @property
    def codes_spent(self) -> bool:
        """Whether only the passphrase gives the keyboard back."""
        return self._with_tries(self.load()).wrong >= MOST_TRIES

    def try_passphrase(self, passphrase: str) -> bool:
        """Take the keyboard back by the passphrase, which takes a second; whether it was right."""
        if not self._vault.accepts(passphrase):
            self._note_in_audit(Act.WRONG_CODE, self.load().handed_dossier)
            return False
        self._take_back(self.load())
        return True

    def _take_back(self, practice: Practice) -> None:
        self._tries = (0, "")
        self._note_in_audit(Act.TAKE_BACK, practice.handed_dossier)
        self._note(replace(practice, wrong=0, wait_until="", handed_dossier="", handed_run=""))

    def _with_tries(self, practice: Practice) -> Practice:
        """The practice with the tries of this start, where the disk did not take them."""
        wrong, wait_until = self._tries
        if wrong <= practice.wrong:
            return practice
        return replace(practice, wrong=wrong, wait_until=wait_until)

    def _note_in_audit(self, act: Act, about: str = "") -> None:
        with suppress(StoreError):  # a full disk keeps nobody from their keyboard
            self._audit.note(act, self._clock(), about)

    def _note(self, practice: Practice) -> None:
        """Keep what a try came to, in memory too: a full disk neither frees nor locks the keyboard."""
        self._tries = (practice.wrong, practice.wait_until)
        with suppress(StoreError):
            self._store.keep(practice)


def check_code(code: str) -> None:
    """Raise :class:`InputError` unless the code is four to eight digits."""
    if not (code.isascii() and code.isdigit() and 4 <= len(code) <= 8):
        raise InputError(N_("The code is 4 to 8 digits."))


def _hashed(code: str, salt: bytes) -> str:
    return hashlib.scrypt(code.encode(), salt=salt, n=2**14, r=8, p=1).hex()
