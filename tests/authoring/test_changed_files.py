"""Bundled instruments changed at random: whatever a file says, its author gets places and sentences."""

from __future__ import annotations

import subprocess
import sys

import pytest

SHORT = 500
LONG = 20_000
BATCH = 2_000


def _checked(first: int, how_many: int) -> None:
    program = [sys.executable, "-m", "tests.authoring.changed_files", str(first), str(how_many)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    *faults, figures = done.stdout.splitlines() or [""]
    print(figures)
    assert not faults, "\n".join(faults)
    assert figures.startswith("figures: "), done.stderr
    # Most changes are mistakes: else nothing was tried.
    assert int(figures.split()[1]) > how_many // 2


def test_five_hundred_changed_files_are_answered() -> None:
    _checked(0, SHORT)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_twenty_thousand_changed_files_are_answered() -> None:
    for first in range(SHORT, SHORT + LONG, BATCH):
        _checked(first, BATCH)
