"""TinyDB on a journal: each change is one sealed record, durable before TinyDB goes on.

TinyDB's own file storage rewrites in place: a power cut leaves half a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from tinydb.storages import Storage

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.damage import damaged, partly_damaged
from progpro_tui.storage.journal import Journal, Replay

State: TypeAlias = dict[str, dict[str, Any]]
"""Tables of documents, as TinyDB hands them over."""

ENOUGH = 2**18
"""Bytes of journal from which on a snapshot takes its place."""


class JournalStorage(Storage):
    """One TinyDB database in one folder.

    ``name`` is what errors call it. ``frozen`` is the reason why nothing may be written, or none.
    Opening raises :class:`StoreDamaged` where nothing can be read; what is damaged behind a beginning
    that can be read is frozen.
    """

    def __init__(self, journal: Journal, name: str, frozen: StoreError | None = None) -> None:
        self._journal = journal
        self._written = False
        replay = journal.open()
        self._state = _replayed(replay, name)
        self.torn = replay.torn if frozen is None else ""
        """The file whose last record was cut off, to be told once; or empty."""
        self.frozen = frozen
        if replay.damage:
            self.frozen = partly_damaged(name, replay.damage)
        elif self.torn:
            self.compact()

    # -- as TinyDB has it -----------------------------------------------------------------------

    def read(self) -> State:
        """A copy of everything: whatever is done to it, the state is not touched."""
        return {name: copied(table) for name, table in self._state.items()}

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Keep what differs from the state: durable when this returns.

        Raises :class:`StoreError`, and then the state is as it was.
        """
        self._change(_difference(self._state, data))

    def close(self) -> None:
        """Put a snapshot in the place of the journal, where something was written, and let go of it."""
        if self._written:
            self.compact()
        self._journal.close()

    # -- at the cost of one document, however many there are --------------------------------------

    def table(self, name: str) -> dict[str, Any]:
        """A copy of one table; empty where there is none."""
        kept: dict[str, Any] = copied(self._state.get(name, {}))
        return kept

    def count(self, name: str) -> int:
        """How many documents a table has."""
        return len(self._state.get(name, {}))

    def shared(self, name: str) -> Mapping[str, Any]:
        """One table itself, only to be read: ten thousand rows are not copied to be shown."""
        return self._state.get(name, {})

    def put(self, table: str, key: str, document: Mapping[str, Any]) -> None:
        """Keep one document, new or changed, as :meth:`write` would."""
        self._change({"put": {table: {key: document}}})

    def put_all(
        self, tables: Mapping[str, Mapping[str, Mapping[str, Any]]], cut: Mapping[str, list[str]]
    ) -> None:
        """Keep documents of several tables and cut others, by their keys: all of it or nothing."""
        self._change({"put": tables, "cut": cut})

    # -- within ---------------------------------------------------------------------------------

    def _change(self, change: Mapping[str, Any]) -> None:
        if not change:
            return
        if self.frozen is not None:
            raise self.frozen
        record = _encoded(change)
        self._journal.append(record)
        self._written = True
        # What was written is what is remembered: no list of the caller's is shared.
        _apply(self._state, json.loads(record))
        if self._journal.size > ENOUGH:
            self.compact()

    def compact(self) -> None:
        """Snapshot now. One that fails costs nothing: the journal stands."""
        try:
            self._journal.compact(_encoded(self._state))
            self._written = False
        except StoreError:
            return


def copied(value: Any) -> Any:
    """A copy of JSON data that shares nothing that can change."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [copied(each) for each in value]
    return value


def _encoded(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _replayed(replay: Replay, name: str) -> State:
    try:
        state: State = json.loads(replay.snapshot) if replay.snapshot is not None else {}
        for record in replay.records:
            _apply(state, json.loads(record))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise damaged(name) from None
    return state


def _difference(old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[Any, Any]]) -> State:
    """What makes ``new`` of ``old``: documents to put, documents to cut, tables to drop."""
    put: dict[str, Any] = {}
    cut: dict[str, Any] = {}
    for name, table in new.items():
        before = old.get(name, {})
        changed = {str(k): each for k, each in table.items() if before.get(str(k)) != each}
        if changed or name not in old:
            put[name] = changed
        kept = {str(key) for key in table}
        if gone := [key for key in before if key not in kept]:
            cut[name] = gone
    dropped = {name: None for name in old if name not in new}
    parts = {"put": put, "cut": cut, "drop": dropped}
    return {name: part for name, part in parts.items() if part}


def _apply(state: State, change: Mapping[str, Any]) -> None:
    for name in change.get("drop", ()):
        state.pop(name, None)
    for name, keys in change.get("cut", {}).items():
        for key in keys:
            state.get(name, {}).pop(key, None)
    for name, documents in change.get("put", {}).items():
        state.setdefault(name, {}).update(documents)
