"""The shelf: every instrument on offer, and every file that was set aside with its reason.

Listing reads only the index; pydantic, YAML and cattrs are imported when a file changed or an
instrument is taken down.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from os import stat_result
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

import progpro_tui
from progpro_tui.authoring.files import read_bounded
from progpro_tui.authoring.found import nearest, quoted
from progpro_tui.authoring.index import Entry, InstrumentIndex, Offer
from progpro_tui.core.errors import InputError, InstrumentError, Mistake, Place
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.text import N_, message
from progpro_tui.host.plugin import State
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.storage.records import from_data, to_data

__all__ = ["Offer", "Shelf", "bundled_folder"]

SUFFIXES = (".yaml", ".yml")

RULES = 3
"""Grows when the checks change within one version of the program: what was indexed is read again."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a second change gets another time even on a coarse clock."""


def bundled_folder() -> Path:
    """The questionnaires that come with the program: in the package, else beside it in a checkout."""
    package = Path(progpro_tui.__file__).parent
    inside = package / "questionnaires"
    return inside if inside.is_dir() else package.parent / "questionnaires"


class Shelf:
    """The instruments of ``places`` (files and folders; the bundled ones by default), of the practice's
    ``own`` folder, which may not be there yet, and of plugins.

    Where two files have one id, the first has it: bundled ones stand before those of plugins.
    """

    def __init__(
        self,
        host: PluginHost,
        places: Sequence[Path] | None = None,
        cache: Path | None = None,
        own: Path | None = None,
    ) -> None:
        self._host = host
        self._own = own
        self._places = (bundled_folder(),) if places is None else tuple(places)
        self._index = InstrumentIndex(
            cache or user_cache_path("progpro") / "instruments", _made_by(host)
        )

    def offers(self) -> list[Offer]:
        """What there is, without the items: cheap."""
        return [entry.offer for entry in self._look()[0].values() if entry.offer]

    def set_aside(self) -> list[InstrumentError]:
        """The files that are not offered, each with its mistakes."""
        return list(self._look()[1].values())

    def instruments(self) -> tuple[list[Instrument], list[InstrumentError]]:
        """Every instrument whole, and the files that were set aside."""
        offered, aside = self._look()
        return [self._take(entry) for entry in offered.values()], list(aside.values())

    def instrument(self, instrument_id: str) -> Instrument:
        """The instrument of this id.

        Raises :class:`InstrumentError` where its file was set aside, :class:`InputError` where there
        is none.
        """
        offered, aside = self._look()
        if instrument_id in offered:
            return self._take(offered[instrument_id])
        for path, error in aside.items():
            if path.stem == instrument_id:
                raise error
        meant = nearest(instrument_id, offered)
        if meant is None:
            raise InputError(N_("There is no instrument “{id}”."), id=quoted(instrument_id))
        raise InputError(
            N_("There is no instrument “{id}”. Did you mean “{meant}”?"),
            id=quoted(instrument_id),
            meant=meant,
        )

    def find(self, id_or_path: str | Path) -> Instrument:
        """The instrument of an id, or of a file. Raises as :meth:`instrument` does."""
        path = Path(id_or_path) if isinstance(id_or_path, Path) else self.file_named(id_or_path)
        if path is None:
            return self.instrument(str(id_or_path))
        entry = self._entry(path.absolute())
        self._index.save()
        if entry.offer is None:
            raise _error(path, entry)
        return self._take(entry)

    def file_named(self, id_or_path: str) -> Path | None:
        """The file that an author means, whatever its name ends in; none where an id is meant."""
        path = Path(id_or_path)
        if path.suffix.lower() in SUFFIXES or len(path.parts) != 1:
            return path
        # A stray file that is called like an instrument on offer does not take its place.
        return path if _is_file(path) and id_or_path not in self._look()[0] else None

    # -- looking ------------------------------------------------------------------------------------

    def _look(self) -> tuple[dict[str, Entry], dict[Path, InstrumentError]]:
        """Look at every file again: those offered by id, those set aside by path."""
        offered: dict[str, Entry] = {}
        aside: dict[Path, InstrumentError] = {}
        for path in self._files():
            try:
                entry = self._entry(path)
            except InputError as error:
                aside[path] = InstrumentError(str(path), [Mistake(Place(str(path)), error.message)])
                continue
            if entry.offer is None:
                aside[path] = _error(path, entry)
            elif entry.offer.id in offered:
                aside[path] = _taken(entry, offered[entry.offer.id])
            else:
                offered[entry.offer.id] = entry
        self._index.save()
        return offered, aside

    def _files(self) -> Iterator[Path]:
        """Every file to look at, once, by its absolute path."""
        seen: set[Path] = set()
        own = [self._own] if self._own is not None and self._own.is_dir() else []
        for place in (*self._places, *own, *self._host.instruments):
            found = instrument_files(place.absolute())
            yield from (path for path in found if path not in seen)
            seen.update(found)

    def _entry(self, path: Path) -> Entry:
        """What the index knows of a file, or what reading it finds. Raises :class:`InputError`."""
        known, status = self._index.get(path), _status(path)
        if known and status and (known.size, known.mtime_ns) == (status.st_size, status.st_mtime_ns):
            return known
        content = read_bounded(path)
        size, mtime = (status.st_size, _settled(status)) if status else (-1, -1)
        sha256 = hashlib.sha256(content).hexdigest()
        if known and known.sha256 == sha256:
            entry, instrument = replace(known, size=size, mtime_ns=mtime), None
        else:
            entry, instrument = self._read(path, content, Entry(size, mtime, sha256))
        if entry != known:
            self._index.put(path, entry, instrument)
        return entry

    def _read(self, path: Path, content: bytes, entry: Entry) -> tuple[Entry, Instrument | None]:
        from progpro_tui.authoring.loader import read_content  # only for a file that changed

        try:
            reading = read_content(content, str(path), self._host)
        except InstrumentError as error:
            return replace(entry, mistakes=tuple(to_data(found) for found in error.mistakes)), None
        place = reading.tree.place(("id",))
        instrument = reading.instrument
        offer = Offer.of(instrument, reading.size, path)
        known = replace(entry, offer=offer, hash=instrument.hash, id_place=(place.line, place.column))
        return known, instrument

    def _take(self, entry: Entry) -> Instrument:
        """The whole instrument of an entry: as it was read, or read once more."""
        kept = self._index.instrument(entry.hash)
        if kept is not None:
            return kept
        assert entry.offer is not None
        path = entry.offer.path
        again, instrument = self._read(path, read_bounded(path), replace(entry, offer=None))
        if instrument is None:
            raise _error(path, again)
        self._index.put(path, again, instrument)
        self._index.save()
        return instrument


def _made_by(host: PluginHost) -> dict[str, Any]:
    """Whatever an entry of the index depends on besides the file."""
    return {
        "program": progpro_tui.__version__,
        "rules": RULES,
        "plugins": {
            plugin.name: [plugin.version, plugin.sha256, sorted(plugin.names)]
            for plugin in host.plugins
            if plugin.state is State.READY
        },
    }


def instrument_files(place: Path) -> list[Path]:
    """The instrument files of a folder; a file is itself one."""
    if not place.is_dir():
        return [place]
    try:
        names = sorted(place.iterdir())
    except OSError:  # reading the folder as a file will say so
        return [place]
    return [path for path in names if path.suffix in SUFFIXES and not path.name.startswith(".")]


def _status(path: Path) -> stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _settled(status: stat_result) -> int:
    """The time of the last change, or −1 where it is so fresh that another could have the same."""
    return status.st_mtime_ns if time.time_ns() - status.st_mtime_ns > SETTLED else -1


def _error(path: Path, entry: Entry) -> InstrumentError:
    return InstrumentError(str(path), [from_data(found, Mistake) for found in entry.mistakes])


def _taken(entry: Entry, first: Entry) -> InstrumentError:
    assert entry.offer is not None
    assert first.offer is not None
    file = str(entry.offer.path)
    what = message(
        N_("The id “{id}” is already taken by {file}: choose another."),
        id=entry.offer.id,
        file=str(first.offer.path),
    )
    return InstrumentError(file, [Mistake(Place(file, *entry.id_place), what)])
