"""The host: knows what plugins offer, and imports one when something of it is needed.

A broken plugin is named and stops nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import N_
from progpro_tui.host.admission import Admission, Everyone, aside, fingerprint, taken_name
from progpro_tui.host.blame import guarded
from progpro_tui.host.discovery import LOCAL, Candidate, candidates
from progpro_tui.host.endless import WATCH
from progpro_tui.host.hooks import (
    COMMANDS,
    EXERCISES,
    EXPORTERS,
    IMPORTERS,
    INDICES,
    INSTRUMENTS,
    OCCUPATIONS,
    PROGRAMMES,
    SECTIONS,
    STEPS,
    step_name,
)
from progpro_tui.host.plugin import Plugin, State

if TYPE_CHECKING:  # what plugins are made of is heavy, and a start imports no plugin
    from progpro_tui.api import (
        Command,
        Exercise,
        Exporter,
        Importer,
        Index,
        Occupation,
        Programme,
        ReportSection,
        Step,
        StepKind,
    )
    from progpro_tui.host.taking_in import Taken

NO_OFFER = {
    EXERCISES: N_("No loaded plugin offers the kind “{name}”. The answers saved are safe."),
    INDICES: N_("No loaded plugin offers the index “{name}”."),
}
NO_OTHER = N_("No loaded plugin offers “{name}”.")


class Doorkeeper(Protocol):
    """Who decides what becomes of each plugin."""

    def admit(self, candidates: Iterable[Candidate]) -> list[Plugin]: ...


class PluginHost:
    """All plugins of one program: what they offer, and what became of each.

    Without ``found``, those that are installed and those of the ``practice``, by the decisions of the
    user; given ones are all let in.
    """

    def __init__(
        self,
        found: Iterable[Candidate] | None = None,
        doorkeeper: Doorkeeper | None = None,
        *,
        practice: Path | None = None,
    ) -> None:
        self._plugins: dict[int, Plugin] = {}
        self._offered: dict[tuple[str, str], int] = {}
        self._taken: dict[int, Taken] = {}
        if doorkeeper is None:
            doorkeeper = Admission() if found is None else Everyone()
        names: set[str] = set()
        for plugin in doorkeeper.admit(candidates(practice) if found is None else found):
            self._register(plugin, names)
            names.add(plugin.name)

    # -- what became of each --------------------------------------------------------------------

    @property
    def plugins(self) -> tuple[Plugin, ...]:
        """Every plugin that was found, in the order of their right to a name."""
        return tuple(self._plugins.values())

    @property
    def set_aside(self) -> tuple[Plugin, ...]:
        """Those that failed, or take what another has."""
        return tuple(plugin for plugin in self.plugins if plugin.state is State.ASIDE)

    @property
    def waiting(self) -> tuple[Plugin, ...]:
        """Those that ask to be approved."""
        return tuple(p for p in self.plugins if p.state in (State.WAITING, State.CHANGED))

    # -- what they offer ------------------------------------------------------------------------

    def names(self, hook: str) -> tuple[str, ...]:
        """The names of all that is offered by one hook. Nothing is imported for it."""
        return tuple(name for of, name in self._offered if of == hook)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of exercise that is offered."""
        return self.names(EXERCISES)

    @property
    def index_ids(self) -> tuple[str, ...]:
        return self.names(INDICES)

    @property
    def instruments(self) -> tuple[Path, ...]:
        """The instrument files that plugins bring."""
        return tuple(map(Path, self.names(INSTRUMENTS)))

    def plugin_of(self, kind: str) -> Plugin:
        """The plugin that brings a kind. Raises :class:`PluginError` where there is none."""
        return self._plugins[self._number(EXERCISES, kind)]

    def exercise(self, kind: str) -> Exercise[Any]:
        """The exercise of a kind. Raises :class:`PluginError` where no plugin offers it."""
        return cast("Exercise[Any]", self._value(EXERCISES, kind))

    def index(self, index_id: str) -> Index:
        """An index by its id. Raises :class:`PluginError` where no plugin offers it."""
        return cast("Index", self._value(INDICES, index_id))

    def widget(self, step: Step) -> object | None:
        """What makes the widget of a plugin's own step; none for a step of ours.

        Raises :class:`PluginError` where it cannot be imported.
        """
        name = step_name(type(step))
        return self.widget_named(name) if (STEPS, name) in self._offered else None

    def widget_named(self, name: str) -> object:
        """As :meth:`widget`, by the name of the sort of steps, as ``names`` tells it."""
        kind = cast("StepKind", self._value(STEPS, name))
        candidate = self._plugins[self._offered[STEPS, name]].candidate
        return guarded(
            lambda: _widget(kind.widget, candidate),
            N_("the widget “{widget}” cannot be loaded: {error}"),
            widget=kind.widget,
        )

    def report_sections(self) -> list[ReportSection]:
        """Every section for reports; of a plugin that fails now, none."""
        return self._values(SECTIONS)

    def exporter(self, name: str) -> Exporter:
        """An exporter by its id. Raises :class:`PluginError` where no plugin offers it."""
        return cast("Exporter", self._value(EXPORTERS, name))

    def importers(self) -> list[Importer]:
        return self._values(IMPORTERS)

    def occupations(self) -> list[Occupation]:
        return self._values(OCCUPATIONS)

    def programmes(self) -> list[Programme]:
        return self._values(PROGRAMMES)

    def command(self, name: str) -> Command:
        """A command by its name. Raises :class:`PluginError` where no plugin offers it."""
        return cast("Command", self._value(COMMANDS, name))

    def offering(self, hook: str, name: str) -> Plugin | None:
        """The plugin that offers something by a hook, if any does."""
        number = self._offered.get((hook, name))
        return None if number is None else self._plugins[number]

    # -- taking in when needed ------------------------------------------------------------------

    def _register(self, plugin: Plugin, names: set[str]) -> None:
        """Enter a plugin and all that it offers, or set it aside where a name is taken."""
        number = len(self._plugins)
        offered = [(hook, name) for hook in plugin.names for name in plugin.offers(hook)]
        taken = [plugin.name] if plugin.name in names else []
        taken += [name for hook, name in offered if (hook, name) in self._offered]
        if taken and plugin.state is not State.ASIDE:
            plugin, offered = aside(plugin, taken_name(taken[0])), []
        self._plugins[number] = plugin
        self._offered.update(dict.fromkeys(offered, number))

    def _number(self, hook: str, name: str) -> int:
        try:
            return self._offered[hook, name]
        except KeyError:
            raise PluginError(NO_OFFER.get(hook, NO_OTHER), name=name) from None

    def _value(self, hook: str, name: str) -> Any:
        number = self._number(hook, name)
        if number not in self._taken:
            try:
                self._taken[number] = _taken(self._plugins[number])
            except PluginError as error:
                self._set_aside(number, error)
                raise
        try:
            return self._taken[number].values[hook][name]
        except KeyError:
            gone = PluginError(N_("it no longer offers “{name}”"), name=name)
            self._set_aside(number, gone)
            raise gone from None

    def _values(self, hook: str) -> list[Any]:
        found = []
        for name in self.names(hook):
            try:
                found.append(self._value(hook, name))
            except PluginError:  # it is set aside now, and named where plugins are shown
                continue
        return found

    def _set_aside(self, number: int, error: PluginError) -> None:
        self._plugins[number] = aside(self._plugins[number], error)
        self._offered = {offer: of for offer, of in self._offered.items() if of != number}


def _taken(plugin: Plugin) -> Taken:
    """The plugin, imported: as it was when it was let in, and not as it may be since."""
    from progpro_tui.host.taking_in import take_in

    candidate = plugin.candidate
    if plugin.sha256 and not candidate.ours and fingerprint(candidate) != plugin.sha256:
        raise PluginError(N_("its files have changed since the program was started"))
    if not candidate.ours:
        WATCH.over(plugin.name, candidate.files())
    return take_in(candidate)


def _widget(name: str, candidate: Candidate) -> object:
    from progpro_tui.host.discovery import import_target

    module, _, attribute = name.partition(":")
    if module == candidate.name and candidate.target.endswith(".py"):  # a single file
        module = LOCAL + module
    return import_target(f"{module}:{attribute}")
