"""Every test has a home of its own: nothing of the user's is read or written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.durability.forms import print_figures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    print_figures(terminalreporter)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    monkeypatch.delenv("PROGPRO_PRACTICE", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True, scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests of a worker: catalogues are compiled once."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True, scope="session")
def style_sheets_parsed_once() -> None:
    """Hundreds of apps are begun with the same few style sheets: parsing them was a sixth of all."""
    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules
    known: dict[tuple[object, ...], list[RuleSet]] = {}

    def parsed(sheet: Stylesheet, css: str, **where: Any) -> list[RuleSet]:
        key = (frozenset(sheet._variables.items()), css, *sorted(where.items()))
        if key not in known:
            known[key] = parse(sheet, css, **where)
        return known[key]

    Stylesheet._parse_rules = parsed  # type: ignore[assignment, method-assign]  # for the tests alone


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration practice in French, made once for all workers. To be read, or copied."""
    from progpro_tui.workspace.demo import make_demo

    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    practice = shared / "demo" / "practice"
    with FileLock(shared / "demo.lock"):
        if not practice.exists():
            make_demo(practice, "Cabinet Horizon", "fr")
    return practice
