"""The most memory that this process ever held.

Not ``ru_maxrss``: after a fork it counts what the parent held, which is the whole of the tests.
"""

from __future__ import annotations

import re
from pathlib import Path


def peak() -> int:
    """In bytes, as the kernel has it (``VmHWM``)."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) * 1024
