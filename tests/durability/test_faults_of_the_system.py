"""The system itself refuses a call of the real process, or kills it there: by strace."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from progpro_tui.testing.practice import PASSPHRASE
from tests.durability.forms import Figures, forms, needs
from tests.durability.ledger import Ledger
from tests.durability.session import OTHER, check
from tests.durability.writers import ROOT, note

CALLS = {
    "fdatasync": "fdatasync",
    "fsync": "fsync",
    "rename": "/^rename(at2?)?$",
    "unlink": "/^unlink(at)?$",
    "mkdir": "/^mkdir(at)?$",
    "write": "write",
}
"""What strace calls them. What is acknowledged goes by ``writev``, and is let through."""

WAYS = ("error=EIO", "error=ENOSPC", "signal=KILL")


class Traced:
    """One session under strace; ``ledger`` is what it acknowledged."""

    def __init__(self, folder: Path, *inject: str) -> None:
        self.log = folder.with_suffix(".strace")
        self.ledger = Ledger()
        self.refused = 0
        traced = ",".join(CALLS.values()) if not inject else "none"
        expression = [f"-e{each}" for each in inject] or [f"-etrace={traced}"]
        command = ["strace", "-f", "-qq", "-o", str(self.log), *expression]
        done = subprocess.run(
            [*command, sys.executable, "-m", "tests.durability.session", str(folder)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert "Traceback" not in done.stderr, done.stderr
        self.ended = done.returncode
        for line in done.stdout.splitlines():
            if line.startswith("refused "):
                self.refused += 1
            else:
                note(line, self.ledger)

    def counted(self) -> Counter[str]:
        """How often each call was made."""
        names = re.findall(r"^\d+ +(\w+)\(", self.log.read_text(), re.MULTILINE)
        return Counter(name for made in names for name in CALLS if re.fullmatch(f"{name}(at2?)?", made))


@needs("strace", root=False)
@pytest.mark.parametrize("share", forms(110, 4))
def test_one_fault_of_the_system(memory: Path, figures: Figures, share: int) -> None:
    counted = Traced(memory / "whole").counted()
    assert all(counted[name] for name in CALLS), counted
    faults = [
        (name, way, number) for name in CALLS for number in range(1, counted[name] + 1) for way in WAYS
    ][share // 2 :: share]
    acknowledged = refused = 0
    for name, way, number in faults:
        folder = memory / f"{name}-{number}-{way}"
        played = Traced(folder, f"trace={CALLS[name]}", f"inject={CALLS[name]}:{way}:when={number}")
        assert played.ended in ((0,) if way.startswith("error") else (-signal.SIGKILL, 128 + 9))
        check(folder, played.ledger, [OTHER, PASSPHRASE])
        acknowledged += played.ledger.acknowledged
        refused += played.refused
    figures(faults=len(faults), acknowledged=acknowledged, refused=refused, lost=0)
