"""Practices of format 1, which were kept in clear: only read, to be sealed.

```
practice                the practice itself
instruments/<hash>      one copy of every instrument that was answered
dossiers/<id>/head      who, which programme, which runs
dossiers/<id>/<run>     the answers of one administration, and its profile
```
Each file is a header line with a checksum, then JSON (``checked.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.text import Text
from progpro_tui.storage.checked import unseal
from progpro_tui.storage.damage import damaged
from progpro_tui.storage.fs import Fs
from progpro_tui.storage.practice_store import Practice
from progpro_tui.storage.records import from_data, given_from

if TYPE_CHECKING:
    from progpro_tui.core.answers import Given
    from progpro_tui.core.instrument import Instrument
    from progpro_tui.core.profile import Profile

PARTS = ("practice", "instruments", "dossiers")
"""What of a folder of format 1 the program wrote."""

T = TypeVar("T")


@dataclass(frozen=True)
class KeptRun:
    """One administration: what it was answered, and its profile where it is finished."""

    id: str
    given: tuple[Given, ...]
    profile: Profile | None


class ClearStore:
    """Reads a folder. Everything raises :class:`StoreDamaged`, naming the file."""

    def __init__(self, folder: Path, fs: Fs) -> None:
        self._folder = folder
        self._fs = fs

    def practice(self) -> tuple[str, Practice]:
        """The name of the practice, and the rest of it."""
        kept = dict(self._read("practice", "practice")["practice"]["1"])
        try:
            return str(kept.pop("name")), Practice(**kept)
        except (KeyError, TypeError):
            raise damaged("practice") from None

    def instruments(self) -> Iterator[Instrument]:
        from progpro_tui.core.instrument import Instrument

        for name in self._fs.visible(self._folder / "instruments"):
            yield _built(self._read("instrument", "instruments", name), Instrument, name[:12])

    def dossiers(self) -> Iterator[tuple[Dossier, tuple[KeptRun, ...]]]:
        """Every dossier with its runs; a beginning that was cut short is none."""
        for dossier_id in self._fs.visible(self._folder / "dossiers"):
            names = self._fs.visible(self._folder / "dossiers" / dossier_id)
            if "head" in names:
                runs = (self._run(dossier_id, name) for name in names if name != "head")
                yield self._head(dossier_id), tuple(runs)
            elif names:
                raise damaged(dossier_id)

    def _head(self, dossier_id: str) -> Dossier:
        head = self._read("head", "dossiers", dossier_id, "head")
        try:
            runs = tuple(
                RunRecord(**{**run, "title": Text(**run["title"])}) for run in head["runs"].values()
            )
            return Dossier(**head["dossier"]["1"], runs=runs)
        except (TypeError, KeyError, AttributeError):
            raise damaged(dossier_id) from None

    def _run(self, dossier_id: str, run_id: str) -> KeptRun:
        from progpro_tui.core.profile import Profile

        kept = self._read("run", "dossiers", dossier_id, run_id)
        try:
            given = tuple(given_from(data) for data in kept.get("answers", {}).values())
        except (TypeError, ValueError, KeyError):
            raise damaged(run_id) from None
        profile = kept.get("profile", {}).get("1")
        return KeptRun(run_id, given, None if profile is None else _built(profile, Profile, run_id))

    def _read(self, kind: str, *parts: str) -> Any:
        path = self._folder.joinpath(*parts)
        try:
            return unseal(kind, self._fs.read(path), path.name)
        except FileNotFoundError:
            raise damaged(path.name) from None


def is_clear(folder: Path) -> bool:
    """Whether a folder holds a practice of format 1."""
    return (folder / "practice").is_file()


def _built(data: Any, kind: type[T], name: str) -> T:
    try:
        return from_data(data, kind)
    except Exception as error:  # cattrs raises groups of whatever the parts raised
        raise damaged(name) from error
