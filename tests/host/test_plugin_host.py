"""Broken plugins: each is named with its reason, and the others work."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from progpro_tui.core.errors import PluginError
from progpro_tui.host.discovery import Candidate, installed_plugins
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator
from tests.tui.driver import driving, practice

HEAD = "from progpro_tui.api import hookimpl, Exercise\nimport progpro_rating.rating as rating\n"

BROKEN = {
    "raises-at-import": ("raise RuntimeError('no such device')", "no such device"),
    "exits-at-import": ("raise SystemExit(3)", "SystemExit"),
    "syntax": ("def (:", "SyntaxError"),
    "raises-in-a-hook": (
        HEAD + "@hookimpl\ndef progpro_exercises():\n    raise ValueError('on holiday')",
        "on holiday",
    ),
    "misspelt-hook": (
        HEAD + "@hookimpl\ndef progpro_excercises():\n    return []",
        "progpro_excercises",
    ),
    "wrong-arguments": (
        HEAD + "@hookimpl\ndef progpro_exercises(surprise):\n    return []",
        "surprise",
    ),
    "name-taken": (HEAD + "@hookimpl\ndef progpro_exercises():\n    return [rating.Rating]", "rating"),
    "no-exercise": (HEAD + "@hookimpl\ndef progpro_exercises():\n    return [42]", "42"),
    "not-a-list": (HEAD + "@hookimpl\ndef progpro_exercises():\n    return 42", "TypeError"),
    "interrupts-at-import": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "words-that-fail": (
        "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd",
        "Odd",
    ),
    "one-text": (
        HEAD + "@hookimpl\ndef progpro_instruments():\n    return 'abc'",
        "progpro_instruments",
    ),
    "no-kind": (
        HEAD + "class Odd(Exercise):\n    pass\n@hookimpl\ndef progpro_exercises():\n    return [Odd]",
        "Odd",
    ),
}


def loading(name: str, code: str) -> Callable[[], object]:
    def load() -> object:
        module = ModuleType(name.replace("-", "_"))
        exec(compile(code, name, "exec"), module.__dict__)
        return module

    return load


def candidate(name: str) -> Candidate:
    return Candidate(name, "0.1", "someone", loading(name, BROKEN[name][0]))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_named_and_the_others_work(name: str) -> None:
    host = PluginHost([*installed_plugins(), candidate(name)])
    assert [plugin.name for plugin in host.set_aside] == [name]
    assert host.exercise("rating").kind == "rating"
    assert host.index("holland.code").id == "holland.code"
    reason = host.set_aside[0].reason
    assert reason is not None
    for language in ("fr", "en"):
        assert BROKEN[name][1] in Translator(language)(reason)


def test_all_of_them_at_once_each_with_its_own_reason() -> None:
    host = PluginHost([*installed_plugins(), *map(candidate, BROKEN)])
    assert [plugin.name for plugin in host.set_aside] == list(BROKEN)
    assert len({str(plugin.reason) for plugin in host.set_aside}) == len(BROKEN)
    assert {"rating", "cards", "form"} <= set(host.kinds)


def test_two_plugins_of_one_name_leave_the_first() -> None:
    good = loading("a", HEAD)
    host = PluginHost([Candidate("a", "1", "x", good), Candidate("a", "2", "y", good)])
    assert [(plugin.version, bool(plugin.reason)) for plugin in host.plugins] == [
        ("1", False),
        ("2", True),
    ]


def test_a_plugin_set_aside_leaves_none_of_its_names_behind() -> None:
    half = HEAD + (
        "class One(rating.Rating):\n    kind = 'one'\n"
        "@hookimpl\ndef progpro_exercises():\n    return [One, rating.Rating]"
    )
    host = PluginHost([*installed_plugins(), Candidate("half", "1", "x", loading("half", half))])
    assert "one" not in host.kinds
    with pytest.raises(PluginError):
        host.exercise("one")


def test_our_own_plugins_come_first_and_by_entry_point() -> None:
    ours = [plugin.name for plugin in installed_plugins() if plugin.distribution == "progpro-tui"]
    assert ours == ["cards", "choice", "forms", "grid", "holland", "place", "rating"]
    assert [plugin.name for plugin in installed_plugins()][: len(ours)] == ours


def install(folder: Path, name: str) -> None:
    """A distribution on the path, as pip would leave it."""
    module = name.replace("-", "_")
    (folder / f"{module}.py").write_text(BROKEN[name][0], "utf-8")
    info = folder / f"{module}-0.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1\n")
    (info / "entry_points.txt").write_text(f"[progpro_tui]\n{name} = {module}\n")


FOUR = ("raises-at-import", "raises-in-a-hook", "misspelt-hook", "name-taken")


def test_the_command_line_names_each_broken_plugin_and_works(tmp_path: Path) -> None:
    import os

    for name in FOUR:
        install(tmp_path, name)
    result = subprocess.run(
        [sys.executable, "-m", "progpro_tui", "--lang", "fr", "instruments"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0
    assert "\ninterests " in result.stdout
    for name in FOUR:
        assert f"L’extension « {name} » est écartée" in result.stderr.replace("\u00a0", " ")
        assert BROKEN[name][1] in result.stderr


async def test_the_app_starts_and_names_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugins = tmp_path / "site"
    plugins.mkdir()
    for name in FOUR:
        install(plugins, name)
    monkeypatch.syspath_prepend(str(plugins))
    practice(tmp_path / "p")
    async with driving(tmp_path / "p", size=(140, 40)) as driver:
        await driver.pilot.app.workers.wait_for_complete()
        await driver.settle()
        assert "est écartée" in driver.shown
        await driver.press("f1")
        for name in FOUR:
            assert name in driver.shown


def test_metadata_that_cannot_be_read_is_a_broken_plugin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "raises-at-import")
    info = next(tmp_path.glob("*.dist-info"))
    (info / "entry_points.txt").write_text("[progpro_tui]\nnonsense without equals\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    host = PluginHost()
    assert [plugin.name for plugin in host.set_aside] == ["raises-at-import"]
    assert "rating" in host.kinds
