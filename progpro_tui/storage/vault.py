"""The vault of a practice: locked, only its name can be read; open, it has the key of every object.

```
keyring, keyring.copy   clear: the practice's name, and a slot for each secret (keys/keyring.py)
keys.<generation>.a .b  the key table, sealed under the store key (keys/key_table.py)
```
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from progpro_tui.core.errors import Locked, StoreError, WrongPassphrase
from progpro_tui.core.text import N_
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.envelope import ObjectKey
from progpro_tui.storage.fs import Fs, writing
from progpro_tui.storage.keys.kdf import Kdf, calibrated
from progpro_tui.storage.keys.key_table import KIND, KeyTable, copies, read_key_table
from progpro_tui.storage.keys.keyring import (
    FILE,
    Keyring,
    check_keyrings,
    keep_keyring,
    keyrings,
    read_keyring,
)
from progpro_tui.storage.keys.recovery_code import new_code
from progpro_tui.storage.keys.slots import SlotKind, new_slot

PRACTICE = "practice"
"""The object that the practice's own files are sealed for."""

WRONG: dict[SlotKind, str] = {
    "passphrase": N_("This passphrase does not open the practice. Check the words and their order."),
    "recovery": N_(
        "This recovery code does not open the practice. Is it the one printed last, and for this"
        " practice?"
    ),
}


class Vault:
    """The keys of one folder.

    ``kdf`` is what a new passphrase costs; without it, what this machine can bear is measured. Once
    open, ``frozen`` is the reason why nothing may be written, or none.
    """

    def __init__(self, folder: Path, fs: Fs, kdf: Kdf | None = None) -> None:
        self.folder = folder
        self.fs = fs
        self.frozen: StoreError | None = None
        self.kdf = kdf
        self._ring: Keyring | None = None
        self._store_key = b""
        self._table: KeyTable | None = None
        self._unsure = False
        """Whether a keyring was refused by the disk after it came into its place, perhaps."""

    # -- locked or open -------------------------------------------------------------------------

    @property
    def exists(self) -> bool:
        return any(path.exists() for path in keyrings(self.folder))

    @property
    def locked(self) -> bool:
        return self._table is None

    @property
    def name(self) -> str:
        """The name of the practice. Raises :class:`StoreDamaged` where the keyring cannot be read."""
        return self._keyring().name

    @property
    def demo(self) -> bool:
        """Whether the passphrase of this practice is printed for everyone."""
        return self._keyring().demo

    def create(self, name: str, passphrase: str, *, demo: bool = False, code: str = "") -> str:
        """Make the keys of a new practice, and open it; the recovery code, where none is given.

        The vault exists only from :meth:`commit` on, so that a beginning cut short leaves none.
        """
        code = code or new_code()
        store, store_key = secrets.token_bytes(16), secrets.token_bytes(32)
        slots = (
            new_slot("passphrase", passphrase, self.kdf or calibrated()),
            new_slot("recovery", code, None),
        )
        sealed = tuple(slot.with_key(store, 1, store_key) for slot in slots)
        self.fs.make_folder(self.folder)
        table = KeyTable(self.folder, _table_key(store_key, store, 1), 1, {}, self.fs)
        table.add(PRACTICE)
        self._ring = Keyring(store, name, 1, sealed, demo).signed(store_key)
        self._store_key, self._table = store_key, table
        return code

    def commit(self) -> None:
        """Write the keyring: from here on the practice exists."""
        try:
            keep_keyring(self.folder, self._keyring(), self.fs)
        except StoreError:
            for path in reversed(keyrings(self.folder)):
                with suppress(OSError):  # whoever is told that it failed has a code that opens nothing
                    self.fs.unlink(path)
            raise

    def unlock(self, passphrase: str) -> None:
        """Open it. Raises :class:`WrongPassphrase`, or :class:`StoreError` where it is damaged."""
        self._open("passphrase", passphrase)

    def unlock_with_code(self, code: str) -> None:
        """Open it by the recovery code. Raises :class:`InputError` where it is mistyped, too."""
        self._open("recovery", code)

    def accepts(self, passphrase: str) -> bool:
        """Whether this passphrase opens the practice, open or locked. It takes as long as unlocking."""
        return self._read().opened_by("passphrase", passphrase) is not None

    def accepts_code(self, code: str) -> bool:
        """The same of a recovery code. Raises :class:`InputError` where it is mistyped."""
        return self._read().opened_by("recovery", code) is not None

    def lock(self) -> None:
        """Forget the keys, as far as Python forgets: only the end of the process is certain."""
        self._store_key, self._table, self._ring = b"", None, None

    # -- keys -----------------------------------------------------------------------------------

    def key(self, name: str) -> ObjectKey:
        """The key of an object. Raises :class:`Locked`, or :class:`StoreDamaged` without one."""
        if name not in self._keys():
            self._look_again(name)
        return self._keys()[name]

    def _look_again(self, name: str) -> None:
        """Look for a key that another window may have drawn since. Raises :class:`StoreError`."""
        with suppress(StoreError):
            self._table = self._read_table()
        if name not in self._keys() and self._read().generation != self._keyring().generation:
            raise StoreError(
                N_(
                    "The keys of this practice were renewed in the window that writes. Lock this one,"
                    " and open it again to read what is new."
                )
            )

    def has_key(self, name: str) -> bool:
        return name in self._keys()

    def destroyed(self, name: str) -> bool:
        """Whether an object had a key that was destroyed: what is left of it is no damage."""
        return self._keys().destroyed(name)

    def names(self) -> list[str]:
        return list(self._keys())

    def add_key(self, *names: str) -> None:
        """Draw a key each, durably."""
        self.must_write()
        self._keys().add(*names)

    def destroy_key(self, name: str) -> None:
        """Destroy the key of an object: what was sealed under it is unreadable for ever."""
        self.must_write()
        self._keys().destroy(name)

    def must_write(self) -> None:
        """Raise the reason where nothing may be written."""
        self._keys()
        if self.frozen is not None:
            raise self.frozen
        if self._unsure:
            keep_keyring(self.folder, self._keyring(), self.fs)
            self._unsure = False

    @property
    def generation(self) -> int:
        """Which store key is in force, counted from 1."""
        return self._keyring().generation

    def check_copies(self) -> list[StoreError]:
        """What is wrong with the copies of the keyring and of the key table, each for itself."""
        return [*check_keyrings(self.folder, self.fs), *self._keys().check()]

    def twin(self, folder: Path, fs: Fs) -> Vault:
        """The vault of a copy of this practice, opened by the store key at hand, only to be read.

        Raises :class:`StoreDamaged` where it is no copy, or one under another store key.
        """
        twin = Vault(folder, fs)
        ring = twin._read()
        if not ring.is_signed_by(self._store_key):
            raise damaged(FILE)
        twin._ring, twin._store_key = ring, self._store_key
        twin._table = twin._read_table()
        twin.frozen = StoreError(N_("A backup can only be read. To go on with it, restore it."))
        return twin

    # -- secrets --------------------------------------------------------------------------------

    def change_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open the practice, and the old one no more.

        Nothing but the keyring is written. Old backups still open to the old one.
        """
        self._change_slot("passphrase", passphrase, self.kdf or calibrated())

    def change_recovery_code(self, code: str) -> None:
        """Let another recovery code open the practice, and the old one no more.

        Whoever calls has shown it before: a code that was never seen would leave none.
        """
        self._change_slot("recovery", code, None)

    def rotate(self) -> None:
        """Replace the store key: every slot gets the new one, and every object's key is sealed anew.

        No secret is needed. The keyring's rename is the moment at which it is done: cut short before,
        the old generation stands, and after, the new one.
        """
        self.must_write()
        store_key = secrets.token_bytes(32)
        ring = self._keyring().renewed(store_key)
        key = _table_key(store_key, ring.store, ring.generation)
        self._keep_ring(ring, store_key, self._keys().under(key, ring.generation))
        with suppress(StoreError):  # it is done; the next opening tidies up
            self.tidy()

    def tidy(self) -> None:
        """Mend a copy of the keyring, and delete key tables that a rotation cut short has left.

        Raises :class:`StoreError`.
        """
        if check_keyrings(self.folder, self.fs):
            keep_keyring(self.folder, self._keyring(), self.fs)
        kept = {path.name for path in copies(self.folder, self._keyring().generation)}
        for name in self.fs.names(self.folder):
            if name.startswith(f"{KIND}.") and name not in kept:
                with writing(self.folder / name):
                    self.fs.unlink(self.folder / name)

    # -- within ---------------------------------------------------------------------------------

    def _open(self, kind: SlotKind, secret: str) -> None:
        ring = self._read()
        store_key = ring.opened_by(kind, secret)
        if store_key is None:
            raise WrongPassphrase(WRONG[kind])
        if not ring.is_signed_by(store_key):
            raise damaged(FILE)
        self._ring, self._store_key = ring, store_key
        self._table = self._read_table()

    def _read_table(self) -> KeyTable:
        ring = self._keyring()
        key = _table_key(self._store_key, ring.store, ring.generation)
        return read_key_table(self.folder, key, ring.generation, self.fs)

    def _change_slot(self, kind: SlotKind, secret: str, kdf: Kdf | None) -> None:
        self.must_write()
        ring = self._keyring().with_slot(new_slot(kind, secret, kdf), self._store_key)
        self._keep_ring(ring, self._store_key, self._keys())

    def _keep_ring(self, ring: Keyring, store_key: bytes, table: KeyTable) -> None:
        """Write another keyring. One that is refused may stand in its place all the same: then it is
        the one in force, and is written again before anything else is.
        """
        try:
            keep_keyring(self.folder, ring, self.fs)
        except StoreError:
            self._unsure = True
            if self._read() == ring:
                self._ring, self._store_key, self._table = ring, store_key, table
            raise
        self._ring, self._store_key, self._table = ring, store_key, table

    def _keys(self) -> KeyTable:
        if self._table is None:
            raise Locked
        return self._table

    def _keyring(self) -> Keyring:
        if self._ring is None:
            self._ring = self._read()
        return self._ring

    def _read(self) -> Keyring:
        try:
            return read_keyring(self.folder, self.fs)
        except FileNotFoundError:
            raise damaged(FILE) from None


def _table_key(store_key: bytes, store: bytes, generation: int) -> ObjectKey:
    return ObjectKey(store_key, store, f"{KIND}.{generation}")
