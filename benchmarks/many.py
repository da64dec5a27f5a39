"""Two hundred instrument files and a hundred installed plugins: what they add to a start."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.checking import files
from benchmarks.clock import RUNS, in_turn, median
from benchmarks.made import practice
from benchmarks.rows import Group, Row, Target
from benchmarks.start_up import PROGRAM
from benchmarks.terminal import until_shown
from progpro_tui.host.admission import Admission
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.host.probe import PATIENT

FILES = (2, 20, 200)
PLUGINS = (1, 10, 100)
ADDED = Target(most=0.05)

PLUGIN = """
from progpro_tui.api import IndexResult, hookimpl
progpro_api = 1

class Last:
    id = "{name}.last"
    def compute(self, instrument, profile):
        raise NotImplementedError

@hookimpl
def progpro_indices():
    return [Last()]
"""


def measure(folder: Path) -> Group:
    rows = [*_of_files(folder), *_of_plugins(folder)]
    notes = [f"median of {RUNS}, in turn with the same start without them; indexes warm"]
    return Group("MANY INSTRUMENTS, MANY PLUGINS (what they add)", rows, notes)


def _of_files(folder: Path) -> Iterator[Row]:
    bare = folder / "bare"
    practice(bare)
    for count in FILES:
        full = folder / f"files-{count}"
        practice(full)
        files(full / "questionnaires", count)
        yield from _rows(f"{count} files", bare, full, {}, count == FILES[-1])


def _of_plugins(folder: Path) -> Iterator[Row]:
    bare = folder / "bare"
    for count in PLUGINS:
        site = folder / f"site-{count}"
        _install(site, count)
        with _on_path(site):
            _approve_all()
        yield from _rows(
            f"{count} plugins", bare, bare, {"PYTHONPATH": str(site)}, count == PLUGINS[-1]
        )


def _rows(name: str, bare: Path, full: Path, more: dict[str, str], last: bool) -> Iterator[Row]:
    target = ADDED if last else None
    before, after = in_turn(partial(_listed, bare, {}), partial(_listed, full, more))
    yield Row(f"{name}: progpro instruments", max(0.0, after - before), before, target)
    rounds = [(_opened(bare, {}), _opened(full, more)) for _ in range(RUNS + 1)][1:]
    before, after = (median([pair[place] for pair in rounds]) for place in (0, 1))
    yield Row(f"{name}: exec to the list of dossiers", max(0.0, after - before), before, target)


def _listed(folder: Path, more: dict[str, str]) -> None:
    environment = {**os.environ, "PROGPRO_PRACTICE": str(folder), **more}
    subprocess.run([*PROGRAM, "instruments"], env=environment, capture_output=True, check=True)


def _opened(folder: Path, more: dict[str, str]) -> float:
    shown = until_shown([*PROGRAM], ("F1",), {"PROGPRO_PRACTICE": str(folder), **more}, settle=0.6)
    return shown.seconds


def _install(site: Path, count: int) -> None:
    """Distributions as pip leaves them."""
    for number in range(count):
        name = f"plugin_{number:03}"
        package = site / name
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(PLUGIN.format(name=name), "utf-8")
        info = site / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[progpro_tui]\n{name} = {name}\n")
        (info / "RECORD").write_text(f"{name}/__init__.py,,\n{info.name}/METADATA,,\n")


@contextmanager
def _on_path(site: Path) -> Iterator[None]:
    import sys

    sys.path.insert(0, str(site))
    try:
        yield
    finally:
        sys.path.remove(str(site))


@contextmanager
def _cached_in(cache: str) -> Iterator[None]:
    before = os.environ["XDG_CACHE_HOME"]
    os.environ["XDG_CACHE_HOME"] = cache
    try:
        yield
    finally:
        os.environ["XDG_CACHE_HOME"] = before


def _approve_all() -> None:
    """Approve them, and let each be tried once: what a counsellor did long ago."""
    admission = Admission(patience=PATIENT)
    for plugin in PluginHost(doorkeeper=admission).waiting:
        admission.trust.approve(plugin)
    assert not PluginHost(doorkeeper=Admission(patience=PATIENT)).set_aside
