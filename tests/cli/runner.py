"""Runs the command line in this process, as a shell would see it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from progpro_tui.cli.main import main
from progpro_tui.testing.practice import let_go

PASSPHRASE_FILE = Path(__file__).parents[1] / "passphrase"
"""Opens the practices of tests."""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Result:
    """The exit code and what was printed."""
    capsys.readouterr()
    let_go()
    with pytest.raises(SystemExit) as left:
        main(["--passphrase-file", str(PASSPHRASE_FILE), *map(str, arguments)])
    printed = capsys.readouterr()
    return Result(int(left.value.code or 0), printed.out, printed.err)
