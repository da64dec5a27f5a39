"""``python -m benchmarks [topic …]``: the table, then for each missed row where its time goes."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import cast

from benchmarks.places import own_folder
from benchmarks.rows import Group, Row, heads, printed

TOPICS = (
    "start_up",
    "unlock",
    "ten_thousand",
    "command_line",
    "key_to_paint",
    "card_keys",
    "saved_answer",
    "pdf_pages",
    "scoring",
    "simulation",
    "checking",
    "many",
)


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks", description="Our program beside reference programs.")
    parser.add_argument("topics", nargs="*", metavar="topic", help=f"some of: {', '.join(TOPICS)}")
    asked = parser.parse_args().topics
    if unknown := [topic for topic in asked if topic not in TOPICS]:
        parser.error(f"no such topic: {', '.join(unknown)}")
    start = time.perf_counter()
    print(_machine(), heads(), sep="\n", flush=True)
    with own_folder() as folder:
        groups = [_measured(topic, folder) for topic in TOPICS if not asked or topic in asked]
        missed = [row for group in groups for row in group.rows if row.missed]
        _explain(missed)
    rows = [row for group in groups for row in group.rows if row.target or row.flaw]
    spent = time.perf_counter() - start
    print(f"\n{len(rows) - len(missed)} of {len(rows)} targets met; {spent:.0f} s in all")


def _machine() -> str:
    load = os.getloadavg()[0]
    parts = (f"Python {platform.python_version()}", f"Textual {version('textual')}")
    return f"{', '.join(parts)}, {os.cpu_count()} cores, load {load:.1f}, {platform.system()}\n"


def _measured(topic: str, folder: Path) -> Group:
    if sys.stderr.isatty():
        print(f"measuring {topic} …", end="\r", file=sys.stderr, flush=True)
    group = cast(Group, import_module(f"benchmarks.{topic}").measure(folder))
    print(printed(group), flush=True)
    return group


def _explain(missed: list[Row]) -> None:
    """Profile the missed rows; rows that share an explanation have it once."""
    for explain in dict.fromkeys(row.explain for row in missed if row.explain):
        names = [row.name.strip() for row in missed if row.explain is explain]
        print(f"\nMISSED: {'; '.join(names)}", flush=True)
        print("\n".join(f"  {line}" for line in explain()), flush=True)


if __name__ == "__main__":
    main()
