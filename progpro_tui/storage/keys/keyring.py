"""The keyring: the one clear file of a practice, and the way to its store key.

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

from progpro_tui.storage.damage import damaged, too_new
from progpro_tui.storage.envelope import FORMAT, READER, expanded
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.keys.kdf import Kdf
from progpro_tui.storage.keys.slots import Slot

FILE = "keyring"
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

    def _code(self, store_key: bytes) -> bytes:
        key = expanded(store_key, self.store, "keyring")
        return hmac.new(key, _compact(_to_data(replace(self, code=b""))), hashlib.sha256).digest()


def keep_keyring(folder: Path, keyring: Keyring, fs: Fs) -> None:
    """Write the keyring, whole or not at all."""
    data = _to_data(keyring)
    whole = {"sha256": hashlib.sha256(_compact(data)).hexdigest(), **data}
    fs.replace(folder / FILE, json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n")


def read_keyring(folder: Path, fs: Fs) -> Keyring:
    """Raises :class:`StoreDamaged`, :class:`StoreTooNew`, or ``FileNotFoundError``."""
    try:
        data = json.loads(fs.read(folder / FILE))
        if data["is"] == MAGIC and data["reader"] > FORMAT:
            raise too_new(FILE)
        checksum = data.pop("sha256")
        if hashlib.sha256(_compact(data)).hexdigest() != checksum or data["is"] != MAGIC:
            raise damaged(FILE)
        return _from_data(data)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise damaged(FILE) from None


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
