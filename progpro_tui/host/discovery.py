"""Where plugins come from: the entry points of installed distributions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import entry_points

GROUP = "progpro_tui"
OURS = "progpro-tui"
"""The distribution whose plugins are trusted by installing it."""


@dataclass(frozen=True)
class Candidate:
    """A plugin that was found and not yet imported. ``load`` imports it."""

    name: str
    version: str
    distribution: str
    load: Callable[[], object]


def installed_plugins() -> tuple[Candidate, ...]:
    """Every installed plugin, ours first, so that nobody takes a name of ours."""
    found = [
        Candidate(
            entry.name,
            entry.dist.version if entry.dist else "",
            entry.dist.name if entry.dist else "",
            entry.load,
        )
        for entry in entry_points(group=GROUP)
    ]
    return tuple(sorted(found, key=lambda plugin: (plugin.distribution != OURS, plugin.name)))
