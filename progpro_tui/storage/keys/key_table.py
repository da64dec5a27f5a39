"""The key table: one random key per dossier, and one for the practice, sealed under the store key.

It stands in two live copies, since whoever loses it loses everything. The copy of the higher sequence
that decrypts wins. A key that was destroyed leaves its name, without a key: what stands in a backup of
before is known to be no damage.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path

from progpro_tui.core.errors import StoreDamaged, StoreError
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.envelope import ObjectKey, seal, unseal
from progpro_tui.storage.fs import Fs

KIND = "keys"
COPIES = ("a", "b")


class KeyTable:
    """The keys of one generation of the store key, by the name of the object."""

    def __init__(
        self,
        folder: Path,
        store_key: ObjectKey,
        generation: int,
        keys: Mapping[str, bytes],
        fs: Fs,
        sequence: int = 0,
    ) -> None:
        self._folder = folder
        self._store_key = store_key
        self.generation = generation
        self._keys = dict(keys)
        self._fs = fs
        self._sequence = sequence

    def __getitem__(self, name: str) -> ObjectKey:
        """The key of an object. Raises :class:`StoreDamaged` where the table has none."""
        if name not in self:
            raise damaged(name)
        return ObjectKey(self._keys[name], self._store_key.store, name)

    def __contains__(self, name: object) -> bool:
        return bool(self._keys.get(str(name)))

    def __iter__(self) -> Iterator[str]:
        return (name for name, key in self._keys.items() if key)

    def destroyed(self, name: str) -> bool:
        """Whether there was a key, and it was destroyed."""
        return self._keys.get(name) == b""

    def add(self, *names: str) -> None:
        """Draw keys for new objects, durably. Raises :class:`StoreError`, and then none is there."""
        drawn = {name: secrets.token_bytes(32) for name in names}
        self._keep({**self._keys, **drawn})

    def destroy(self, name: str) -> None:
        """Forget the key of an object, in both copies."""
        self._keep({**self._keys, name: b""})

    def under(self, store_key: ObjectKey, generation: int) -> KeyTable:
        """The same keys, written anew under another store key."""
        fresh = KeyTable(self._folder, store_key, generation, self._keys, self._fs)
        fresh._keep(fresh._keys)
        return fresh

    def check(self) -> list[StoreError]:
        """What is wrong with each copy on the disk: two that are whole say the same."""
        wrong: list[StoreError] = []
        read: list[tuple[int, bytes]] = []
        paths = copies(self._folder, self.generation)
        for path in paths:
            try:
                read.append(unseal(self._store_key, KIND, self._fs.read(path), path.name))
            except FileNotFoundError:
                wrong.append(damaged(path.name))
            except StoreError as error:
                wrong.append(error)
        if len(set(read)) > 1:
            wrong.append(damaged(paths[read.index(min(read))].name))
        return wrong

    def _keep(self, keys: dict[str, bytes]) -> None:
        # The number is used up even by a write that fails: a copy may have it all the same.
        self._sequence += 1
        content = json.dumps({name: key.hex() for name, key in keys.items()}).encode()
        for path in copies(self._folder, self.generation):
            self._fs.replace(path, seal(self._store_key, KIND, content, self._sequence))
        self._keys = keys


def copies(folder: Path, generation: int) -> list[Path]:
    """Where the copies of a generation stand."""
    return [folder / f"{KIND}.{generation}.{copy}" for copy in COPIES]


def read_key_table(folder: Path, store_key: ObjectKey, generation: int, fs: Fs) -> KeyTable:
    """The table of a generation. Raises :class:`StoreError` where neither copy can be read."""
    read: list[tuple[int, bytes]] = []
    refused: StoreError = damaged(f"{KIND}.{generation}")
    for path in copies(folder, generation):
        try:
            read.append(unseal(store_key, KIND, fs.read(path), path.name))
        except (FileNotFoundError, StoreDamaged):
            continue
        except StoreError as error:  # a bad block, or a header that claims a newer version
            refused = error
    if not read:
        raise refused
    sequence, content = max(read)
    keys = {str(name): bytes.fromhex(key) for name, key in json.loads(content).items()}
    return KeyTable(folder, store_key, generation, keys, fs, sequence)
