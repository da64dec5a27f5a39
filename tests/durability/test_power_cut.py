"""The power fails while answers are saved: what was acknowledged is on the disk.

The writer is frozen first, and the file system shut down without its log: what was not synced is gone.
The same without syncs must lose answers, or the test would prove nothing.
"""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from progpro_tui.core.errors import StoreError
from progpro_tui.testing.practice import CHEAP, PASSPHRASE, let_go, new_practice, unlocked
from progpro_tui.workspace.workspace import Workspace
from tests.durability.disks import Disk, disk
from tests.durability.forms import Figures, needs
from tests.durability.ledger import Ledger, everything
from tests.durability.writer import Order
from tests.durability.writers import Writers

LIVES = 25


def cut_power(made: Disk, writers: Writers, order: Order, after: float) -> Ledger:
    """What was acknowledged before the power failed, that many seconds after the writer began."""
    ledger = Ledger()
    let_go()
    writers.begin(order)
    time.sleep(after)
    writers.freeze()
    made.cut()
    writers.kill()
    writers.listen(ledger)
    made.unmount()
    made.mount()
    return ledger


@needs("mkfs.ext4", "mkfs.xfs")
@pytest.mark.parametrize(
    ("kind", "cuts"),
    [
        ("ext4", 10),
        ("xfs", 2),
        pytest.param("ext4", 300, marks=pytest.mark.torture),
        pytest.param("xfs", 100, marks=pytest.mark.torture),
    ],
)
def test_power_cut(memory: Path, writers: Writers, figures: Figures, kind: str, cuts: int) -> None:
    chance, acknowledged = Random(6), 0
    with disk(memory, kind) as made:
        for cut in range(cuts):
            if cut % LIVES == 0:
                folder, kept = made.point / str(cut), Ledger()
                new_practice(folder).close()
            ledger = cut_power(made, writers, Order(str(folder), cut), chance.random() * 0.25)
            acknowledged += ledger.acknowledged
            ledger.kept = {**kept.kept, **ledger.kept}
            workspace = unlocked(folder)
            found = everything(workspace)
            assert not ledger.lost(found), cut
            kept.settle(found)
            workspace.close()
        made.unmount()
    assert acknowledged > cuts
    figures(cuts=cuts, acknowledged=acknowledged, lost=0)


@needs("mkfs.ext4", "mkfs.xfs")
@pytest.mark.parametrize(("kind", "cuts"), [("ext4", 3), ("xfs", 1)])
def test_power_cut_without_syncs_loses_answers(
    memory: Path, writers: Writers, figures: Figures, kind: str, cuts: int
) -> None:
    """A test of the test above."""
    acknowledged = lost = 0
    with disk(memory, kind) as made:
        for cut in range(cuts):
            folder = made.point / str(cut)
            new_practice(folder).close()
            ledger = cut_power(made, writers, Order(str(folder), cut, syncs=False), 0.2)
            acknowledged += ledger.acknowledged
            workspace = Workspace(folder, kdf=CHEAP)
            try:
                workspace.unlock(PASSPHRASE)
                lost += len(ledger.lost(everything(workspace)))
            except StoreError:
                lost += len(ledger.kept)
            workspace.repository.databases.close()
            workspace.lock.release()
        let_go()
        made.unmount()
    assert lost > 0
    figures(cuts=cuts, acknowledged=acknowledged, lost=lost)
