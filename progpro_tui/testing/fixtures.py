"""Fixtures for pytest. A test takes them in by ``pytest_plugins = ["progpro_tui.testing.fixtures"]``.

progpro installs no plugin of pytest: only who asks for them has them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.testing.practice import new_practice
from progpro_tui.workspace.workspace import Workspace


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, data, cache and documents of progpro in a folder of the test's own."""
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "home" / "documents"))
    monkeypatch.delenv("PROGPRO_PRACTICE", raising=False)
    return tmp_path / "home"


@pytest.fixture
def workspace(own_home: Path, tmp_path: Path) -> Workspace:
    """A practice with nobody in it, in a folder of the test's own."""
    return new_practice(tmp_path / "practice")
