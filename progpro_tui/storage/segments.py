"""One segment of a journal: a file of sealed records that only ever grows, written by one process.

After the header stands record 0, which is empty and proves the header; then the records, each behind
its length. The header's ``sequence`` is the number (LSN) of the first record in its journal, its
``ordinal`` says which segment this is.
"""

from __future__ import annotations

import os
import secrets
import struct
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from progpro_tui.core.errors import StoreDamaged
from progpro_tui.storage.envelope import (
    TAG,
    ObjectKey,
    Stream,
    header_length,
    new_header,
    read_header,
)
from progpro_tui.storage.fs import Fs

KIND = "journal"
LONGEST = 2**26
"""Bytes that no record reaches."""
FAR = 32
"""How many records behind a broken one are looked for."""

_LENGTH = struct.Struct(">I")


class Flaw(Enum):
    """How a segment ends."""

    NONE = "none"
    UNBEGUN = "unbegun"
    """Cut off within its header: nothing was ever acknowledged in it."""
    TORN = "torn"
    """Its end is no whole record, and nothing stands behind it."""
    DAMAGED = "damaged"
    """Something is wrong in front of a record that is whole."""


@dataclass(frozen=True)
class Found:
    """What a segment file holds: records ``first``, ``first`` + 1 … as far as they can be read.

    ``reaches`` is the highest number that is known to have been acknowledged, read or not.
    """

    path: Path
    ordinal: int
    first: int = 0
    records: tuple[bytes, ...] = ()
    reaches: int = 0
    flaw: Flaw = Flaw.NONE


def segment_name(ordinal: int) -> str:
    return f"{KIND}.{ordinal:08}.{secrets.token_hex(4)}"


def ordinal_of(name: str) -> int | None:
    """Which segment a file of this name is; none where it is no segment."""
    parts = name.split(".")
    if len(parts) != 3 or parts[0] != KIND or not parts[1].isdigit():
        return None
    return int(parts[1])


def read_segment(path: Path, content: bytes, key: ObjectKey) -> Found:
    """What stands in a segment. Raises :class:`StoreTooNew`; damage is a flaw, and raises nothing."""
    ordinal = ordinal_of(path.name) or 0
    begins = header_length(key, KIND)
    records_begin = begins + _LENGTH.size + TAG
    flaw = Flaw.UNBEGUN if len(content) <= records_begin else Flaw.DAMAGED
    try:
        header = read_header(key, KIND, content, path.name)
    except StoreDamaged:
        return Found(path, ordinal, flaw=flaw)
    stream = Stream(key, header)
    if header.ordinal != ordinal or _record(content, begins, stream, 0) is None:
        return Found(path, ordinal, flaw=flaw)
    records: list[bytes] = []
    place = records_begin
    while place < len(content):
        record = _record(content, place, stream, len(records) + 1)
        if record is None:
            break
        records.append(record)
        place += _LENGTH.size + len(record) + TAG
    first, count = header.sequence, len(records)
    if place == len(content):
        return Found(path, ordinal, first, tuple(records), first + count - 1)
    behind = _behind(content, place, stream, count + 1)
    flaw = Flaw.DAMAGED if behind else Flaw.TORN
    return Found(path, ordinal, first, tuple(records), first + (behind or count) - 1, flaw)


def _record(content: bytes, place: int, stream: Stream, number: int) -> bytes | None:
    """The whole and genuine record of this number at a place, else none."""
    if place + _LENGTH.size > len(content):
        return None
    (length,) = _LENGTH.unpack_from(content, place)
    begins = place + _LENGTH.size
    if not TAG <= length <= LONGEST or begins + length > len(content):
        return None
    return stream.unseal(number, content[begins : begins + length])


def _behind(content: bytes, place: int, stream: Stream, broken: int) -> int:
    """The number of a genuine record behind a broken one, or 0.

    A crash tears at most one record, since each is on the disk before the next is written. The broken
    one may have lost its length, so the next is looked for at every place.
    """
    for start in range(place + 1, len(content) - _LENGTH.size - TAG + 1):
        (length,) = _LENGTH.unpack_from(content, start)
        if not TAG <= length <= len(content) - start - _LENGTH.size:
            continue
        for number in range(broken + 1, broken + 1 + FAR):
            if _record(content, start, stream, number) is not None:
                return number
    return 0


class Segment:
    """The segment that this process writes; no other process ever appends to it."""

    def __init__(self, path: Path, key: ObjectKey, ordinal: int, first: int, fs: Fs) -> None:
        """Begin it, durably. Raises ``OSError``."""
        self._fs = fs
        self._count = 0
        self._descriptor = -1
        header = new_header(key, KIND, first, ordinal)
        self._stream = Stream(key, header)
        self._descriptor = fs.create(path)
        # The header is on the disk before any record, so that a file longer than a header whose
        # header is wrong was damaged, and not cut short.
        fs.write(self._descriptor, header.packed() + self._sealed(0, b""))
        fs.sync(self._descriptor)
        fs.sync_folder(path.parent)

    def append(self, *records: bytes) -> int:
        """Put records behind the others; the bytes it took. Durable when this returns.

        Raises ``OSError``: then this segment must be abandoned, since nobody knows what it holds.
        """
        sealed = b"".join(
            self._sealed(number, record) for number, record in enumerate(records, self._count + 1)
        )
        self._fs.write(self._descriptor, sealed)
        self._fs.sync(self._descriptor)
        self._count += len(records)
        return len(sealed)

    def _sealed(self, number: int, record: bytes) -> bytes:
        sealed = self._stream.seal(number, record)
        return _LENGTH.pack(len(sealed)) + sealed

    def close(self) -> None:
        """Give the descriptor up; everything that was acknowledged is on the disk already."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):
                self._fs.close(descriptor)

    def __del__(self) -> None:
        # A practice that nobody closed loses nothing, and must not use up the descriptors either.
        if self._descriptor >= 0:
            with suppress(OSError):
                os.close(self._descriptor)
