"""kill −9 at any moment: every answer that was acknowledged is there at the next start."""

from __future__ import annotations

import signal
import time
from pathlib import Path
from random import Random

import pytest

from progpro_tui.testing.practice import let_go, new_practice, unlocked
from tests.durability.forms import Figures, forms
from tests.durability.ledger import Ledger, everything
from tests.durability.writer import Order
from tests.durability.writers import Writers

LIVES = 40
"""After so many kills a practice is begun anew: some kills meet a small one, some a grown one."""


@pytest.mark.parametrize("kills", forms(18, 950))
def test_kill_nine_while_answers_are_saved(
    memory: Path, writers: Writers, figures: Figures, kills: int
) -> None:
    chance, acknowledged = Random(6), 0
    for kill in range(kills):
        if kill % LIVES == 0:
            folder, ledger = memory / str(kill), Ledger()
            new_practice(folder).close()
        writers.begin(Order(str(folder), seed=kill))
        time.sleep(chance.random() * 0.2)
        writers.kill()
        assert writers.listen(ledger) == -signal.SIGKILL
        workspace = unlocked(folder)
        found = everything(workspace)
        assert not ledger.lost(found), kill
        ledger.settle(found)
        if kill % 2:  # the next writer opens what a closing made of it, or what the kill left
            workspace.close()
        let_go()
        acknowledged, ledger.acknowledged = acknowledged + ledger.acknowledged, 0
    assert acknowledged > kills
    figures(kills=kills, acknowledged=acknowledged, lost=0)
