"""Checking instrument files, one or hundreds: all of them named by file or by folder."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from progpro_tui.authoring.check import CheckReport, check
from progpro_tui.authoring.shelf import instrument_files
from progpro_tui.core.errors import InputError
from progpro_tui.core.progress import Progress
from progpro_tui.core.text import N_
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.workspace.key_remarks import with_key_tried
from progpro_tui.workspace.key_trial import Crowd
from progpro_tui.workspace.workspace import Workspace

MANY = 24
"""From so many files on, starting other processes is won back."""


@dataclass(frozen=True)
class Checked:
    """One file: its report, or why it cannot be read."""

    path: Path
    report: CheckReport | None = None
    error: InputError | None = None


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Every file that is named, and the instrument files of every folder, each once.

    Raises :class:`InputError` for a folder without any.
    """
    files: dict[Path, None] = {}
    for path in paths:
        found = instrument_files(path)
        if not found:
            raise InputError(
                N_("There is no instrument file (.yaml) in the folder {file}."), file=str(path)
            )
        files.update(dict.fromkeys(found))
    return list(files)


def checked(
    workspace: Workspace,
    files: Sequence[Path],
    crowd: Crowd | None = None,
    progress: Progress | None = None,
) -> Iterator[Checked]:
    """Each file in turn. ``crowd`` tries the keys; none leaves them untried.

    The reports of many files leave out the instruments themselves.
    """
    gc.set_threshold(SELDOM)
    workers = min(os.cpu_count() or 1, len(files) // (MANY // 2))
    if workers < 2:
        for path in files:
            yield _checked(workspace.host, path, crowd, progress)
        return
    with ProcessPoolExecutor(workers, _context(), _prepare, (workspace.folder,)) as pool:
        yield from pool.map(partial(_checked_apart, crowd), files, chunksize=4)


def _checked(
    host: PluginHost, path: Path, crowd: Crowd | None = None, progress: Progress | None = None
) -> Checked:
    try:
        report = check(path, host)
    except InputError as error:
        return Checked(path, error=error)
    if crowd is not None:
        report = with_key_tried(host, report, crowd, progress)
    return Checked(path, report)


def _context() -> multiprocessing.context.BaseContext:
    """Copying this process is fastest, and safe on Linux where it runs one thread."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone else "spawn")


_apart: list[PluginHost] = []
"""The plugins of this process, where it is one of several that check files."""


SELDOM = 100_000
"""New objects between two rounds of the collector. What a check makes is freed without it, and looking
for circles in every tree of a file took a third of the time."""


def _prepare(folder: Path) -> None:
    gc.set_threshold(SELDOM)
    _apart[:] = [Workspace(folder).host]


def _checked_apart(crowd: Crowd | None, path: Path) -> Checked:
    found = _checked(_apart[0], path, crowd)
    # What further checks needed is large, and slow to send from one process to another.
    report = found.report and replace(found.report, instrument=None, reading=None)
    return replace(found, report=report)
