"""Where one was when the practice was locked: carried to the program that takes this one's place.

It names a screen, a dossier and a run by their random names, and nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

ScreenName: TypeAlias = Literal["home", "dossier", "run"]

WRITTEN = re.compile(r"(home|dossier|run):([0-9a-f]{0,64}):([0-9a-f]{0,64})")


@dataclass(frozen=True)
class Spot:
    """A screen; of home, ``dossier`` is the row. An empty name is none."""

    screen: ScreenName = "home"
    dossier: str = ""
    run: str = ""

    def __str__(self) -> str:
        return f"{self.screen}:{self.dossier}:{self.run}"

    @classmethod
    def read(cls, written: str) -> Spot:
        """What :func:`str` made; home for anything else."""
        found = WRITTEN.fullmatch(written)
        return cls(cast(ScreenName, found[1]), found[2], found[3]) if found else cls()
