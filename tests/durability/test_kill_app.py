"""kill −9 of the real app in a real terminal, between a key and the next question, and after it."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from tests.durability.app import ITEMS, answered, begun, kept, press, resumed
from tests.durability.forms import Figures, forms


def live(home: Path, first: int, chance: Random) -> int:
    """Answer some questions from this one on, and kill the app; the last one acknowledged.

    An answer is acknowledged when the next question stands on the screen.
    """
    terminal = resumed(home, first)
    last = min(first + chance.randrange(1, 12), ITEMS)
    for number in range(first, last + 1):
        press(terminal, number)
    time.sleep(chance.random() * 0.05)
    terminal.kill()
    return last - 1


@pytest.mark.parametrize("kills", forms(3, 50))
def test_kill_nine_of_the_app(memory: Path, figures: Figures, kills: int) -> None:
    chance, acknowledged, reached = Random(6), 0, ITEMS
    for kill in range(kills):
        if reached > ITEMS - 12:
            home, reached = memory / str(kill), 0
            folder = begun(home)
        told = live(home, reached + 1, chance)
        found = kept(folder)
        assert told <= len(found) <= told + 1
        assert found == answered(len(found))
        acknowledged += told - reached
        reached = len(found)
        for path in home.rglob("*"):
            assert "anaritier" not in path.name
            assert not path.is_file() or b"anaritier" not in path.read_bytes(), path
    figures(kills=kills, acknowledged=acknowledged, lost=0)
