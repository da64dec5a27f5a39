"""From a passphrase to the list of dossiers: what the key costs, and everything besides."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks import made
from benchmarks.clock import RUNS, in_turn, median
from benchmarks.rows import Group, Row, Target
from benchmarks.start_up import PROGRAM, listed
from benchmarks.terminal import started, until_shown
from progpro_tui.storage.keys.kdf import calibrated
from progpro_tui.testing.practice import PASSPHRASE
from progpro_tui.workspace.demo import KDF, make_demo

SIZES = (10, 100, 1000)
LEAST_KEY, MOST_KEY = 0.5, 1.0
BESIDES = Target(most=0.1)
LOCKED = (PROGRAM[0], "--lang", "fr")
SETTLE = 0.4
"""Seconds until the lock screen is at rest, and what was typed is painted."""


def measure(folder: Path) -> Group:
    notes = [
        f"median of {RUNS}; these practices' keys take next to nothing, like the first row's reference",
        "“added” is what a practice takes longer than the reference beside it in the same round",
    ]
    return Group("UNLOCK (passphrase to list)", [_key(), *_demo(folder), *_typed(folder)], notes)


def _key() -> Row:
    kdf = calibrated()
    slow, cheap = in_turn(*(partial(each.derive, b"words", bytes(16)) for each in (kdf, KDF)))
    words = f"it took less than {LEAST_KEY} s: an attacker's guesses would cost too little"
    name = f"one key, as calibrated ({kdf.memory // 1024} MiB, {kdf.passes} passes)"
    return Row(name, slow, cheap, Target(most=MOST_KEY), flaw=words if slow < LEAST_KEY else "")


def _demo(folder: Path) -> list[Row]:
    """Exec to the list, the secret at hand, over the first screen of a folder without a practice."""
    demo, empty, none = folder / "unlocked", folder / "empty", folder / "none"
    make_demo(demo, "Cabinet Horizon", "fr")
    made.practice(empty).close()
    nothing = partial(until_shown, LOCKED, ("F1",), {"PROGPRO_PRACTICE": str(none)})
    starts = (listed(demo, "Bernard-Nguy"), listed(empty), nothing)
    rounds = [[start().seconds for start in starts] for _ in range(RUNS + 1)][1:]
    full, bare, first = (median([spent[place] for spent in rounds]) for place in range(3))
    return [
        Row("exec to list, demo: added to an empty practice", max(0.0, full - bare), bare, BESIDES),
        Row("exec to list, empty practice: added to none", max(0.0, bare - first), first),
    ]


def _typed(folder: Path) -> list[Row]:
    """Enter on the lock screen to the list: what dossiers add to a practice without any."""
    short = made.instrument(60)
    folders = []
    for count in SIZES:
        folders.append(folder / f"locked-{count}")
        workspace = made.practice(folders[-1])
        made.dossiers(workspace, count, short)
        workspace.close()
    opened = [partial(_opened, folder / "empty"), *(partial(_opened, each) for each in folders)]
    rounds = [[one() for one in opened] for _ in range(RUNS + 1)][1:]
    empty, *taken = (median([spent[place] for spent in rounds]) for place in range(len(opened)))
    return [
        Row(f"Enter to list, {count} dossiers: added", max(0.0, spent - empty), empty, BESIDES)
        for count, spent in zip(SIZES, taken, strict=True)
    ]


def _opened(practice: Path) -> float:
    with started(LOCKED, {"PROGPRO_PRACTICE": str(practice)}) as terminal:
        terminal.until("verrouill", "F4")
        terminal.rest(SETTLE)
        terminal.type(PASSPHRASE)
        terminal.rest(SETTLE)
        terminal.type("\r")
        return terminal.until("F9")
