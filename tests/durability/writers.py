"""Starts writers, listens to what they acknowledge, and ends them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from tests.durability.ledger import Ledger
from tests.durability.writer import Order

ROOT = Path(__file__).parents[2]


class Writers:
    """One process, whose children write one after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.writer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._child = 0
        self._early: list[str] = []

    def begin(self, order: Order) -> int:
        """Have a writer do this; its process number."""
        assert self._process.stdin is not None
        print(json.dumps(asdict(order)), file=self._process.stdin, flush=True)
        self._early = []
        while not (line := self._line()).startswith("born "):
            self._early.append(line)  # a child may speak before it is announced
        self._child = int(line.split()[1])
        return self._child

    def freeze(self) -> None:
        """Stop the writer where it is, and return when it stands still."""
        os.kill(self._child, signal.SIGSTOP)
        while _state(self._child) not in "TZ":
            time.sleep(0.001)

    def kill(self) -> None:
        os.kill(self._child, signal.SIGKILL)

    def listen(self, ledger: Ledger) -> int:
        """Note what was acknowledged until the writer ended; how it did, as a signal or exit code."""
        for line in self._early:
            note(line, ledger)
        while True:
            line = self._line()
            if line.startswith("died "):
                return int(line.split()[1])
            note(line, ledger)

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the writers have ended"
        return line.rstrip("\n")

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def note(line: str, ledger: Ledger) -> None:
    word, _, rest = line.partition(" ")
    if word == "doing":
        key, value = json.loads(rest)
        ledger.begin(tuple(key), value)
    elif word == "kept":
        ledger.acknowledge()
    else:
        raise AssertionError(f"a writer said “{line}”")


def _state(process: int) -> str:
    """What a process is doing, in a letter (proc(5))."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
