"""Files of the cache: each may vanish or be garbage at any time, and is then made anew."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from progpro_tui.core.errors import StoreError
from progpro_tui.storage.checked import seal, unseal


def cached(kind: str, path: Path) -> Any:
    """The content of a file of the cache; none where it is missing or damaged."""
    try:
        return unseal(kind, path.read_bytes(), path.name)
    except (OSError, StoreError, ValueError, RecursionError):
        return None


def keep_cached(kind: str, path: Path, content: Any) -> None:
    """Write a file of the cache whole. One that cannot be written costs time and nothing else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        unfinished.write_bytes(seal(kind, content))
        unfinished.replace(path)
    except OSError:
        return


def names_cached(folder: Path) -> list[str]:
    """What a folder of the cache holds."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def forget_cached(path: Path) -> None:
    """Delete a file of the cache, where that can be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def keep_newest_cached(folder: Path, count: int) -> None:
    """Delete all folders within a folder of the cache but those that were written last."""
    try:
        written = sorted((each.stat().st_mtime_ns, each) for each in folder.iterdir() if each.is_dir())
    except OSError:
        return
    for _, old in written[:-count]:
        shutil.rmtree(old, ignore_errors=True)
