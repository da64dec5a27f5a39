"""Many first loads at once: one process imports what every plugin needs, and forks for each of them.

As apart from us as in ``probe``, and from each other; the interface is imported once and not by each.
Run as a module: reads JSON (patience, and the plugins), prints JSON (what became of each).
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NoReturn

from progpro_tui.host.probe import AT_ONCE, ENDED, LATE, answer


@dataclass
class _Child:
    """One plugin being tried, in a process of its own."""

    number: int
    pid: int
    until: float
    said: bytearray = field(default_factory=bytearray)


def main() -> None:
    asked = json.load(sys.stdin)
    print(json.dumps(_tried(asked["plugins"], asked["patience"])))  # noqa: T201 - the answer


def _tried(plugins: list[dict[str, str]], patience: float) -> list[Any]:
    import progpro_tui.host.taking_in  # noqa: F401 - for all the children, before they are forked

    waiting, running = list(enumerate(plugins)), dict[int, _Child]()
    found: list[Any] = [ENDED] * len(plugins)
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            number, plugin = waiting.pop(0)
            reads, child = _begun(number, plugin, patience)
            running[reads] = child
        patient = min(child.until for child in running.values()) - time.monotonic()
        ready, _, _ = select.select(list(running), [], [], max(0.0, patient))
        for reads, child in list(running.items()):
            said = os.read(reads, 65536) if reads in ready else b""
            child.said += said
            if child.said.endswith(b"\n"):
                found[child.number] = json.loads(child.said)
            elif said or (reads not in ready and time.monotonic() < child.until):
                continue
            elif reads not in ready:
                found[child.number] = LATE
            _ended(running.pop(reads), reads)
    return found


def _begun(number: int, plugin: dict[str, str], patience: float) -> tuple[int, _Child]:
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        _try(plugin, writes)
    os.close(writes)
    return reads, _Child(number, pid, time.monotonic() + patience)


def _try(plugin: dict[str, str], writes: int) -> NoReturn:
    """The child: whatever the plugin does to it, it never goes on as its parent."""
    try:
        os.setsid()
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        os.write(writes, json.dumps(answer(plugin)).encode() + b"\n")
    finally:
        os._exit(0)


def _ended(child: _Child, reads: int) -> None:
    """End a child and all that it started."""
    for end in (os.killpg, os.kill):
        with suppress(OSError):
            end(child.pid, signal.SIGKILL)
    os.waitpid(child.pid, 0)
    os.close(reads)


if __name__ == "__main__":
    main()
