"""Every test has a home of its own: nothing of the user's is read or written."""

from __future__ import annotations

import gc
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from filelock import FileLock

from tests.durability.forms import print_figures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    print_figures(terminalreporter)


ONE_IN = 4

SCREENS = Path(__file__).parent / "tui"
IN_FULL = {"test_every_instrument", "test_snapshots"}
"""Here each variation of a screen is another promise."""

LENGTHY = {
    "test_its_pages",
    "test_a_reader_of_tags_finds_everything",
    "test_hostile_words_do_no_harm",
    "test_a_fault_at_any_call_leaves_list_and_heads_of_one_mind",
    "test_a_sealing_cut_short_is_done_or_begun_anew",
    "test_a_practice_whose_beginning_was_cut_short_is_whole_or_none",
    "test_a_rotation_cut_short_anywhere_loses_nothing",
    "test_the_app_and_the_form_agree",
    "test_a_target_is_found_again",
}
"""Elsewhere, tests whose variations take seconds each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep for the short form one of four variations of each test of a screen, and one at least.

    Which ones follows from the name of the test: over all tests, every size and language has its turn.
    """
    groups: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if not isinstance(item, pytest.Function) or "snapshot" in item.fixturenames:
            continue  # a picture that nothing is held to would be a failure
        here = item.path.parent == SCREENS and item.path.stem not in IN_FULL
        if (here or item.originalname in LENGTHY) and item.originalname != item.name:
            groups[f"{item.path.stem}:{item.originalname}"].append(item)
    for name, variations in groups.items():
        kept = max(1, len(variations) // ONE_IN)
        first = crc32(name.encode())
        short = {variations[(first + number * ONE_IN) % len(variations)] for number in range(kept)}
        for variation in variations:
            if variation not in short:
                variation.add_marker("long")


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


@pytest.fixture(autouse=True)
def nothing_is_kept_for_ever() -> Iterator[None]:
    """The app takes what a start brought out of the collector's sight, and begins without it."""
    yield
    gc.unfreeze()
    gc.enable()


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
