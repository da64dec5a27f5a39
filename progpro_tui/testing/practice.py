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


def new_practice(
    folder: Path, *, name: str = "Cabinet Horizon", code: str = CODE, **options: Any
) -> Workspace:
    """A practice with nobody in it, open. Options as of :class:`Workspace`."""
    workspace = Workspace(folder, kdf=CHEAP, **options)
    workspace.practice.create(name, code, PASSPHRASE)
    return workspace


def unlocked(folder: Path, **options: Any) -> Workspace:
    """A practice that :func:`new_practice` made, opened again. Options as of :class:`Workspace`."""
    workspace = Workspace(folder, kdf=CHEAP, **options)
    workspace.unlock(PASSPHRASE)
    return workspace
