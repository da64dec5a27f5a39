"""Where benchmarks write: a folder of their own on a real disk, and nothing of the user's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CANDIDATES = (Path(tempfile.gettempdir()), Path("/var/tmp"), Path.home())
MEMORY = {"tmpfs", "ramfs", "devtmpfs"}


def file_system(path: Path) -> str:
    """The type of the file system that holds ``path``, as the kernel names it."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    except OSError:
        return "unknown"
    holding = [(len(at), kind) for at, kind in mounts if path.resolve().is_relative_to(at)]
    return max(holding)[1] if holding else "unknown"


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder that vanishes afterwards. The user's settings, data and cache are out of reach."""
    at = next((path for path in CANDIDATES if file_system(path) not in MEMORY), CANDIDATES[0])
    with tempfile.TemporaryDirectory(prefix="progpro-bench-", dir=at) as made:
        folder = Path(made)
        own = {
            "HOME": folder,
            "XDG_CONFIG_HOME": folder / "config",
            "XDG_DATA_HOME": folder / "data",
            "XDG_CACHE_HOME": folder / "cache",
        }
        before = {name: os.environ.get(name) for name in (*own, "PROGPRO_PRACTICE")}
        os.environ.update({name: str(path) for name, path in own.items()})
        os.environ.pop("PROGPRO_PRACTICE", None)
        try:
            yield folder
        finally:
            _put_back(before)


def _put_back(before: dict[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
