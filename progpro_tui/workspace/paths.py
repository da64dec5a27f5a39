"""Paths that somebody asks to be written to."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

if TYPE_CHECKING:
    from progpro_tui.workspace.workspace import Workspace


def free_path(path: Path) -> Path:
    """The path, or the next one by number where a file is there already."""
    free, copy = path, 2
    while free.exists():
        free, copy = path.with_stem(f"{path.stem}-{copy}"), copy + 1
    return free


def pdf_path(path: Path) -> Path:
    """The whole path of a PDF to be. Raises :class:`InputError` where it cannot be one."""
    return path_to_write(path, ".pdf")


def whole_path(path: Path) -> Path:
    """The absolute path that somebody means. Raises :class:`InputError` where nothing can be there."""
    try:
        whole = path.expanduser().absolute()
        if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in str(whole)):
            raise ValueError("control")
        whole.is_dir()
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(N_("“{path}” is no path to write to."), path=str(path)[:80]) from error
    return whole


def path_to_write(path: Path, suffix: str) -> Path:
    """The whole path of a file to be. Raises :class:`InputError` where it cannot be one."""
    whole = whole_path(path)
    if whole.is_dir():
        raise InputError(N_("“{path}” is a folder: add the name of a file."), path=str(path))
    if whole.suffix.lower() != suffix.lower():
        raise InputError(N_("“{path}” does not end in {suffix}."), path=str(path), suffix=suffix)
    return whole


def check_outside(workspace: Workspace, folder: Path) -> None:
    """Raise :class:`InputError` where a file in clear would stand among those that are sealed.

    The demonstration is of nobody, and has its profiles beside it.
    """
    if workspace.vault.exists and workspace.vault.demo:
        return
    if folder.resolve().is_relative_to(workspace.folder.resolve()):
        raise InputError(
            N_(
                "“{folder}” lies within the practice, where every file is encrypted, and this one is"
                " not: choose a folder elsewhere. Nothing was written."
            ),
            folder=str(folder),
        )


def folder_there(path: Path) -> Path:
    """The path again: a slip in it makes no folder. Raises :class:`InputError` where it has none."""
    folder = path.expanduser().absolute().parent
    if not folder.exists():
        raise InputError(N_("{file}: there is no such folder: make it first."), file=str(folder))
    return path


def path_taken(path: Path) -> bool:
    """Whether writing there would replace a file."""
    try:
        return path.expanduser().is_file()
    except (OSError, RuntimeError, ValueError):
        return False
