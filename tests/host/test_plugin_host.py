"""Broken plugins: each is named with its reason, and the others work."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from progpro_tui.core.errors import PluginError
from progpro_tui.host.discovery import Candidate, installed_plugins
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.i18n.translator import Translator

HEAD = (
    "progpro_api = 1\n"
    "from progpro_tui.api import hookimpl, Exercise\nimport progpro_rating.rating as rating\n"
)

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
    "no-version": ("from progpro_tui.api import hookimpl", "progpro_api = 1"),
    "newer": ("progpro_api = 99", "99"),
    "no-fallback": (
        HEAD + "from progpro_tui.api import Rate, Step, StepKind\n"
        "class Own(Step):\n    pass\n"
        "@hookimpl\ndef progpro_steps():\n    return [StepKind(Own, 'a:B')]",
        "fallback",
    ),
    "no-widget": (
        HEAD + "from progpro_tui.api import Step, StepKind\n"
        "class Own(Step):\n    def fallback(self): pass\n"
        "@hookimpl\ndef progpro_steps():\n    return [StepKind(Own, 'nowhere')]",
        "nowhere",
    ),
    "no-exporter": (HEAD + "@hookimpl\ndef progpro_exporters():\n    return [str]", "Exporter"),
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
    ours = [plugin.name for plugin in installed_plugins() if plugin.ours]
    assert ours == ["cards", "choice", "forms", "grid", "holland", "place", "rating"]
    assert [plugin.name for plugin in installed_plugins()][: len(ours)] == ours
