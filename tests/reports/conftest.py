"""The programs that look at a written PDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def tool(tmp_path: Path) -> Callable[..., str]:
    """Run a program of poppler or qpdf on a PDF; skip where the machine has it not."""

    def run(pdf: bytes, program: str, *options: str, after: tuple[str, ...] = ()) -> str:
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
        path = tmp_path / "document.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(
            [program, *options, str(path), *after], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
