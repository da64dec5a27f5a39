"""What a first plugin gets wrong is said in a sentence that its author can act on."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from progpro_tui.authoring.new.plugin import template_folder
from progpro_tui.testing import check_exercise, check_plugin, instrument_from, plugin_host, plugins

PACKAGE = template_folder() / "progpro_template"


def plugin(folder: Path, code: str, name: str = "mine") -> Path:
    """A plugin of a single file."""
    file = folder / f"{name}.py"
    file.write_text(f"from progpro_tui.api import *\nprogpro_api = 1\n{code}\n", "utf-8")
    return file


HOOKS = """
@hookimpl
def progpro_exercises(): return [Template]
@hookimpl
def progpro_instruments(): return [Path(__file__).with_name("example.yaml")]
@hookimpl
def progpro_steps(): return [StepKind(Turn, "mine:Dial")]
def Dial(step, **more): raise NotImplementedError
"""


def template(folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    """The template in a single file, with some of its code changed and ``more`` behind it."""
    parts = ((PACKAGE / name).read_text("utf-8") for name in ("step.py", "exercise.py"))
    lines = "\n".join(parts).splitlines()
    code = "\n".join(line for line in lines if not line.startswith("from progpro_template"))
    code = f"from pathlib import Path\n{code}\n{HOOKS}\n{more}"
    for old, new in changes:
        assert old in code
        code = code.replace(old, new)
    shutil.copy(PACKAGE / "example.yaml", folder)
    return plugin(folder, code)


def refused(path: Path, **how: Any) -> str:
    with pytest.raises(AssertionError) as failed:
        check_plugin(path, **{"respondents": 2, "walks": 1, "elsewhere": False, **how})
    return str(failed.value)


def test_a_plugin_that_never_ends_loading_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugins, "PATIENT", 1.0)
    said = refused(plugin(tmp_path, "while True: pass"))
    assert said == "mine: it is not loaded after 1 seconds"


def test_a_plugin_that_offers_nothing_is_said(tmp_path: Path) -> None:
    said = refused(plugin(tmp_path, "def progpro_exercises(): return []"))
    assert said.startswith("mine: it offers nothing: no function is marked with @hookimpl")


def test_a_plugin_may_print(tmp_path: Path) -> None:
    loud = ("        yield opening(", "        print('asked')\n        yield opening(")
    file = template(tmp_path, loud, more="print('loaded')")
    exercise = plugin_host(file).exercise("template")
    example = instrument_from(tmp_path / "example.yaml", plugin_host(file))
    check_exercise(exercise, example, respondents=2, walks=1)
