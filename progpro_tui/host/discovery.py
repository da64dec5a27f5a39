"""Where plugins come from: the entry points of installed distributions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions

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
    found = [candidate for distribution in distributions() for candidate in _of(distribution)]
    # An editable install is found twice: by its own folder, and by the path it puts there.
    unlike = {(plugin.distribution, plugin.name): plugin for plugin in reversed(found)}
    return tuple(sorted(unlike.values(), key=lambda plugin: (plugin.distribution != OURS, plugin.name)))


def _of(distribution: Distribution) -> list[Candidate]:
    """The plugins of one distribution; one whose metadata cannot be read is a broken plugin."""
    try:
        entries = distribution.entry_points.select(group=GROUP)
        return [
            Candidate(entry.name, distribution.version, distribution.name, entry.load)
            for entry in entries
        ]
    except Exception as error:  # whatever hand-written metadata can raise
        reason = error

        def refuse() -> object:
            raise reason

        name = distribution.metadata["Name"] or str(distribution)
        return [Candidate(name, "", name, refuse)]
