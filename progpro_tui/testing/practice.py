"""A practice for tests: sealed like any other, by a passphrase that costs no time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from progpro_tui.storage.keys.kdf import Kdf
from progpro_tui.workspace.workspace import Workspace

CHEAP = Kdf(memory=64, passes=1, lanes=1)
"""The least that Argon2id takes: for tests, whose passphrases protect nobody."""

PASSPHRASE = "tambour orage cerise boussole laine falaise grillon"  # noqa: S105 - printed, it keeps no secret
"""Opens every practice that tests make."""

CODE = "24681357"
"""The counsellor's code of these practices, unless a test has its own."""


_OPEN: list[Workspace] = []


def let_go() -> None:
    """Give up the locks of all practices that were made or opened here, for whoever comes next."""
    while _OPEN:
        _OPEN.pop().lock.release()


def new_practice(
    folder: Path, *, name: str = "Cabinet Horizon", code: str = CODE, **options: Any
) -> Workspace:
    """A practice with nobody in it, open. Options as of :class:`Workspace`."""
    workspace = _of(folder, **options)
    workspace.practice.create(name, code, PASSPHRASE)
    return workspace


def unlocked(folder: Path, **options: Any) -> Workspace:
    """A practice that :func:`new_practice` made, opened again. Options as of :class:`Workspace`."""
    workspace = _of(folder, **options)
    workspace.unlock(PASSPHRASE)
    return workspace


def _of(folder: Path, **options: Any) -> Workspace:
    # Windows of a test take turns: the one before keeps its keys, and sees what this one writes.
    let_go()
    workspace = Workspace(folder, kdf=CHEAP, **options)
    _OPEN.append(workspace)
    return workspace
