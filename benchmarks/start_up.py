"""Start-up: from exec to the list of dossiers, beside the least Textual app."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from benchmarks import made
from benchmarks.clock import RUNS, median
from benchmarks.profiles import import_lines
from benchmarks.rows import Group, Lines, Row, Target
from benchmarks.terminal import Shown, until_shown
from progpro_tui.workspace.demo import make_demo

PASSPHRASE_FILE = Path(__file__).parents[1] / "tests" / "passphrase"
PROGRAM = (
    str(Path(sys.executable).with_name("progpro")),
    *("--passphrase-file", str(PASSPHRASE_FILE), "--lang", "fr"),
)
"""In French, as nearly everybody runs it: English needs no catalogue."""
LEAST = str(Path(__file__).parent / "reference" / "least_app.py")
SIZES = (10, 100, 1000)
SEARCH = "hercher un nom"
"""What the search field says, but for the letter under the cursor."""
SETTLE = 0.6
"""Seconds until what home looks up after its first painting is in memory too."""


def measure(folder: Path) -> Group:
    demo = folder / "demo"
    make_demo(demo, "Cabinet Horizon", "fr")
    first = "Bernard-Nguy"  # the rest of the name has letters that a terminal may compose
    ours, whole, least = _rounds(
        listed(demo, first), listed(demo, first, SEARCH), _least, settle=SETTLE
    )
    time_ours, time_least = _time(ours), _time(least)
    explain = partial(_explain, demo, first)
    memory = median([shown.peak for shown in ours]), median([shown.peak for shown in least])
    rows = [
        Row(
            "exec to list of dossiers, demo", time_ours, time_least, Target(ratio=1.5), explain=explain
        ),
        Row("  and to the search field above it", _time(whole), time_least),
        Row("peak memory (RSS)", *memory, Target(ratio=2.0), "memory", explain=explain),
    ]
    return Group("START-UP (pty 80x24)", [*rows, *_growth(folder)], [f"median of {RUNS} starts"])


def _growth(folder: Path) -> list[Row]:
    """Home on more and more dossiers."""
    short = made.instrument(60)
    starts = []
    for count in SIZES:
        practice = folder / f"home-{count}"
        made.dossiers(made.practice(practice), count, short)
        starts.append(listed(practice, "Personne 0"))
    *taken, least = _rounds(*starts, _least)
    return [
        Row(f"exec to list, {count} dossiers", _time(shown), _time(least))
        for count, shown in zip(SIZES, taken, strict=True)
    ]


def _rounds(*starts: partial[Shown], settle: float = 0.0) -> list[list[Shown]]:
    """Start the programs in turn, after a round to warm up."""
    rounds = [[start(settle=settle) for start in starts] for _ in range(RUNS + 1)]
    return [list(shown) for shown in zip(*rounds[1:], strict=True)]


def listed(practice: Path, *markers: str, options: tuple[str, ...] = ()) -> partial[Shown]:
    """A start of the program, until its list shows the markers."""
    program = [*((sys.executable, *options) if options else ()), *PROGRAM]
    return partial(until_shown, program, (*markers, "F1"), {"PROGPRO_PRACTICE": str(practice)})


_least = partial(until_shown, [sys.executable, LEAST], ("Person 0000", "Quit"))


def _time(shown: list[Shown]) -> float:
    return median([one.seconds for one in shown])


def _explain(practice: Path, name: str) -> Lines:
    imports = ("-X", "importtime")
    ours = listed(practice, name, options=imports)()
    least = until_shown([sys.executable, *imports, LEAST], ("Person 0000", "Quit"))
    return import_lines(ours.written, least.written)
