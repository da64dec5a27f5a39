"""Slots: each lets one secret, a passphrase or a recovery code, open the store key.

The secret derives the private half of an X25519 key. The store key is sealed to the public half by
HPKE (RFC 9180), so that a new store key can be sealed to every slot with no secret at hand.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from progpro_tui.core.passphrase import as_typed
from progpro_tui.storage.envelope import expanded
from progpro_tui.storage.keys.kdf import Kdf
from progpro_tui.storage.keys.recovery_code import random_part

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import Suite

SlotKind: TypeAlias = Literal["passphrase", "recovery"]


@dataclass(frozen=True)
class Slot:
    """One slot, as the keyring keeps it. ``kdf`` is none where the secret is random by itself."""

    id: str
    kind: SlotKind
    salt: bytes
    kdf: Kdf | None
    public: bytes
    sealed: bytes = b""

    def with_key(self, store: bytes, generation: int, store_key: bytes) -> Slot:
        """The slot with this store key sealed in it."""
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

        public = X25519PublicKey.from_public_bytes(self.public)
        sealed = _suite().encrypt(store_key, public, self._context(store, generation))
        return replace(self, sealed=sealed)

    def opened_by(self, secret: str, store: bytes, generation: int) -> bytes | None:
        """The store key; none where this is not the slot's secret.

        Raises :class:`StoreDamaged` where the costs of the derivation are out of bounds, and
        :class:`InputError` where a recovery code was mistyped.
        """
        from cryptography.exceptions import InvalidTag

        private = _private_key(self.kind, secret, self.salt, self.kdf)
        if private.public_key().public_bytes_raw() != self.public:
            return None
        try:
            return _suite().decrypt(self.sealed, private, self._context(store, generation))
        except InvalidTag:
            return None

    def _context(self, store: bytes, generation: int) -> bytes:
        return f"progpro store key {store.hex()} {generation} {self.id} {self.kind}".encode()


def new_slot(kind: SlotKind, secret: str, kdf: Kdf | None) -> Slot:
    """A slot for a secret, without a store key yet."""
    salt = secrets.token_bytes(32)
    public = _private_key(kind, secret, salt, kdf).public_key().public_bytes_raw()
    return Slot(secrets.token_hex(8), kind, salt, kdf, public)


def _private_key(kind: SlotKind, secret: str, salt: bytes, kdf: Kdf | None) -> X25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    typed = random_part(secret) if kind == "recovery" else as_typed(secret)
    material = typed.encode() if kdf is None else kdf.derive(typed.encode(), salt)
    return X25519PrivateKey.from_private_bytes(expanded(material, salt, f"slot {kind}"))


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
