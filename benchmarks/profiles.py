"""Where the time goes, in a few lines: imports by package, or calls by cumulative time."""

from __future__ import annotations

import cProfile
import io
import pstats
import re
from collections import defaultdict
from collections.abc import Callable

from benchmarks.rows import Lines

IMPORTED = re.compile(rb"import time:\s+(\d+) \|\s+\d+ \| +(\S+)")
FRAME = re.compile(r"(?:\S*/)?([^/\s]+/[^/\s]+:\d+\(.*\)|\{.*\})$")


def imported(report: bytes) -> dict[str, float]:
    """Seconds of every module that a report of ``-X importtime`` names."""
    return {name.decode(): int(spent) / 1e6 for spent, name in IMPORTED.findall(report)}


def by_package(modules: dict[str, float]) -> dict[str, float]:
    packages: defaultdict[str, float] = defaultdict(float)
    for name, spent in modules.items():
        packages[name.partition(".")[0]] += spent
    return packages


def import_lines(ours: bytes, reference: bytes, most: int = 8) -> Lines:
    """The packages that cost us more than they cost the reference."""
    here, there = imported(ours), imported(reference)
    packages, theirs = by_package(here), by_package(there)
    more = {name: spent - theirs.get(name, 0.0) for name, spent in packages.items()}
    lines = [
        f"imports: {sum(here.values()) * 1e3:.0f} ms in {len(here)} modules;"
        f" the reference {sum(there.values()) * 1e3:.0f} ms in {len(there)} (timing adds to both)"
    ]
    for name in sorted(more, key=lambda name: more[name], reverse=True)[:most]:
        spent = packages[name] * 1e3
        lines.append(f"  {name:<24} {spent:7.1f} ms, {more[name] * 1e3:+.1f} ms to the reference")
    return lines


def call_lines(
    act: Callable[[], object] | None = None,
    profile: cProfile.Profile | None = None,
    most: int = 12,
    within: str = "",
) -> Lines:
    """The dearest calls of an act, or of a profile made elsewhere; ``within`` names files to keep."""
    profile = profile or cProfile.Profile()
    if act is not None:
        profile.runcall(act)
    out = io.StringIO()
    stats = pstats.Stats(profile, stream=out).sort_stats("cumulative")
    stats.print_stats(within, most) if within else stats.print_stats(most)
    lines = out.getvalue().splitlines()
    start = next(place for place, line in enumerate(lines) if "ncalls" in line)
    return [_short(line)[:98] for line in lines[start:] if line.strip()]


def calls(profile: cProfile.Profile, function: str) -> int:
    """How often functions of this name were called."""
    profile.create_stats()
    return sum(entry[1] for (_, _, name), entry in profile.stats.items() if name == function)


def _short(line: str) -> str:
    """A line of figures with no more of the path than the file and its folder."""
    figures, _, frame = line.rstrip().rpartition("  ") if "{" in line else (line[:46], "", line[46:])
    found = FRAME.search(frame)
    return f"{figures}  {found[1] if found else frame.strip()}"
