"""From a passphrase to a key: Argon2id (RFC 9106), slow on purpose."""

from __future__ import annotations

import time
from dataclasses import dataclass

from progpro_tui.storage.damage import damaged

WANTED = 0.7
"""Seconds that one derivation should take: between 0.5 and 1.0."""

MOST_MEMORY = 2**20
MOST_PASSES = 64
MOST_LANES = 64
CALIBRATED_MEMORY = 2**18
"""KiB that calibration goes up to: 256 MiB, which a small laptop has to spare."""


@dataclass(frozen=True)
class Kdf:
    """The costs of Argon2id: ``memory`` in KiB, ``passes`` over it, parallel ``lanes``."""

    memory: int
    passes: int
    lanes: int

    def derive(self, secret: bytes, salt: bytes) -> bytes:
        """32 bytes. Raises :class:`StoreDamaged` where the costs are not ones that anybody chose."""
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        self.check("keyring")
        derivation = Argon2id(
            salt=salt, length=32, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory
        )
        return derivation.derive(secret)

    def check(self, name: str) -> None:
        """Refuse costs, read from a file, that would keep the machine busy for hours."""
        fit = (
            8 * self.lanes <= self.memory <= MOST_MEMORY
            and 1 <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        )
        if not fit:
            raise damaged(name)


FLOOR = Kdf(memory=2**16, passes=3, lanes=4)
"""The least for a passphrase: the second choice of RFC 9106, section 4 (64 MiB)."""


def calibrated() -> Kdf:
    """The costs at which this machine takes about :data:`WANTED` seconds, never under the floor.

    More memory first, which costs an attacker most, then more passes.
    """
    kdf, seconds = FLOOR, _seconds(FLOOR)
    while kdf.memory < CALIBRATED_MEMORY and 2 * seconds <= WANTED:
        kdf = Kdf(kdf.memory * 2, kdf.passes, kdf.lanes)
        seconds = _seconds(kdf)
    passes = max(FLOOR.passes, min(MOST_PASSES, round(kdf.passes * WANTED / seconds)))
    return Kdf(kdf.memory, passes, kdf.lanes)


def _seconds(kdf: Kdf) -> float:
    begun = time.perf_counter()
    kdf.derive(b"calibration", bytes(16))
    return max(0.001, time.perf_counter() - begun)
