"""What a plugin's code is made of, so that a change of it is noticed before it is imported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import Distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[str, int, int, int]
"""A file as a start sees it: path, size, time of the last change, time of the last change of its entry.

−1 where there is none. A change that leaves all of them as they were needs the rights of the user.
"""

MADE = "__pycache__"
"""What Python writes there by itself is no change."""


def files_of(target: str, distribution: Distribution) -> list[Path]:
    """The files of an installed plugin: its top-level package, and whatever else came with it.

    The package is found and not imported.
    """
    found: set[Path] = set()
    try:
        spec = find_spec(target.partition(":")[0].partition(".")[0])
    except (ImportError, ValueError, AttributeError):
        spec = None
    if spec is not None:
        for place in spec.submodule_search_locations or ():
            found.update(path for path in Path(place).rglob("*") if path.is_file())
        if spec.origin and not spec.submodule_search_locations:
            found.add(Path(spec.origin))
    for listed in distribution.files or ():
        path = Path(str(distribution.locate_file(listed)))
        if path.is_file():
            found.add(path)
    return sorted(path for path in found if MADE not in path.parts)


def stamp(path: Path | str) -> Stamp:
    """The stamp of one file."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return str(path), -1, -1, -1
    return str(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns


def unchanged(stamps: Iterable[Stamp]) -> bool:
    """Whether every file is as it was."""
    return all(stamp(known[0]) == known for known in stamps)


def sha256_of(files: Iterable[Path]) -> str:
    """One hash of all files, names and contents. Raises ``OSError`` where one cannot be read."""
    whole = hashlib.sha256()
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.name}\0{content}\n".encode())
    return whole.hexdigest()
