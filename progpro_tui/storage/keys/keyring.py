"""The keyring: the one clear file of a practice, and the way to its store key.

It stands in two copies, since whoever loses it loses everything. The first is the one in force; the
second is read only where the first is missing or damaged.

It carries a checksum, by which damage is noticed while the practice is locked, and an authentication
code under the store key, by which an opened practice knows that nobody put a slot of their own in it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.damage import damaged, too_new
from progpro_tui.storage.envelope import FORMAT, READER, expanded
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.keys.kdf import Kdf
from progpro_tui.storage.keys.slots import Slot, SlotKind

FILE = "keyring"
COPIES = (FILE, f"{FILE}.copy")
MAGIC = "progpro keyring"


@dataclass(frozen=True)
class Keyring:
    """What can be known of a practice without opening it.

    ``generation`` counts store keys, from 1. ``demo`` marks a practice whose passphrase is printed.
    """

    store: bytes
    name: str
    generation: int
    slots: tuple[Slot, ...]
    demo: bool = False
    code: bytes = b""

    def signed(self, store_key: bytes) -> Keyring:
        """The keyring with its authentication code."""
        return replace(self, code=self._code(store_key))

    def is_signed_by(self, store_key: bytes) -> bool:
        return hmac.compare_digest(self.code, self._code(store_key))

    def opened_by(self, kind: SlotKind, secret: str) -> bytes | None:
        """The store key, where this secret opens a slot of its kind.

        Raises :class:`InputError` on a mistyped recovery code.
        """
        slots = (slot for slot in self.slots if slot.kind == kind)
        keys = (slot.opened_by(secret, self.store, self.generation) for slot in slots)
        return next((key for key in keys if key is not None), None)

    def with_slot(self, fresh: Slot, store_key: bytes) -> Keyring:
        """Another slot in the place of that of its kind."""
        others = (slot for slot in self.slots if slot.kind != fresh.kind)
        sealed = fresh.with_key(self.store, self.generation, store_key)
        return replace(self, slots=(sealed, *others)).signed(store_key)

    def renewed(self, store_key: bytes) -> Keyring:
        """The next generation: every slot gets another store key."""
        generation = self.generation + 1
        slots = tuple(slot.with_key(self.store, generation, store_key) for slot in self.slots)
        return replace(self, generation=generation, slots=slots).signed(store_key)

    def _code(self, store_key: bytes) -> bytes:
        key = expanded(store_key, self.store, "keyring")
        return hmac.new(key, _compact(_to_data(replace(self, code=b""))), hashlib.sha256).digest()


def keyrings(folder: Path) -> list[Path]:
    """Where the copies stand, in the order in which they are written."""
    return [folder / name for name in COPIES]


def keep_keyring(folder: Path, keyring: Keyring, fs: Fs) -> None:
    """Write the keyring, each copy whole or not at all. Raises :class:`StoreError`."""
    data = _to_data(keyring)
    whole = {"sha256": hashlib.sha256(_compact(data)).hexdigest(), **data}
    content = json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
    for path in keyrings(folder):
        fs.replace(path, content)


def read_keyring(folder: Path, fs: Fs) -> Keyring:
    """Raises :class:`StoreError` where no copy can be read, or ``FileNotFoundError`` without any."""
    refused: StoreError | None = None
    for path in keyrings(folder):
        try:
            return _read(path, fs)
        except FileNotFoundError:
            continue
        except StoreError as error:
            refused = refused or error
    raise refused or FileNotFoundError(folder / FILE)


def check_keyrings(folder: Path, fs: Fs) -> list[StoreError]:
    """What is wrong with each copy on the disk: two that are whole say the same."""
    wrong: list[StoreError] = []
    read: list[Keyring] = []
    for path in keyrings(folder):
        try:
            read.append(_read(path, fs))
        except FileNotFoundError:
            wrong.append(damaged(path.name))
        except StoreError as error:
            wrong.append(error)
    if any(each != read[0] for each in read):
        wrong.append(damaged(COPIES[-1]))
    return wrong


def _read(path: Path, fs: Fs) -> Keyring:
    try:
        data = json.loads(fs.read(path))
        if data["is"] == MAGIC and data["reader"] > FORMAT:
            raise too_new(path.name)
        checksum = data.pop("sha256")
        if hashlib.sha256(_compact(data)).hexdigest() != checksum or data["is"] != MAGIC:
            raise damaged(path.name)
        return _from_data(data)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise damaged(path.name) from None


def _to_data(keyring: Keyring) -> dict[str, Any]:
    return {
        "is": MAGIC,
        "format": FORMAT,
        "reader": READER,
        "store": keyring.store.hex(),
        "name": keyring.name,
        "generation": keyring.generation,
        "demo": keyring.demo,
        "slots": [_slot_to_data(slot) for slot in keyring.slots],
        "code": keyring.code.hex(),
    }


def _slot_to_data(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "kind": slot.kind,
        "kdf": "hkdf" if slot.kdf is None else "argon2id",
        **({} if slot.kdf is None else vars(slot.kdf)),
        "salt": slot.salt.hex(),
        "public": slot.public.hex(),
        "sealed": slot.sealed.hex(),
    }


def _from_data(data: Mapping[str, Any]) -> Keyring:
    return Keyring(
        bytes.fromhex(data["store"]),
        str(data["name"]),
        int(data["generation"]),
        tuple(_slot_from_data(slot) for slot in data["slots"]),
        bool(data["demo"]),
        bytes.fromhex(data["code"]),
    )


def _slot_from_data(data: Mapping[str, Any]) -> Slot:
    kdf = None
    if data["kdf"] == "argon2id":
        kdf = Kdf(int(data["memory"]), int(data["passes"]), int(data["lanes"]))
        kdf.check(FILE)
    elif data["kdf"] != "hkdf" or data["kind"] != "recovery":
        raise damaged(FILE)
    salt, public, sealed = (bytes.fromhex(data[part]) for part in ("salt", "public", "sealed"))
    return Slot(str(data["id"]), data["kind"], salt, kdf, public, sealed)


def _compact(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
