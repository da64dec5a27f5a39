"""The template passes its own tests, and so does every plugin that is made of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from progpro_tui.authoring.new.plugin import plugin_files, plugin_name, template_folder
from progpro_tui.core.errors import InputError
from tests.cli.runner import run


def own_tests(folder: Path) -> subprocess.CompletedProcess[str]:
    """The tests of a plugin, run where its author runs them."""
    path = os.pathsep.join([str(folder), *filter(None, sys.path)])
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", [pytest.param("dial", marks=pytest.mark.long), "my-own-2"])
def test_a_new_plugin_passes_its_own_tests_at_once(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "made"
    made = run(capsys, "--lang", "en", "new", "plugin", folder, "--name", name)
    assert made.code == 0
    assert f"progpro plugins approve {name}" in made.out
    tests = own_tests(folder)
    assert tests.returncode == 0, tests.stdout
    assert "5 passed" in tests.stdout
    words = "".join(
        path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.suffix != ".pyc" and path.is_file()
    )
    assert "template" not in words.lower()


@pytest.mark.long
def test_the_template_passes_its_own_tests() -> None:
    tests = own_tests(template_folder())
    assert tests.returncode == 0, tests.stdout


def test_it_writes_over_nothing_and_takes_no_name_of_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there").mkdir()
    assert run(capsys, "new", "plugin", tmp_path / "there", "--name", "dial").code == 2
    for taken in ("rating", "holland", "Dial", "2nd", "class", "a b", "a" * 31, ""):
        out = run(capsys, "new", "plugin", tmp_path / "new", "--name", taken)
        assert out.code == 2, taken
        assert not (tmp_path / "new").exists()
    assert "--name" in run(capsys, "new", "plugin", tmp_path / "new").err


def test_names_of_files_follow_the_name() -> None:
    names = {str(path) for path, _ in plugin_files("big-dial")}
    assert {"progpro_big_dial/widget.py", "tests/test_big_dial.py", "README.md"} <= names
    with pytest.raises(InputError):
        plugin_name("Big dial")
