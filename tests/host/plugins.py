"""Plugins as they come from others: installed distributions, and files in a practice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GOOD = """
from dataclasses import dataclass
from progpro_tui.api import IndexResult, hookimpl, message
from pathlib import Path
progpro_api = 1
Path(__file__).with_suffix(".imported").touch()

class Last:
    id = "NAME.last"
    def compute(self, instrument, profile):
        return IndexResult(self.id, message("Last"), data={"last": 1})

@hookimpl
def progpro_indices():
    return [Last()]
"""
"""It leaves a file beside it when it is imported."""


def good(name: str) -> str:
    """A plugin that works, and brings the index ``name.last``."""
    return GOOD.replace("NAME", name)


def install(folder: Path, name: str, code: str, version: str = "0.1") -> None:
    """A distribution on the path, as pip would leave it."""
    folder.mkdir(exist_ok=True, parents=True)
    module = name.replace("-", "_")
    (folder / f"{module}.py").write_text(code, "utf-8")
    info = folder / f"{module}-0.1.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (info / "entry_points.txt").write_text(f"[progpro_tui]\n{name} = {module}\n")


def progpro(
    folder: Path, *arguments: str, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, with the distributions of a folder."""
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [sys.executable, "-m", "progpro_tui", "--lang", "en", *arguments],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def imported(folder: Path, name: str) -> bool:
    """Whether a good plugin was imported since last asked."""
    mark = folder / f"{name.replace('-', '_')}.imported"
    was = mark.exists()
    mark.unlink(missing_ok=True)
    return was
