"""What the durability tests share: their figures, and the process whose children are killed."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]  # signals, mounts and strace are of Unix systems

from tests.durability.forms import FIGURES, Figures, told
from tests.durability.writers import Writers


@pytest.fixture
def figures(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Figures:
    """Counts the seconds of the test, and keeps what it tells until the end."""
    begun = time.monotonic()

    def tell(**counted: object) -> None:
        name = request.node.name.removeprefix("test_").replace("_", " ")
        record_property(FIGURES, told(name, time.monotonic() - begun, counted))

    return tell


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory, where there is one: a sync costs nothing there, and more happens."""
    shared = Path("/dev/shm")
    place = shared if os.access(shared, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def writers() -> Iterator[Writers]:
    """The process whose children write, and are killed."""
    nursery = Writers()
    yield nursery
    nursery.close()
