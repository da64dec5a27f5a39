"""How a file that is not what was written, or was written by a newer version, is told."""

from __future__ import annotations

import re

from progpro_tui.core.errors import StoreDamaged, StoreTooNew
from progpro_tui.core.text import N_

KEYS = re.compile(r"keyring|keys\.\d+")
"""What everything else hangs on: the keyring, and a key table of which neither copy can be read."""


def damaged(name: str) -> StoreDamaged:
    """Nothing of this file can be used."""
    if KEYS.fullmatch(name):
        return StoreDamaged(
            N_(
                "“{name}” is damaged: it is not what progpro wrote. Without it no dossier opens."
                " Nothing was changed. Unpack a backup into a new folder: progpro restore BACKUP FOLDER"
            ),
            name=name,
        )
    return StoreDamaged(
        N_(
            "“{name}” is damaged: it is not what progpro wrote. Nothing was changed."
            " Put it back from a backup; everything else opens as usual."
        ),
        name=name,
    )


def partly_damaged(name: str, file: str) -> StoreDamaged:
    """What stood before the damage can be read; nothing is written over the rest."""
    return StoreDamaged(
        N_(
            "“{name}” is damaged in its file “{file}”: what was saved before the damage can be read,"
            " and nothing is changed. Put it back from a backup to go on with it."
        ),
        name=name,
        file=file,
    )


def too_new(name: str) -> StoreTooNew:
    return StoreTooNew(
        N_(
            "“{name}” was written by a newer version of progpro. Nothing was changed."
            " To open it, install that version or a newer one."
        ),
        name=name,
    )
