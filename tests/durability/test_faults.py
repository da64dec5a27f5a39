"""One call fails, or the program is killed at it: nothing acknowledged is lost, and it is told well."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from progpro_tui.core.errors import StoreError, StoreFull
from progpro_tui.i18n.translator import Translator
from progpro_tui.storage import journal_storage
from tests.durability.forms import Figures, forms
from tests.durability.ledger import Ledger, everything
from tests.durability.session import Session, check, contents
from tests.storage.faulty import FaultyFs, Killed

KILL = 0
WAYS = {
    "EIO": (errno.EIO, False, 0),
    "EIO-all-the-same": (errno.EIO, True, 0),
    "EIO-twice": (errno.EIO, False, 1),
    "ENOSPC": (errno.ENOSPC, False, 0),
    "EROFS": (errno.EROFS, False, 0),
    "KILL-before": (KILL, False, 0),
    "KILL-after": (KILL, True, 0),
}
"""How a call fails: the error, whether it was done all the same, and how many fail behind it."""

SAMPLED = 9
EVERY = 10**6


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session makes snapshots of small journals; other tests do not."""
    monkeypatch.setattr(journal_storage, "ENOUGH", journal_storage.ENOUGH)


def well_told(error: StoreError, code: int) -> None:
    """One clear sentence in both languages: what happened, and what is safe."""
    french, english = Translator("fr")(error), Translator("en")(error)
    assert french != english
    assert not any(mark in french + english for mark in "{}[]")
    assert "Errno" not in english
    assert isinstance(error, StoreFull) is (code == errno.ENOSPC)
    assert "safe" in english or "Nothing was changed" in english


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("places", forms(SAMPLED, EVERY))
def test_one_fault(memory: Path, figures: Figures, places: int, way: str) -> None:
    code, after, more = WAYS[way]
    whole = FaultyFs()
    Session(memory / "whole", whole, Ledger()).play()
    calls = len(whole.calls)
    stride = max(1, calls // places)
    told = acknowledged = 0
    sampled = range(list(WAYS).index(way) % stride, calls, stride)
    for at in sampled:
        fs, ledger = FaultyFs(), Ledger()
        session = Session(memory / str(at), fs, ledger, trials=2 + more)
        fs.fail(at, code, more, after)
        try:
            session.play()
        except Killed:
            assert code == KILL
        else:
            assert code != KILL
            assert everything(session.workspace) == contents(ledger.kept), (at, whole.calls[at])
        session.end()
        for error in session.refused:
            well_told(error, code)
        check(session.folder, ledger, session.passphrases)
        told += len(session.refused)
        acknowledged += ledger.acknowledged
    figures(faults=len(sampled), of_calls=calls, acknowledged=acknowledged, refused=told, lost=0)
