"""Taking in one plugin: it is imported, and asked by each hook what it offers. It may fail at both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pluggy

from progpro_tui.api import API_VERSION, N_
from progpro_tui.core.errors import PluginError
from progpro_tui.host import hookspecs
from progpro_tui.host.blame import guarded
from progpro_tui.host.discovery import Candidate
from progpro_tui.host.hooks import Names
from progpro_tui.host.offers import HOOKS, Hook

DECLARED = "progpro_api"
"""What a plugin names the version of the interface by that it was written for."""


@dataclass(frozen=True)
class Taken:
    """A plugin that was imported: by hook, its values by name."""

    values: Mapping[str, Mapping[str, Any]]

    @property
    def names(self) -> Names:
        """What it offers, without the values."""
        return {hook: tuple(values) for hook, values in self.values.items() if values}


def take_in(candidate: Candidate) -> Taken:
    """Import a plugin and ask it what it offers. Raises :class:`PluginError` with the reason."""
    if candidate.broken is not None:
        raise PluginError(candidate.broken)
    plugin: object = guarded(candidate.load, N_("it stops while being loaded: {error}"))
    _check_version(plugin)
    # One manager a plugin: pluggy's own call of a hook would let one failure take all.
    manager = pluggy.PluginManager("progpro")
    manager.add_hookspecs(hookspecs)
    guarded(lambda: manager.register(plugin, candidate.name), N_("{error}"))
    guarded(manager.check_pending, N_("it names a hook that does not exist: {error}"))
    failure = N_("it fails when asked what it offers: {error}")
    return guarded(lambda: Taken({hook.name: _asked(manager, hook) for hook in HOOKS}), failure)


def _check_version(plugin: object) -> None:
    declared = getattr(plugin, DECLARED, None)
    if type(declared) is not int:
        raise PluginError(
            N_("it does not say for which interface it was written: add “{line}”"),
            line=f"{DECLARED} = {API_VERSION}",
        )
    if declared != API_VERSION:
        raise PluginError(
            N_("it was written for interface {declared}, and this program has {version}"),
            declared=declared,
            version=API_VERSION,
        )


def _asked(manager: pluggy.PluginManager, hook: Hook) -> dict[str, Any]:
    """What the plugin answers to one hook, by name; nothing where it does not implement it."""
    found: dict[str, Any] = {}
    for answer in getattr(manager.hook, hook.name)():
        if isinstance(answer, str | bytes):
            raise PluginError(N_("{hook} returns one text where a list is expected"), hook=hook.name)
        for value in answer:
            name, taken = hook.take(value)
            if name in found:
                raise PluginError(N_("the name “{name}” is already taken"), name=name)
            found[name] = taken
    return found
