"""A first load in a process of its own: one that exits, hangs or crashes takes nothing with it.

Run as a module: reads JSON (target, name), prints JSON (names, or reason).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeAlias

from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.discovery import Candidate, import_target, local_plugin
from progpro_tui.host.hooks import Names
from progpro_tui.host.plugin import as_names
from progpro_tui.storage.records import from_data, to_data

PATIENCE = 1.0
"""Seconds that a plugin may take to load at a start, when nobody asked for it."""

PATIENT = 20.0
"""And when the counsellor has just approved it, and waits."""

AT_ONCE = 4

LATE, ENDED = "late", "ended"
"""What stands instead of an answer."""

Tried: TypeAlias = tuple[Names, Message | None]
"""What a plugin offers, or why it cannot be loaded."""


def try_all(candidates: Sequence[Candidate], patience: float) -> list[Tried]:
    """Try each in a process of its own, several at once."""
    if candidates and hasattr(os, "fork"):  # what they all import is imported once, and not waited for
        seconds = patience * (len(candidates) / AT_ONCE + 2) + PATIENT
        asked = {"patience": patience, "plugins": [_asked(candidate) for candidate in candidates]}
        answers = _said("nursery", asked, seconds)
        if isinstance(answers, list) and len(answers) == len(candidates):
            return [_tried(answer, patience) for answer in answers]
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(lambda candidate: try_out(candidate, patience), candidates))


def try_out(candidate: Candidate, patience: float) -> Tried:
    """What a plugin offers, found out in a process that may die of it."""
    return _tried(_said("probe", _asked(candidate), patience), patience)


def _asked(candidate: Candidate) -> dict[str, str]:
    return {"name": candidate.name, "target": candidate.target}


def _said(module: str, asked: Any, patience: float) -> Any:
    """What a module of ours answers in a process of its own."""
    process = subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, "-m", f"progpro_tui.host.{module}"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(json.dumps(asked).encode(), timeout=patience)
        return json.loads(said.splitlines()[-1])
    except subprocess.TimeoutExpired:
        _kill(process)
        return LATE
    except Exception:  # whatever stands there instead of an answer
        _kill(process)
        return ENDED


def _tried(answer: Any, patience: float) -> Tried:
    if answer == LATE:
        return {}, message(N_("it is not loaded after {n} seconds"), n=patience)
    try:
        reason = answer["reason"]
        return as_names(answer["names"]), None if reason is None else from_data(reason, Message)
    except Exception:  # whatever stands there instead of an answer
        return {}, message(N_("it ends the program while being loaded"))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End it and all that it started, and do not wait for its streams."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, 9)
        else:
            process.kill()
    with suppress(Exception):
        process.communicate(timeout=1)


def main() -> None:
    asked = json.load(sys.stdin)
    # What the plugin prints while it is loaded is no answer of ours.
    answer_to = os.dup(1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.write(answer_to, b"\n" + json.dumps(answer(asked)).encode())
    os._exit(0)  # a thread that it started must not keep us here


def answer(asked: dict[str, str]) -> dict[str, Any]:
    """What becomes of a plugin that is loaded here and now."""
    from progpro_tui.host.taking_in import take_in

    name, target = asked["name"], asked["target"]
    if target.endswith(".py"):
        from pathlib import Path

        candidate = local_plugin(Path(target))
    else:
        candidate = Candidate(name, "", "", lambda: import_target(target), target)
    try:
        return {"names": take_in(candidate).names, "reason": None}
    except PluginError as error:
        return {"names": {}, "reason": to_data(error.message)}


if __name__ == "__main__":
    main()
