"""What others wrote is loaded only as it was approved, and a start imports none of it."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest

from progpro_tui.core.errors import InputError, PluginError
from progpro_tui.host.admission import Admission
from progpro_tui.host.memory import Memory
from progpro_tui.host.plugin import Plugin, State
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.host.probe import PATIENT
from progpro_tui.host.trust import Trust
from progpro_tui.workspace.workspace import Workspace
from tests.host.plugins import good, imported, install, progpro


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of distributions, seen by this process too."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def states(host: PluginHost) -> dict[str, State]:
    return {plugin.name: plugin.state for plugin in host.plugins if not plugin.candidate.ours}


def host_of(**options: object) -> PluginHost:
    return PluginHost(doorkeeper=Admission(Trust.load(), Memory(), patience=PATIENT, **options))  # type: ignore[arg-type]  # only safe is given


def only(host: PluginHost) -> Plugin:
    return next(plugin for plugin in host.plugins if not plugin.candidate.ours)


def test_a_strangers_plugin_waits_and_is_not_imported(site: Path) -> None:
    install(site, "strange", good("strange"))
    host = PluginHost()
    assert states(host) == {"strange": State.WAITING}
    assert [plugin.name for plugin in host.waiting] == ["strange"]
    assert "strange.last" not in host.index_ids
    assert not imported(site, "strange")
    assert "rating" in host.kinds


def test_once_approved_it_is_tried_apart_and_imported_when_needed(site: Path) -> None:
    install(site, "lazy", good("lazy"))
    Trust.load().approve(only(host_of()))
    host = host_of()
    assert states(host) == {"lazy": State.READY}
    assert imported(site, "lazy"), "the first load tries it, in a process of its own"
    again = host_of()
    assert "lazy.last" in again.index_ids
    assert not imported(site, "lazy"), "a start reads the index alone"
    assert again.index("lazy.last").id == "lazy.last"
    assert imported(site, "lazy")


@pytest.mark.parametrize("change", ["code", "version", "another file"])
def test_a_change_asks_again(site: Path, change: str) -> None:
    install(site, "moving", good("moving"))
    if change == "another file":
        record = site / "moving-0.1.dist-info" / "RECORD"
        record.write_text("moving.py,,\nmoving_more.py,,\n")
        (site / "moving_more.py").write_text("x = 1")
    Trust.load().approve(only(host_of()))
    assert states(host_of()) == {"moving": State.READY}
    if change == "code":
        install(site, "moving", good("moving") + "# changed\n")
    elif change == "version":
        install(site, "moving", good("moving"), version="0.2")
    else:
        (site / "moving_more.py").write_text("x = 2")
    imported(site, "moving")
    assert states(host_of()) == {"moving": State.CHANGED}
    assert not imported(site, "moving")
    Trust.load().approve(only(host_of()))
    assert states(host_of()) == {"moving": State.READY}


def test_safe_leaves_out_every_other_plugin(site: Path) -> None:
    install(site, "other", good("other"))
    Trust.load().approve(only(host_of()))
    host = host_of(safe=True)
    assert states(host) == {"other": State.SAFE}
    assert not imported(site, "other")
    assert "rating" in host.kinds
    listed = progpro(site, "--safe", "plugins", "--json").stdout
    assert '"state": "safe"' in listed


def test_the_approval_does_not_travel_with_a_practice(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "practice" / "plugins"
    folder.mkdir(parents=True)
    (folder / "local.py").write_text(good("local"))
    mine = Workspace(tmp_path / "practice")
    mine.plugins.approve(mine.plugins.get("local"))
    assert mine.plugins.get("local").state is State.READY
    assert not [path for path in (tmp_path / "practice").rglob("*") if b"approved" in _bytes(path)]
    shutil.rmtree(tmp_path / "config")  # another machine
    assert Workspace(tmp_path / "practice").plugins.get("local").state is State.WAITING


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_a_single_file_in_the_practice_is_a_plugin(tmp_path: Path) -> None:
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "dial.py").write_text(good("dial"))
    (folder / "_shared.py").write_text("x = 1")
    workspace = Workspace(tmp_path)
    plugin = workspace.plugins.get("dial")
    assert plugin.state is State.WAITING
    assert workspace.plugins.approve(plugin).state is State.READY
    assert workspace.host.index("dial.last").id == "dial.last"
    (folder / "_shared.py").write_text("x = 2")
    assert Workspace(tmp_path).plugins.get("dial").state is State.CHANGED


def test_what_changed_while_it_was_looked_at_is_not_approved(site: Path, tmp_path: Path) -> None:
    install(site, "quick", good("quick"))
    workspace = Workspace(tmp_path / "practice")
    seen = workspace.plugins.get("quick")
    install(site, "quick", good("quick") + "import os  # something else\n")
    with pytest.raises(InputError, match="just changed"):
        workspace.plugins.approve(seen)
    assert workspace.plugins.get("quick").state is State.WAITING


def test_disabled_and_enabled_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    holland = workspace.plugins.disable(workspace.plugins.get("holland"))
    assert holland.state is State.DISABLED
    assert "holland.code" not in workspace.host.index_ids
    assert Workspace(tmp_path).plugins.get("holland").state is State.DISABLED
    workspace.plugins.enable(holland)
    assert "holland.code" in Workspace(tmp_path).host.index_ids


def test_one_that_breaks_after_its_first_load_is_set_aside_by_name(site: Path) -> None:
    install(site, "later", good("later"))
    Trust.load().approve(only(host_of()))
    host_of()
    host = host_of()
    (site / "later.py").write_text("raise RuntimeError('gone bad')")  # after the start looked
    with pytest.raises(PluginError, match="changed since"):
        host.index("later.last")
    assert [plugin.name for plugin in host.set_aside] == ["later"]
    assert "later.last" not in host.index_ids


@pytest.mark.parametrize("garbage", [b"", b"{", b"[]", b'{"approved": [1], "disabled": []}', b"\xff"])
def test_decisions_that_cannot_be_read_are_none(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "plugins.json"
    path.write_bytes(garbage)
    assert Trust.load(path).approved == set()


@pytest.mark.parametrize("garbage", [b"", b"{", b'{"made_by": 1}', b"\xff\x00"])
def test_a_lost_index_is_made_anew(site: Path, tmp_path: Path, garbage: bytes) -> None:
    install(site, "known", good("known"))
    Trust.load().approve(only(host_of()))
    host_of()
    (tmp_path / "cache" / "progpro" / "plugins.json").write_bytes(garbage)
    assert states(host_of()) == {"known": State.READY}


def test_the_command_line_decides_too(site: Path) -> None:
    install(site, "cli", good("cli"))
    listed = progpro(site, "plugins")
    assert "cli 0.1  waits for your approval  (cli)" in listed.stdout
    refused = progpro(site, "plugins", "approve", "cli")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "add --yes" in refused.stderr
    assert progpro(site, "plugins", "approve", "cli", "--yes").stdout.startswith("cli 0.1  loaded")
    assert progpro(site, "plugins", "disable", "cli").stdout.startswith("cli 0.1  disabled")
    assert progpro(site, "plugins", "enable", "cli").stdout.startswith("cli 0.1  loaded")
    data = [json.loads(line) for line in progpro(site, "plugins", "--json").stdout.splitlines()]
    assert data[-1]["offers"] == {"progpro_indices": ["cli.last"]}
    assert progpro(site, "plugins", "approve", "nobody").returncode == 2


HEAD = "progpro_api = 1\nfrom progpro_tui.api import hookimpl\n"

TWELVE = {
    "raises": ("raise RuntimeError('no such device')", "no such device"),
    "exits": ("import sys; sys.exit(3)", "SystemExit"),
    "ends": ("import os; os._exit(0)", "it ends the program"),
    "hangs": ("import time\nwhile True: time.sleep(60)", "not loaded after"),
    "crashes": ("import ctypes; ctypes.string_at(0)", "it ends the program"),
    "syntax": ("def (:", "SyntaxError"),
    "missing": ("import a_module_that_nobody_has", "a_module_that_nobody_has"),
    "talks": (
        "import os\nfor _ in range(200): os.write(1, b'x' * 65536)\nraise ValueError('loud')",
        "loud",
    ),
    "misspelt": (
        HEAD + "@hookimpl\ndef progpro_exercices(): return []",
        "progpro_exercices",
    ),
    "old": ("progpro_api = 0", "interface 0"),
    "taken": (
        HEAD + "from progpro_rating.rating import Rating\n"
        "@hookimpl\ndef progpro_exercises(): return [Rating]",
        "rating",
    ),
    "deep": ("def f(): f()\nf()", "RecursionError"),
}


BUSY = os.getloadavg()[0] > (os.cpu_count() or 1)


def test_twelve_broken_plugins_the_others_work_each_is_named_and_the_start_is_quick(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, (code, _) in TWELVE.items():
        install(site, name, code)
    install(site, "fine", good("fine"))
    trust = Trust.load()
    for plugin in PluginHost().waiting:
        trust.approve(plugin)
    began = time.monotonic()
    first = progpro(site, "instruments")
    took = time.monotonic() - began
    began = time.monotonic()
    again = progpro(site, "instruments")
    took_again = time.monotonic() - began
    with capsys.disabled():
        print(f"\ntwelve broken plugins: first start {took:.2f} s, then {took_again:.2f} s", end="")
    # Three seconds on a machine that does nothing else: see benchmarks; here tests run beside.
    assert took < 12.0
    assert took_again < took
    for result in (first, again):
        assert result.returncode == 0
        assert "\ninterests " in result.stdout
        for name, (_, reason) in TWELVE.items():
            line = next(line for line in result.stderr.splitlines() if f"“{name}”" in line)
            # A machine that does much else may not come to load it in time, which is said instead.
            assert reason in line or (BUSY and "is not loaded after" in line)
        assert "“fine”" not in result.stderr
    assert "fine.last" in progpro(site, "plugins", "--json").stdout
