"""The two forms of a test: short, in `make test`, and long, in `make torture`; and its figures."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from typing import TypeAlias

import pytest

Figures: TypeAlias = Callable[..., None]
"""Takes figures by name, to be printed when all tests have run."""

FIGURES = "figures"


def forms(short: object, long: object) -> list[object]:
    """The parameters of a test that runs in both forms."""
    return [pytest.param(short, id="short"), pytest.param(long, id="long", marks=pytest.mark.torture)]


def needs(*programs: str, root: bool = True) -> pytest.MarkDecorator:
    """Skip, with the reason, where the machine has not what a test needs."""
    geteuid = getattr(os, "geteuid", lambda: -1)
    missing = [f"“{program}” installed" for program in programs if shutil.which(program) is None]
    if root and geteuid() != 0:
        missing.append("root")
    return pytest.mark.skipif(bool(missing), reason=f"needs {' and '.join(missing)}")


def told(name: str, seconds: float, figures: dict[str, object]) -> str:
    """One line of figures."""
    parts = [f"{_written(value)} {what.replace('_', ' ')}" for what, value in figures.items()]
    return f"{name}: {', '.join(parts)}, {seconds:.1f} s"


def _written(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def print_figures(reporter: pytest.TerminalReporter) -> None:
    """Print what the tests that passed have counted."""
    lines = [
        str(value)
        for report in reporter.stats.get("passed", [])
        for name, value in getattr(report, "user_properties", ())
        if name == FIGURES
    ]
    if lines:
        reporter.write_sep("=", "durability")
        for line in sorted(lines):
            reporter.write_line(line)
