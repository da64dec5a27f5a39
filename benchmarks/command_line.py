"""The command line: what answers at once must not wait for the app or the PDF library."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

from benchmarks.clock import RUNS, in_turn
from benchmarks.profiles import by_package, import_lines, imported
from benchmarks.rows import Group, Lines, Row, Target
from benchmarks.start_up import PROGRAM

COMMANDS = (("--version",), ("--help",), ("instruments",))
BARE = (sys.executable, "-c", "pass")
FORBIDDEN = {"textual", "fpdf"}
MOST = Target(most=0.25)


def measure(folder: Path) -> Group:
    calls = [partial(_run, [*PROGRAM, *command]) for command in COMMANDS]
    *taken, bare = in_turn(*calls, partial(_run, BARE))
    rows = [
        Row(
            f"progpro {command[0]}",
            spent,
            bare,
            MOST,
            flaw=_flaw(command),
            explain=partial(_explain, command),
        )
        for command, spent in zip(COMMANDS, taken, strict=True)
    ]
    return Group("COMMAND LINE (warm cache)", rows, [f"median of {RUNS}; the reference is bare Python"])


def _run(command: tuple[str, ...] | list[str]) -> bytes:
    """Run to its end; what it said on standard error."""
    return subprocess.run(command, capture_output=True, check=True).stderr


def _imports(*command: str) -> bytes:
    return _run([sys.executable, "-X", "importtime", *command])


def _flaw(command: tuple[str, ...]) -> str:
    found = FORBIDDEN & by_package(imported(_imports(*PROGRAM, *command))).keys()
    return f"imports {', '.join(sorted(found))}" if found else ""


def _explain(command: tuple[str, ...]) -> Lines:
    return import_lines(_imports(*PROGRAM, *command), _imports(*BARE[1:]))
