"""A small store, and file calls that read some of its files otherwise than they stand on the disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from progpro_tui.storage.envelope import ObjectKey
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.index import INDEX
from progpro_tui.storage.lock import HOLDER, LOCK
from progpro_tui.storage.vault import PRACTICE
from progpro_tui.testing.practice import CHEAP
from progpro_tui.workspace.workspace import Workspace
from tests.durability.ledger import Ledger
from tests.durability.session import OTHER, Session, contents

Change = tuple[str, bytes]
"""What was done to a file, in words, and what it holds then."""


class TamperedFs(Fs):
    """Reads ``instead`` in the place of what stands on the disk."""

    def __init__(self, instead: Mapping[Path, bytes] | None = None) -> None:
        self.instead = dict(instead or {})

    def read(self, path: Path) -> bytes:
        return self.instead[path] if path in self.instead else super().read(path)


class SmallStore:
    """What a session left: snapshots, and journals that nobody put in order."""

    def __init__(self, folder: Path) -> None:
        ledger = Ledger()
        self.folder = folder
        session = Session(folder, Fs(), ledger)
        session.play()
        self.workspace = session.workspace
        self.kept = contents(ledger.kept)
        self.files = {
            path: path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and path.name not in (LOCK, HOLDER)
        }

    def databases(self) -> Iterator[tuple[Path, ObjectKey]]:
        """Every folder of a database, with its key."""
        key = self.workspace.vault.key
        yield self.folder / PRACTICE, key(PRACTICE).part(PRACTICE)
        yield self.folder / INDEX, key(PRACTICE).part(INDEX)
        for dossier in sorted((self.folder / "dossiers").iterdir()):
            for part in sorted(dossier.iterdir()):
                yield part, key(dossier.name).part(part.name)

    def opened(self, instead: Mapping[Path, bytes]) -> Workspace:
        """The practice with these files, only to be read. Raises what an opening raises."""
        workspace = Workspace(self.folder, kdf=CHEAP, fs=TamperedFs(instead))
        workspace.unlock(OTHER)
        assert workspace.vault.frozen is not None, "the session still holds it"
        return workspace


def cuts(content: bytes, every: int) -> Iterator[Change]:
    """The file, cut at every place, or at every so many bytes."""
    for place in range(0, len(content), every):
        yield f"cut at {place}", content[:place]


def flips(content: bytes, every: int) -> Iterator[Change]:
    """The file with one bit flipped: each bit, or one of a byte where ``every`` is more than 1."""
    chance = Random(len(content))
    for place in range(0, len(content), every):
        for bit in range(8) if every == 1 else [chance.randrange(8)]:
            changed = bytes([content[place] ^ 1 << bit])
            yield f"bit {bit} of {place}", content[:place] + changed + content[place + 1 :]
