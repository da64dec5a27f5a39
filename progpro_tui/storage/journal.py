"""A journal: a snapshot, and the records since, each durable before it is acknowledged.

``snapshot`` is whole or not there; ``journal.<ordinal>.<random>`` are segments (``segments.py``).
Records are numbered over all segments from 1, without a gap and for ever; the snapshot states the
last one that it contains. No segment is ever truncated, and none is appended to by a second process.
After a failed write the segment is abandoned, and the next one repeats what it held: nobody knows
what a disk kept of a block that it refused. Of two records with one number the later segment's counts.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.envelope import ObjectKey, seal, unseal
from progpro_tui.storage.fs import Fs, writing
from progpro_tui.storage.segments import Flaw, Found, Segment, ordinal_of, read_segment, segment_name

SNAPSHOT = "snapshot"
ASIDE = "aside"
PATIENCE = 5
"""How often a folder is read again in which another process is tidying up."""


@dataclass(frozen=True)
class Replay:
    """What a journal held when it was opened: a snapshot, and the records since.

    ``damage`` names a file that is not what was written: then the records stop before it, and nothing
    may be written any more. ``torn`` names one whose last record was cut off: it never was
    acknowledged, or it was damaged since.
    """

    snapshot: bytes | None
    records: tuple[bytes, ...]
    damage: str = ""
    torn: str = ""


class Journal:
    """The files of one database; ``name`` is what errors call it."""

    def __init__(self, folder: Path, key: ObjectKey, fs: Fs, name: str) -> None:
        self._folder = folder
        self._key = key
        self._name = name
        self._fs = fs
        self._segment: Segment | None = None
        self._first = 1
        """The number of the first record since the snapshot that this process wrote."""
        self._held: list[bytes] = []
        """The records from there on."""
        self._last = 0
        self._ordinal = 0
        self._flawed: set[str] = set()
        """Files that are kept aside rather than deleted."""
        self.size = 0
        """Bytes written since the snapshot, those that were found included."""

    # -- opening --------------------------------------------------------------------------------

    def open(self) -> Replay:
        """Read everything. Raises :class:`StoreDamaged` where not even a beginning can be read."""
        for _ in range(PATIENCE):
            with suppress(FileNotFoundError):
                return self._open()
        raise damaged(self._name)

    def _open(self) -> Replay:
        names = self._fs.names(self._folder)
        snapshot, base = self._snapshot(names)
        found = self._segments(names)
        self._ordinal = max((each.ordinal for each in found), default=0)
        numbered: dict[int, bytes] = {}
        for each in found:
            numbered.update(enumerate(each.records, each.first))
        last = base
        while last + 1 in numbered:
            last += 1
        records = tuple(numbered[number] for number in range(base + 1, last + 1))
        self._last, self._first = last, last + 1
        damage, torn = _judged(found, last)
        self._flawed = {each.path.name for each in found if each.flaw in (Flaw.TORN, Flaw.DAMAGED)}
        return Replay(snapshot, records, damage, torn)

    def _snapshot(self, names: list[str]) -> tuple[bytes | None, int]:
        if SNAPSHOT not in names:
            return None, 0
        sealed = self._fs.read(self._folder / SNAPSHOT)
        last, content = unseal(self._key, SNAPSHOT, sealed, self._name)
        return content, last

    def _segments(self, names: list[str]) -> list[Found]:
        self.size = 0
        found = []
        for name in names:
            if ordinal_of(name) is not None:
                content = self._fs.read(self._folder / name)
                self.size += len(content)
                found.append(read_segment(self._folder / name, content, self._key))
        return sorted(found, key=lambda each: (each.ordinal, each.path.name))

    # -- writing --------------------------------------------------------------------------------

    def append(self, record: bytes) -> None:
        """Keep a record: durable when this returns. Raises :class:`StoreError`, and it is not kept."""
        with writing(self._folder / ASIDE):
            try:
                if self._segment is None:
                    self._begin(record)
                else:
                    self.size += self._segment.append(record)
            except BaseException:
                self._abandon()
                raise
        self._held.append(record)
        self._last += 1

    def _begin(self, record: bytes) -> None:
        """Begin a segment with all that is held and this record. Raises ``OSError``."""
        self._ordinal += 1
        path = self._folder / segment_name(self._ordinal)
        try:
            self._segment = Segment(path, self._key, self._ordinal, self._first, self._fs)
            self.size += self._segment.append(*self._held, record)
        except OSError:
            # What was acknowledged stands in earlier ones; this one would only keep a full disk full.
            with suppress(OSError):
                self._fs.unlink(path)
            raise

    def compact(self, snapshot: bytes) -> None:
        """Replace everything by one snapshot of the present state.

        Raises :class:`StoreError`: then everything stands as it stood. A torn file is kept aside.
        """
        sealed = seal(self._key, SNAPSHOT, snapshot, self._last)
        self._abandon()
        self._fs.replace(self._folder / SNAPSHOT, sealed)
        self._first, self._held, self.size = self._last + 1, [], 0
        with suppress(OSError, StoreError):
            self._tidy()

    def _tidy(self) -> None:
        """Delete what the snapshot contains, and what earlier snapshots left unfinished."""
        for name in self._fs.names(self._folder):
            path = self._folder / name
            if name in self._flawed:
                self._fs.rename(path, path.with_name(f"{ASIDE}.{name}"))
            elif ordinal_of(name) is not None or name.startswith(f".{SNAPSHOT}."):
                self._fs.unlink(path)

    def _abandon(self) -> None:
        if self._segment is not None:
            self._segment.close()
        self._segment = None

    def close(self) -> None:
        """Give up the descriptor."""
        self._abandon()


def _judged(found: list[Found], last: int) -> tuple[str, str]:
    """The file that is damaged and the file that is torn, or neither; ``last`` is what can be read."""
    for each in found:
        if max(each.reaches, each.first - 1) > last:
            # The gap is before this record: in this file, or in one before it that is flawed.
            return _guilty(found, each).path.name, ""
    latest = next((each for each in reversed(found) if each.flaw is not Flaw.UNBEGUN), None)
    if latest is None:
        return "", ""
    if latest.flaw is Flaw.DAMAGED:
        return latest.path.name, ""
    return "", latest.path.name if latest.flaw is Flaw.TORN else ""


def _guilty(found: list[Found], beyond: Found) -> Found:
    earlier = [each for each in found if each.ordinal <= beyond.ordinal]
    flawed = (each for each in reversed(earlier) if each.flaw not in (Flaw.NONE, Flaw.UNBEGUN))
    return next(flawed, beyond)
