"""The host: loads plugins one by one, so that a broken one is named and stops nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any

import pluggy

from progpro_tui.api import N_, Exercise, Index, Message
from progpro_tui.core.errors import PluginError
from progpro_tui.host import hookspecs
from progpro_tui.host.blame import guarded
from progpro_tui.host.discovery import Candidate, installed_plugins

FAILED = N_("it fails when asked what it offers: {error}")


@dataclass(frozen=True)
class Plugin:
    """What became of one plugin. ``reason`` is given where it was set aside."""

    name: str
    version: str
    kinds: tuple[str, ...] = ()
    indices: tuple[str, ...] = ()
    instruments: tuple[Path, ...] = ()
    reason: Message | None = None


class PluginHost:
    """All plugins of one program: what they offer, and which were set aside and why."""

    def __init__(self, candidates: Iterable[Candidate] | None = None) -> None:
        self._manager = pluggy.PluginManager("progpro")
        self._manager.add_hookspecs(hookspecs)
        self._exercises: dict[str, tuple[Exercise[Any], Plugin]] = {}
        self._indices: dict[str, Index] = {}
        self.plugins = tuple(
            self._take_in(candidate)
            for candidate in (installed_plugins() if candidates is None else candidates)
        )

    @property
    def set_aside(self) -> tuple[Plugin, ...]:
        return tuple(plugin for plugin in self.plugins if plugin.reason)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of exercise that is offered."""
        return tuple(self._exercises)

    @property
    def index_ids(self) -> tuple[str, ...]:
        return tuple(self._indices)

    @property
    def instruments(self) -> tuple[Path, ...]:
        """The instrument files that plugins bring."""
        return tuple(path for plugin in self.plugins for path in plugin.instruments)

    def exercise(self, kind: str) -> Exercise[Any]:
        """The exercise of a kind. Raises :class:`PluginError` where no plugin offers it."""
        return self._offer(kind)[0]

    def plugin_of(self, kind: str) -> Plugin:
        """The plugin that brings a kind. Raises :class:`PluginError` where there is none."""
        return self._offer(kind)[1]

    def index(self, index_id: str) -> Index:
        """An index by its id. Raises :class:`PluginError` where no plugin offers it."""
        try:
            return self._indices[index_id]
        except KeyError:
            raise PluginError(N_("No loaded plugin offers the index “{id}”."), id=index_id) from None

    def _offer(self, kind: str) -> tuple[Exercise[Any], Plugin]:
        try:
            return self._exercises[kind]
        except KeyError:
            raise PluginError(
                N_("No loaded plugin offers the kind “{kind}”. The answers saved are safe."), kind=kind
            ) from None

    # -- taking in one plugin -------------------------------------------------------------------

    def _take_in(self, candidate: Candidate) -> Plugin:
        try:
            return self._load(candidate)
        except PluginError as error:
            return Plugin(candidate.name, candidate.version, reason=error.message)

    def _load(self, candidate: Candidate) -> Plugin:
        if self._manager.has_plugin(candidate.name):
            raise PluginError(N_("the name “{name}” is already taken"), name=candidate.name)
        module: object = guarded(candidate.load, N_("it stops while being loaded: {error}"))
        if self._manager.is_registered(module):
            raise PluginError(N_("its module is already taken in under another name"))
        guarded(lambda: self._manager.register(module, candidate.name), N_("{error}"))
        try:
            guarded(self._manager.check_pending, N_("it names a hook that does not exist: {error}"))
            return guarded(lambda: self._offers(candidate, module), FAILED)
        except PluginError:
            self._manager.unregister(module)
            raise

    def _offers(self, candidate: Candidate, module: object) -> Plugin:
        kinds = [_exercise(found) for found in self._ask("progpro_exercises", module)]
        indices: Sequence[Index] = self._ask("progpro_indices", module)
        files = [Path(path) for path in self._ask("progpro_instruments", module)]
        names = [exercise.kind for exercise in kinds] + [index.id for index in indices]
        for name in names:
            if name in self._exercises or name in self._indices or names.count(name) > 1:
                raise PluginError(N_("the name “{name}” is already taken"), name=name)
        plugin = Plugin(
            candidate.name,
            candidate.version,
            tuple(exercise.kind for exercise in kinds),
            tuple(index.id for index in indices),
            tuple(files),
        )
        self._exercises.update({exercise.kind: (exercise, plugin) for exercise in kinds})
        self._indices.update({index.id: index for index in indices})
        return plugin

    def _ask(self, hook: str, module: object) -> Sequence[Any]:
        """What one plugin answers to one hook; nothing where it does not implement it."""
        others = [plugin for plugin in self._manager.get_plugins() if plugin is not module]
        caller = self._manager.subset_hook_caller(hook, others)
        answers = caller()
        if any(isinstance(answer, str | bytes) for answer in answers):
            raise PluginError(N_("{hook} returns one text where a list is expected"), hook=hook)
        return [value for answer in answers for value in answer]


def _exercise(found: object) -> Exercise[Any]:
    if not (isinstance(found, type) and issubclass(found, Exercise)):
        raise PluginError(N_("{found} is not an exercise"), found=repr(found))
    if not isinstance(getattr(found, "kind", None), str):
        raise PluginError(N_("the exercise {found} names no kind"), found=found.__name__)
    if not is_dataclass(getattr(found, "Settings", None)):
        raise PluginError(N_("the exercise {found} has no Settings"), found=found.__name__)
    return found()
