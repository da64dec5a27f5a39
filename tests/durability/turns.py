"""A program that takes its turn in a practice: it writes some answers, and lets another have it."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

from progpro_tui.core.answers import Given
from progpro_tui.core.errors import PracticeInUse
from progpro_tui.testing.practice import CHEAP, PASSPHRASE
from progpro_tui.workspace.workspace import Workspace

MOST_A_TURN = 25


def main(folder: Path, name: str, count: int) -> None:
    """Write ``count`` answers, some a turn; print how many were acknowledged, and how many refused."""
    chance, kept, refused = Random(name), 0, 0
    while kept < count:
        workspace = Workspace(folder, kdf=CHEAP)
        workspace.unlock(PASSPHRASE)
        for _ in range(min(chance.randrange(1, MOST_A_TURN), count - kept)):
            try:
                given = Given(f"{name}{kept}", f"{name} says {kept}")
                workspace.repository.keep_answer("d", "run", given)
            except PracticeInUse:
                refused += 1
                break
            kept += 1
        workspace.close()
        time.sleep(chance.random() / 100)
    print(kept, refused)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
