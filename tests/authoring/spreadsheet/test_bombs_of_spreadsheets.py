"""Spreadsheets made to fill a memory or to run for hours are refused in two seconds and 256 MiB."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.authoring.spreadsheet import measure
from tests.authoring.spreadsheet.bombs import BOMBS
from tests.cli.runner import run

pytest.importorskip("resource", reason="memory is measured by what Windows does not have")

MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("bombs")
    paths = [make(folder / name) for name, (make, _) in BOMBS.items()]
    command = [sys.executable, measure.__file__, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return dict(zip(BOMBS, map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_time_and_in_little_memory(
    found: dict[str, dict[str, Any]], name: str
) -> None:
    told = found[name]
    assert any(BOMBS[name][1] in sentence for sentence in told["said"]), told["said"]
    assert all(len(sentence) < 500 for sentence in told["said"])
    assert told["seconds"] < 2
    assert told["own"] < 256 * MEBIBYTE
    assert told["child"] < 256 * MEBIBYTE


@pytest.mark.parametrize("name", ["laughs.xlsx", "far, hidden.xlsx", "old.xlsx"])
def test_the_command_says_so_in_a_sentence(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = BOMBS[name][0](tmp_path / name)
    result = run(capsys, "--lang", "en", "import", path)
    assert (result.code, result.out) == (2, "")
    assert BOMBS[name][1] in result.err
    assert "Traceback" not in result.err
    assert [found.name for found in tmp_path.iterdir()] == [name]
