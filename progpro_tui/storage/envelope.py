"""The envelope of every file of a practice: a clear header, then what only its key reads.

The header says what the file is: the format, the oldest reader of it, the store, the object (a
dossier, one of its runs, the practice …), the kind, its place in time, and a random salt. All of it
is associated data of the encryption, so that no file can stand in the place of another.

AES-256-GCM (NIST SP 800-38D). Each file has a key of its own, HKDF-SHA256 (RFC 5869) of the object's
key and the salt, as in age (c2sp.org/age): used for one file only, its nonces are plain counters.
"""

from __future__ import annotations

import secrets
import struct
from dataclasses import dataclass, field

from progpro_tui.storage.damage import damaged, too_new

MAGIC = b"\x89progpro"
FORMAT = 2
"""The format that this version writes. Format 1 was clear (``checked.py``)."""
READER = 2
"""The oldest reader that understands it."""

TAG = 16
"""Bytes that the encryption adds to a content."""

_FIXED = struct.Struct(">8sHH16s32sQQ")
_PREFIX = struct.Struct(">8sHH")


@dataclass(frozen=True)
class ObjectKey:
    """The key of one object of a store, with the context that each of its files is bound to."""

    secret: bytes = field(repr=False)
    store: bytes
    name: str

    def part(self, name: str) -> ObjectKey:
        """The same key for a part of the object, such as one run of a dossier."""
        return ObjectKey(self.secret, self.store, f"{self.name}/{name}")


@dataclass(frozen=True)
class Header:
    """What a file says of itself. ``sequence`` and ``ordinal`` mean what its kind says."""

    kind: str
    name: str
    store: bytes
    salt: bytes
    sequence: int = 0
    ordinal: int = 0
    reader: int = READER

    def packed(self) -> bytes:
        fixed = _FIXED.pack(
            MAGIC, FORMAT, self.reader, self.store, self.salt, self.sequence, self.ordinal
        )
        return fixed + b"".join(bytes([len(text)]) + text for text in self._texts())

    def _texts(self) -> tuple[bytes, bytes]:
        return self.kind.encode(), self.name.encode()


def new_header(key: ObjectKey, kind: str, sequence: int = 0, ordinal: int = 0) -> Header:
    """The header of a file that is about to be written, with a salt of its own."""
    return Header(kind, key.name, key.store, secrets.token_bytes(32), sequence, ordinal)


def header_length(key: ObjectKey, kind: str) -> int:
    """How many bytes the header of such a file has."""
    return _FIXED.size + 2 + len(kind.encode()) + len(key.name.encode())


def read_header(key: ObjectKey, kind: str, sealed: bytes, name: str) -> Header:
    """The header of a file of this object and kind; not yet authenticated.

    Raises :class:`StoreTooNew` or :class:`StoreDamaged`, calling the file ``name``.
    """
    if len(sealed) < _PREFIX.size or not sealed.startswith(MAGIC):
        raise damaged(name)
    _, _, reader = _PREFIX.unpack_from(sealed)
    if reader > FORMAT:
        raise too_new(name)
    try:
        _, _, reader, store, salt, sequence, ordinal = _FIXED.unpack_from(sealed)
    except struct.error:
        raise damaged(name) from None
    header = Header(kind, key.name, key.store, salt, sequence, ordinal, reader)
    if store != key.store or not sealed.startswith(header.packed()):
        raise damaged(name)
    return header


class Stream:
    """The contents of one file, each sealed with its number as nonce and the header beside it."""

    def __init__(self, key: ObjectKey, header: Header) -> None:
        # cryptography takes as long to import as the command line: only where a practice is opened.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._beside = header.packed()
        self._cipher = AESGCM(expanded(key.secret, header.salt, f"file {header.kind}"))

    def seal(self, number: int, content: bytes) -> bytes:
        return self._cipher.encrypt(number.to_bytes(12), content, self._beside)

    def unseal(self, number: int, sealed: bytes) -> bytes | None:
        """The content; none where it is not what was sealed."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(number.to_bytes(12), sealed, self._beside)
        except InvalidTag:
            return None


def expanded(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """32 bytes for one purpose, by HKDF-SHA256 (RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, f"progpro {purpose}".encode()).derive(secret)


def seal(key: ObjectKey, kind: str, content: bytes, sequence: int = 0) -> bytes:
    """The bytes of a whole file of this kind."""
    header = new_header(key, kind, sequence)
    return header.packed() + Stream(key, header).seal(0, content)


def unseal(key: ObjectKey, kind: str, sealed: bytes, name: str) -> tuple[int, bytes]:
    """The sequence and the content of a whole file.

    Raises :class:`StoreTooNew` or :class:`StoreDamaged`, calling it ``name``.
    """
    header = read_header(key, kind, sealed, name)
    content = None
    if len(sealed) >= header_length(key, kind) + TAG:
        content = Stream(key, header).unseal(0, sealed[header_length(key, kind) :])
    if content is None:
        raise damaged(name)
    return header.sequence, content
