"""What is remembered of instrument files, so that an unchanged file is not read again.

A cache in the strict sense: it may vanish or be garbage at any time, and is then made anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import Message, Text
from progpro_tui.storage.cache import (
    cached,
    forget_cached,
    keep_cached,
    keep_newest_cached,
    names_cached,
)
from progpro_tui.storage.records import from_data, to_data

INDEX, INSTRUMENT = "instrument-index", "instrument"

KEPT = 4

GUIDANCE = ("measures", "does_not_measure", "for_whom", "not_for", "counsellor_instructions")
"""What an author says of a questionnaire, as far as a list shows it."""


@dataclass(frozen=True)
class Offer:
    """One instrument as a list shows it, without its items; ``size`` says how long it is."""

    path: Path
    id: str
    version: str
    kind: str
    title: Text
    languages: tuple[str, ...]
    size: Message
    minutes: int
    licence: str
    author: str
    measures: Text
    does_not_measure: Text
    for_whom: Text
    not_for: Text
    counsellor_instructions: Text

    @classmethod
    def of(cls, instrument: Instrument, size: Message, path: Path) -> Offer:
        """The offer of an instrument that was read from this file."""
        return cls(
            path=path,
            id=instrument.id,
            version=instrument.version,
            kind=instrument.kind,
            title=instrument.title,
            languages=instrument.languages,
            size=size,
            minutes=instrument.guidance.minutes,
            licence=instrument.licence,
            author=instrument.author,
            **{name: getattr(instrument.guidance, name) for name in GUIDANCE},
        )


@dataclass(frozen=True)
class Entry:
    """One file: what it was when it was read, and the offer or the mistakes found in it.

    ``id_place`` is where the instrument's id stands, for when another file has taken it.
    """

    size: int
    mtime_ns: int
    sha256: str
    offer: Offer | None = None
    hash: str = ""
    id_place: tuple[int, int] = (1, 1)
    mistakes: tuple[Any, ...] = field(default=())
    """As plain data: they are words only when somebody asks."""


class InstrumentIndex:
    """The entries of all files by absolute path, and beside them the instruments by hash.

    ``made_by`` names the program and the plugins: what others made of a file is not taken over. Each
    has a folder of its own under ``cache``, so that two practices with other plugins can be opened in
    turn; the folders that were last written stay, ``KEPT`` of them.
    """

    def __init__(self, cache: Path, made_by: Mapping[str, Any]) -> None:
        words = json.dumps(made_by, sort_keys=True).encode()
        self._cache = cache
        self._folder = cache / hashlib.sha256(words).hexdigest()[:16]
        self._path = self._folder / "index.json"
        self._entries = self._read()
        self._changed = False

    def get(self, file: Path) -> Entry | None:
        """What is remembered of a file."""
        return self._entries.get(str(file))

    def put(self, file: Path, entry: Entry, instrument: Instrument | None = None) -> None:
        """Remember a file, and the instrument that was read from it."""
        self._entries[str(file)] = entry
        self._changed = True
        if instrument is not None:
            keep_cached(INSTRUMENT, self._folder / f"{instrument.hash}.json", to_data(instrument))

    def instrument(self, content_hash: str) -> Instrument | None:
        """The instrument of this hash, if it is still there and whole."""
        found = cached(INSTRUMENT, self._folder / f"{content_hash}.json")
        try:
            return from_data(found, Instrument)
        except Exception:  # cattrs raises what it likes; whatever is no instrument is read again
            return None

    def save(self) -> None:
        """Write what changed, and forget files that are gone."""
        if not self._changed:
            return
        self._entries = {file: entry for file, entry in self._entries.items() if Path(file).exists()}
        files = {file: _entry_data(entry) for file, entry in self._entries.items()}
        keep_cached(INDEX, self._path, files)
        self._changed = False
        used = {self._path.name, *(f"{entry.hash}.json" for entry in self._entries.values())}
        for name in names_cached(self._folder):
            if name not in used:
                forget_cached(self._folder / name)
        keep_newest_cached(self._cache, KEPT)

    def _read(self) -> dict[str, Entry]:
        found = cached(INDEX, self._path)
        try:
            return {file: _entry_of(data) for file, data in found.items()}
        except (KeyError, TypeError, AttributeError):
            return {}


def _entry_data(entry: Entry) -> dict[str, Any]:
    data = {part.name: getattr(entry, part.name) for part in fields(entry)}
    if entry.offer is not None:
        data["offer"] = asdict(entry.offer) | {"path": str(entry.offer.path)}
    return data


def _entry_of(data: dict[str, Any]) -> Entry:
    """By hand: listing the instruments shall not wait for cattrs."""
    line, column = data["id_place"]
    offer = data["offer"]
    if offer is not None:
        texts = {name: Text(**offer[name]) for name in ("title", *GUIDANCE)}
        size = Message(**offer["size"])
        other = {"path": Path(offer["path"]), "languages": tuple(offer["languages"]), "size": size}
        offer = Offer(**offer | texts | other)
    mistakes = tuple(data["mistakes"])
    return Entry(**data | {"offer": offer, "id_place": (line, column), "mistakes": mistakes})
