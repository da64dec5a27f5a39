"""``progpro check`` of a folder: every mistake, example and piece of advice of many files."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path

from benchmarks.clock import median, seconds
from benchmarks.profiles import call_lines
from benchmarks.rows import Group, Lines, Row, Target
from benchmarks.start_up import PROGRAM
from progpro_tui.authoring.check import check
from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.host.plugin_host import PluginHost

SIZES = (2, 20, 200)
RUNS = 3
MOST = Target(most=4.0)


def measure(folder: Path) -> Group:
    rows = []
    for size in SIZES:
        made = files(folder / f"checking-{size}", size)
        spent = median([seconds(partial(_check, made)) for _ in range(RUNS)])
        target = MOST if size == SIZES[-1] else None
        rows.append(
            Row(f"{size} files of sixty items", spent, target=target, explain=partial(_explain, made))
        )
    return Group("PROGPRO CHECK", rows, [f"median of {RUNS}; keys not tried (--quick)"])


def files(folder: Path, size: int) -> Path:
    """Copies of the bundled inventory, seven examples each, under ids of their own."""
    folder.mkdir(parents=True)
    content = (bundled_folder() / "interests.yaml").read_text("utf-8")
    for number in range(size):
        named = content.replace("id: interests", f"id: interests-{number}", 1)
        (folder / f"{number:03}.yaml").write_text(named, "utf-8")
    return folder


def _check(folder: Path) -> None:
    subprocess.run([*PROGRAM, "check", "--quick", folder], capture_output=True, check=True)


def _explain(folder: Path) -> Lines:
    host, path = PluginHost(), next(folder.glob("*.yaml"))
    return call_lines(lambda: check(path, host))
