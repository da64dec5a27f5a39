"""Where practices are: all that a command needs to know which opens none."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path


def practice_folder(asked: Path | None, chosen: str = "") -> Path:
    """The folder asked for, else ``PROGPRO_PRACTICE``, else the one chosen, else the platform's."""
    if asked is not None:
        return asked
    named = os.environ.get("PROGPRO_PRACTICE") or chosen
    return Path(named) if named else user_data_path("progpro") / "practice"


def demo_folder() -> Path:
    """Where the demonstration practice lives."""
    return user_data_path("progpro") / "demo"
