"""Plugins as the counsellor decides on them: approve, disable, enable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from progpro_tui.core.errors import InputError
from progpro_tui.core.text import N_, Message, message

if TYPE_CHECKING:
    from progpro_tui.host.plugin import Plugin
    from progpro_tui.host.plugin_host import PluginHost
    from progpro_tui.host.trust import Trust


class Plugins:
    """The plugins of a workspace. ``refresh`` makes the host anew after a decision."""

    def __init__(
        self, host: Callable[[], PluginHost], trust: Callable[[], Trust], refresh: Callable[[], None]
    ) -> None:
        self._host = host
        self._trust = trust
        self._refresh = refresh

    def all(self) -> tuple[Plugin, ...]:
        """Every plugin, with what became of it."""
        return self._host().plugins

    def told(self) -> list[Message]:
        """Which were set aside, and why; which wait for approval."""
        host = self._host()
        aside = N_("The plugin “{name}” was set aside: {reason}.")
        waiting = N_("The plugin “{name}” waits for your approval: F8 on the list of dossiers.")
        return [
            *(
                message(aside, name=each.name, reason=each.reason)
                for each in host.set_aside
                if each.reason
            ),
            *(message(waiting, name=each.name) for each in host.waiting),
        ]

    def get(self, name: str) -> Plugin:
        """A plugin by its name. Raises :class:`InputError` where there is none."""
        for plugin in self.all():
            if plugin.name == name:
                return plugin
        raise InputError(N_("There is no plugin “{name}”."), name=name)

    def approve(self, plugin: Plugin) -> Plugin:
        """Let a plugin be loaded as it is now, and say what became of it.

        Raises :class:`InputError` where its files cannot be read, or changed since they were shown.
        """
        if not plugin.sha256:
            raise InputError(
                N_("The files of the plugin “{name}” cannot be read: it cannot be approved."),
                name=plugin.name,
            )
        self._refresh()
        now = self.get(plugin.name)
        if (now.version, now.sha256) != (plugin.version, plugin.sha256):
            raise InputError(
                N_("The plugin “{name}” has just changed: look at it again before you approve it."),
                name=plugin.name,
            )
        self._trust().approve(plugin)
        return self._again(plugin.name)

    def disable(self, plugin: Plugin) -> Plugin:
        """Leave a plugin out from now on. Nothing that was answered with it is lost."""
        self._trust().disable(plugin.name)
        return self._again(plugin.name)

    def enable(self, plugin: Plugin) -> Plugin:
        """Take a plugin in again that was disabled, or try one again that was set aside."""
        self._trust().enable(plugin.name)
        return self._again(plugin.name)

    def _again(self, name: str) -> Plugin:
        self._refresh()
        return self.get(name)


def may_be_approved(plugin: Plugin) -> bool:
    """Whether it waits for the counsellor."""
    from progpro_tui.host.plugin import State

    return plugin.state in (State.WAITING, State.CHANGED)
