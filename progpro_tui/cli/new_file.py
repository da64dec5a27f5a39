"""The file that a new questionnaire is written to: its ending, and that nothing stands there."""

from __future__ import annotations

from pathlib import Path

from progpro_tui.authoring.new.wanted import tidy_name
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_

ENDINGS = (".yaml", ".yml")
WORKBOOK = (".xlsx",)


def free_file(typed: str, endings: tuple[str, ...] = ENDINGS) -> Path:
    """The file that is to be made; without an ending it gets the first of ``endings``.

    Raises :class:`InputError` where it ends otherwise, stands there, or has no folder to stand in.
    """
    path = Path(tidy_name(typed))
    if not path.suffix:
        path = path.with_name(f"{path.name or endings[0]}{endings[0]}")
    if path.suffix.lower() not in endings:
        raise InputError(N_("The file’s name must end in {ending}."), ending=endings[0])
    if path.exists() or path.is_symlink():
        raise InputError(N_("This file exists already: choose another name."))
    if not path.parent.is_dir():
        raise InputError(N_("There is no such folder: make it first."))
    return path
