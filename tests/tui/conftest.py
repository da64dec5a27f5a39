"""Screens in many sizes, languages and shapes: all of them in the long form, some in the short one."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from zlib import crc32

import pytest

IN_FULL = {"test_every_instrument", "test_snapshots"}
"""Here each variation is another promise."""

ONE_IN = 4


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep one of four variations of each test for the short form, and one at least.

    Which ones follows from the name of the test: over all tests, every size and language has its turn.
    """
    groups: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        here = item.path.parent == Path(__file__).parent and item.path.stem not in IN_FULL
        if not here or not isinstance(item, pytest.Function) or "snapshot" in item.fixturenames:
            continue  # a picture that nothing is held to would be a failure
        if item.originalname != item.name:
            groups[f"{item.path.stem}:{item.originalname}"].append(item)
    for name, variations in groups.items():
        kept = max(1, len(variations) // ONE_IN)
        first = crc32(name.encode())
        short = {variations[(first + number * ONE_IN) % len(variations)] for number in range(kept)}
        for variation in variations:
            if variation not in short:
                variation.add_marker("long")
