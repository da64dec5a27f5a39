"""Runs the command line in this process, as a shell would see it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from progpro_tui.cli.main import main
from progpro_tui.testing.practice import let_go

PASSPHRASE_FILE = Path(__file__).parents[1] / "passphrase"
"""Opens the practices of tests."""
OPENING = ("--passphrase-file", str(PASSPHRASE_FILE))


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: object, passphrase: bool = True) -> Result:
    """The exit code and what was printed. ``passphrase`` hands over that of the practices of tests."""
    capsys.readouterr()
    let_go()
    with pytest.raises(SystemExit) as left:
        main([*(OPENING if passphrase else ()), *map(str, arguments)])
    printed = capsys.readouterr()
    return Result(int(left.value.code or 0), printed.out, printed.err)
